import type { Span } from '../../model/index.ts';
import { splitFrontMatter } from '../intake/format/front-matter.ts';

export interface FrontMatterSpans {
  /** Where the body begins. */
  readonly body: number;
  readonly title: Span | null;
  readonly published: string | null;
}

const TITLE_LINE = /^(?:title|headline):[ \t]*(?:"([^"\n]+)"|'([^'\n]+)'|([^"'\n][^\n]*?))[ \t]*\r?$/dm;

/**
 * What the front matter of a file says, and where its title stands.
 *
 * @throws WatchfloorError `intake.bad-front-matter`, `intake.bad-date`
 */
export const frontMatterSpans = async (source: string, label: string): Promise<FrontMatterSpans> => {
  const { metadata, body } = await splitFrontMatter(source, label);
  const at = source.length - body.length;
  const found = TITLE_LINE.exec(source.slice(0, at));
  const [start, end] = found?.indices?.slice(1).find((group) => group !== undefined) ?? [];
  return {
    body: at,
    title: start === undefined || end === undefined ? null : { start, end },
    published: metadata.published ?? null,
  };
};
