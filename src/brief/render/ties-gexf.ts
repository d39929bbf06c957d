import type { Situation } from '../../model/index.ts';
import { html } from './markup.ts';

const DIGITS = 1e4;

/** The signed graph as GEXF 1.3, for Gephi and other tools. The weight is the strength; the sign is an attribute. */
export const renderTiesGexf = (situation: Situation): string => {
  const inGraph = new Set(situation.ties.flatMap(({ a, b }) => [a, b]));
  const coalition = new Map(situation.coalitions.flatMap(({ id, members }) => members.map((member) => [member, id])));
  const attribute = (id: string, value: string | number | null | undefined) =>
    value === null || value === undefined ? null : html`<attvalue for="${id}" value="${value}"/>`;
  return html`<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Watchfloor</creator><description>Signed ties between actors, as told by the sources</description></meta>
<graph defaultedgetype="undirected" mode="static">
<attributes class="node"><attribute id="kind" title="kind" type="string"/><attribute id="country" title="country" type="string"/><attribute id="coalition" title="coalition" type="string"/></attributes>
<attributes class="edge"><attribute id="sign" title="sign" type="integer"/><attribute id="agreement" title="agreement" type="double"/><attribute id="claims" title="claims" type="integer"/><attribute id="first" title="first" type="string"/><attribute id="last" title="last" type="string"/></attributes>
<nodes>
${situation.actors
  .filter(({ id }) => inGraph.has(id))
  .map(
    ({
      id,
      name,
      kind,
      country,
    }) => html`<node id="${id}" label="${name}"><attvalues>${attribute('kind', kind)}${attribute('country', country)}${attribute('coalition', coalition.get(id))}</attvalues></node>
`,
  )}</nodes>
<edges>
${situation.ties.map(
  ({
    id,
    a,
    b,
    strength,
    sign,
    agreement,
    claims,
    first,
    last,
  }) => html`<edge id="${id}" source="${a}" target="${b}" weight="${Math.round(strength * DIGITS) / DIGITS}"><attvalues>${attribute('sign', sign)}${attribute('agreement', Math.round(agreement * DIGITS) / DIGITS)}${attribute('claims', claims.length)}${attribute('first', first)}${attribute('last', last)}</attvalues></edge>
`,
)}</edges>
</graph>
</gexf>
`.markup;
};
