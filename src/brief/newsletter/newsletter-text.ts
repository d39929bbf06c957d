import type { NewsletterContent } from './newsletter.ts';

/** Mail in plain text is read in narrow columns. */
const WIDTH = 72;

/** Breaks at words; further lines are indented under the first. */
const wrapped = (words: string, lead = ''): string => {
  const indent = ' '.repeat(lead.length);
  const lines: string[] = [];
  let line = lead;
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const joined = line === lead || line === indent ? line + word : `${line} ${word}`;
    if (joined.length > WIDTH && line !== lead && line !== indent) {
      lines.push(line);
      line = indent + word;
    } else line = joined;
  }
  return [...lines, line].join('\n');
};

const heading = (title: string): string => `${title.toUpperCase()}\n${'-'.repeat(title.length)}`;

export const newsletterText = (letter: NewsletterContent): string => {
  const blocks = [
    `${letter.title}\n${'='.repeat(Math.min(letter.title.length, WIDTH))}`,
    letter.dated ?? '',
    wrapped(letter.bottomLine),
    letter.link ? `The whole brief: ${letter.link}` : '',
    letter.points.length > 0 ? heading('Key points') : '',
    ...letter.points.map(({ statement, support }, index) => {
      const lead = `${index + 1}. `;
      return [wrapped(statement, lead), support ? wrapped(support, ' '.repeat(lead.length)) : '']
        .filter(Boolean)
        .join('\n');
    }),
    ...letter.sections.flatMap(({ title, lines }) => [
      heading(title),
      lines.map((line) => wrapped(line, '- ')).join('\n'),
    ]),
    letter.sources.length > 0 ? heading('Sources') : '',
    letter.sources
      .map(({ heading: words, detail, url }, index) =>
        [wrapped([words, detail].filter(Boolean).join(', '), `${index + 1}. `), url ? `   ${url}` : '']
          .filter(Boolean)
          .join('\n'),
      )
      .join('\n'),
    letter.limits.length > 0 ? heading('Limits') : '',
    letter.limits.map((line) => wrapped(line, '- ')).join('\n'),
    wrapped('What sources say, coded by program: a claim is not a fact.'),
    letter.unsubscribe ? `Stop these letters: ${letter.unsubscribe}` : '',
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
};
