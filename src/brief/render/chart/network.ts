import type { NetworkNode, NetworkSection, TieRow } from '../../compose/content.ts';
import { html, type Markup } from '../markup.ts';

const NODE_RADIUS = 5;
const LABEL_DISTANCE = 12;
const LINE_HEIGHT = 13;
const LINE_LENGTH = 15;
const THINNEST = 1.2;
const THICKEST = 6;
const MOST_GLYPHS = 12;
const MOST_EDGES = 40;

/** Off the middle, where lines cross. */
const GLYPH_AT = 0.36;

interface Position {
  readonly x: number;
  readonly y: number;
}

interface Point extends Position {
  readonly angle: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Members of a coalition stand side by side; the order is that of the coalition's strongest member. */
const ringOrder = (nodes: readonly NetworkNode[]): NetworkNode[] => {
  const groups = new Map<string, NetworkNode[]>();
  for (const node of nodes) {
    const key = node.coalition === null ? `alone ${node.id}` : `coalition ${node.coalition}`;
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  return [...groups.values()].flat();
};

const wrap = (label: string): string[] => {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LINE_LENGTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

const nodeLabel = (label: string, { x, y, angle }: Point): Markup => {
  const lines = wrap(label);
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const anchor = Math.abs(dx) < 0.25 ? 'middle' : dx > 0 ? 'start' : 'end';
  const block = (lines.length - 1) * LINE_HEIGHT;
  const top =
    y + dy * LABEL_DISTANCE + 4 - (dy < -0.25 ? block : dy > 0.25 ? 0 : block / 2) + (Math.abs(dx) < 0.25 ? dy * 5 : 0);
  return html`<text class="node" text-anchor="${anchor}">${lines.map(
    (line, index) =>
      html`<tspan x="${round(x + dx * LABEL_DISTANCE)}" y="${round(top + index * LINE_HEIGHT)}">${line}</tspan>`,
  )}</text>`;
};

const edge = (tie: TieRow, a: Point, b: Point, strongest: number, centre: Point, glyph: boolean): Markup => {
  const width = THINNEST + (THICKEST - THINNEST) * Math.sqrt(tie.strength / strongest);
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const bend = { x: middle.x + (centre.x - middle.x) * 0.25, y: middle.y + (centre.y - middle.y) * 0.25 };
  const at = along(a, bend, b, GLYPH_AT);
  return html`<a class="${tie.sign === 1 ? 'coop' : 'conf'}" href="#${tie.id}" tabindex="-1"><path class="tie" style="stroke-width:${round(width)}" d="M${round(a.x)} ${round(a.y)}Q${round(bend.x)} ${round(bend.y)} ${round(b.x)} ${round(b.y)}"/>${
    glyph &&
    html`<circle class="glyph" cx="${round(at.x)}" cy="${round(at.y)}" r="6.5"/><text class="glyph" x="${round(at.x)}" y="${round(at.y) + 4}">${tie.sign === 1 ? '+' : '−'}</text>`
  }</a>`;
};

/** A point of the quadratic curve. */
const along = (a: Position, control: Position, b: Position, share: number): Position => {
  const rest = 1 - share;
  const at = (p: number, q: number, r: number): number => rest * rest * p + 2 * rest * share * q + share * share * r;
  return { x: at(a.x, control.x, b.x), y: at(a.y, control.y, b.y) };
};

/** Arcs behind the members of each coalition. */
const arcs = (ring: readonly NetworkNode[], points: ReadonlyMap<string, Point>, radius: number): Markup[] => {
  const members = new Map<number, Point[]>();
  for (const { id, coalition } of ring)
    if (coalition !== null) members.set(coalition, [...(members.get(coalition) ?? []), points.get(id) as Point]);
  return [...members.values()]
    .filter((group) => group.length > 1 && group.length < ring.length)
    .map((group) => {
      const [first, last] = [group[0] as Point, group.at(-1) as Point];
      const large = last.angle - first.angle > Math.PI ? 1 : 0;
      return html`<path class="coalition" d="M${round(first.x)} ${round(first.y)}A${radius} ${radius} 0 ${large} 1 ${round(last.x)} ${round(last.y)}"/>`;
    });
};

const ringChart = (section: NetworkSection, width: number): Markup => {
  const ring = ringOrder(section.nodes);
  const side = width < 500 ? 92 : 150;
  const radius = Math.min(170, (width - 2 * side) / 2);
  const height = 2 * radius + 64;
  const centre = { x: width / 2, y: height / 2, angle: 0 };
  const points = new Map(
    ring.map(({ id }, index) => {
      const angle = -Math.PI / 2 + (2 * Math.PI * (index + 0.5)) / ring.length;
      return [id, { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle), angle }] as const;
    }),
  );
  const ties = section.rows.filter(({ a, b }) => points.has(a) && points.has(b)).slice(0, MOST_EDGES);
  const strongest = Math.max(Number.MIN_VALUE, ...ties.map(({ strength }) => strength));
  return html`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true" class="network">${arcs(ring, points, radius)}${[
    ...ties,
  ]
    .map((tie, index) =>
      edge(tie, points.get(tie.a) as Point, points.get(tie.b) as Point, strongest, centre, index < MOST_GLYPHS),
    )
    .reverse()}${ring.map(({ id, label }) => {
    const point = points.get(id) as Point;
    return html`<circle class="node" cx="${round(point.x)}" cy="${round(point.y)}" r="${NODE_RADIUS}"/>${nodeLabel(label, point)}`;
  })}</svg>`;
};

/** Actors on a ring, ties as arcs: sign by colour, dash and glyph, strength by width. The same input gives the same picture. */
export const networkChart = (section: NetworkSection, widths: readonly number[]): readonly Markup[] | null =>
  section.rows.length === 0 || section.nodes.length < 2 ? null : widths.map((width) => ringChart(section, width));
