import { Parser } from 'htmlparser2';
import { WatchfloorError } from '../../../model/index.ts';
import { LIMITS } from '../limits.ts';

/**
 * Reads the tags of a page once, without building anything, and refuses what would take the parser behind it minutes:
 * the time of Readability grows with the square of the depth.
 *
 * @throws WatchfloorError `intake.too-deep`
 */
export const guardShape = (html: string, label: string): void => {
  let depth = 0;
  let elements = 0;
  const refuse = (what: string): never => {
    throw new WatchfloorError('intake.too-deep', `${what}; save the article as text and give that.`, { file: label });
  };
  const parser = new Parser({
    onopentagname: () => {
      depth++;
      elements++;
      if (depth > LIMITS.htmlDepth) refuse(`Elements are nested more than ${LIMITS.htmlDepth} deep`);
      if (elements > LIMITS.htmlElements) refuse(`The page has more than ${LIMITS.htmlElements} elements`);
    },
    onclosetag: () => {
      depth--;
    },
  });
  parser.end(html);
};
