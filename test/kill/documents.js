const PARAGRAPH =
  'The ministry said on Tuesday that the talks would resume, and both sides agreed on a date in the spring of next year. ';
const MAX_PARAGRAPHS = 40;

/** Documents of differing length, from a line to some pages of the database, each with a word of its own. */
export const killDocument = (index) =>
  `Dispatch marker${index}. ${PARAGRAPH.repeat(1 + ((index * 7) % MAX_PARAGRAPHS))}`;
