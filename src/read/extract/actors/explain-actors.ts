import type { Span } from '../../../model/index.ts';
import type { ActorLayer } from '../actor-layer.ts';
import type { Explanation } from '../explanation.ts';
import type { ResolvedPhrases } from './index.ts';
import type { Phrase } from './phrase.ts';

const spanOf = ({ sentences }: ResolvedPhrases, phrase: Phrase): Span => {
  const tree = sentences[phrase.sentence]?.tree;
  return { start: tree?.token(phrase.first)?.start ?? 0, end: tree?.token(phrase.last - 1)?.end ?? 0 };
};

const key = ({ start, end }: Span): string => `${start}-${end}`;

/** For each mention the rule that found it, and for each link between two phrases of an actor the rule that made it. */
export const explainActors = (resolved: ResolvedPhrases, layer: ActorLayer): readonly Explanation[] => {
  const actorAt = new Map(layer.mentions.map((mention) => [key(mention), mention.actor]));
  const mentions = resolved.phrases.flatMap((phrase): Explanation[] => {
    const span = spanOf(resolved, phrase);
    const datum = actorAt.get(key(span));
    return datum === undefined ? [] : [{ datum, span, rule: `actor/${phrase.rule}` }];
  });
  const links = resolved.links.flatMap(({ from, to, rule, score }): Explanation[] => {
    const [here, there] = [from, to].map((index) => spanOf(resolved, resolved.phrases[index] as Phrase)) as [
      Span,
      Span,
    ];
    const datum = actorAt.get(key(here));
    if (datum === undefined || actorAt.get(key(there)) !== datum) return [];
    return [
      {
        datum,
        span: here,
        rule: `coreference/${rule}`,
        ...(score !== undefined && { score: Math.round(score * 100) / 100 }),
        to: there,
      },
    ];
  });
  return [...mentions, ...links].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
};
