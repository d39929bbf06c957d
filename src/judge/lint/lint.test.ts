import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHIA } from '../../lexicon/index.ts';
import type { Prose, ProseBlock } from '../../model/index.ts';
import { applyFixes, createLinter, LINT_RULES, type LintSettings } from '../index.ts';

/** Paragraphs between empty lines, sentences cut at full stops; "# " makes a title, quotation marks a quotation. */
const proseOf = (source: string): Prose => {
  const blocks: ProseBlock[] = [];
  for (const { index, 0: words } of source.matchAll(/[^\n]+/g)) {
    if (/^(?:<!--|watchfloor-)/.test(words)) continue;
    const head = words.startsWith('# ') ? 2 : 0;
    const span = { start: index + head, end: index + words.length };
    const sentences = [...words.slice(head).matchAll(/\S[^.!?]*(?:[.!?](?=\s|$)|[.!?](?=\S)[^.!?]*)*/g)].map(
      (match) => ({
        start: span.start + match.index,
        end: span.start + match.index + match[0].trimEnd().length,
      }),
    );
    blocks.push({ kind: head > 0 ? 'title' : 'paragraph', span, sentences });
  }
  const spansOf = (pattern: RegExp) =>
    [...source.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  return {
    text: source,
    blocks,
    quotations: spansOf(/“[^”]*”|"[^"]*"/g),
    references: spansOf(/\[\^\d+\]/g),
    comments: [...source.matchAll(/<!--\s*(.*?)\s*-->|^(watchfloor-.*)$/gm)].map((match) => ({
      span: { start: match.index, end: match.index + match[0].length },
      text: match[1] ?? match[2] ?? '',
    })),
    published: '2024-06-25',
  };
};

const lint = (source: string, settings?: LintSettings) => createLinter(settings).lint(proseOf(source), source, 'x.md');

const found = (source: string, rule: string, settings?: LintSettings): readonly string[] =>
  lint(source, settings)
    .filter((finding) => finding.rule === rule)
    .map(({ excerpt }) => excerpt);

describe('every rule', () => {
  it.each(LINT_RULES.map((rule) => [rule.id, rule] as const))(
    '%s finds its bad example and no fault in its good one',
    (id, rule) => {
      expect(lint(rule.example.bad).map((finding) => finding.rule)).toEqual(expect.arrayContaining([id]));
      expect(lint(rule.example.good)).toEqual([]);
      expect(LINT_RULES.filter((other) => other.id === id)).toHaveLength(1);
      expect(lint(rule.example.bad).some(({ fix }) => fix !== undefined)).toBe(rule.fixable);
    },
  );

  it.each(LINT_RULES.map((rule) => [rule.id, rule] as const))('%s leaves quotations alone', (id, { example }) => {
    if (id === 'headline-stronger') return;
    expect(lint(`She wrote: “${example.bad.replace(/[“”]/g, '')}”`).filter(({ rule }) => rule === id)).toEqual([]);
  });
});

describe('mixed-scales', () => {
  it.each([
    // All four are words of the PHIA yardstick.
    ['He is almost certainly there. It is highly likely. It is probably so. It is likely.', []],
    ['It is very unlikely. It is highly unlikely. It is likely.', ['highly unlikely']],
    ['It is very likely. It is improbable. It is likely.', ['improbable']],
    ['It is more likely than before. A likely candidate is improbable.', []],
    ['The minister said that it is highly improbable. It is very likely.', []],
    ['It is very likely. It is very likely.', []],
  ])('%s', (text, expected) => {
    expect(found(text, 'mixed-scales')).toEqual(expected);
  });

  it('keeps to the scale that the project has chosen', () => {
    expect(found('It is very likely.', 'mixed-scales', { scale: PHIA })).toEqual(['very likely']);
    expect(lint('It is very likely.', { scale: PHIA })[0]).toMatchObject({
      why: '“very likely” is a word of ICD 203 (first row); this project keeps to PHIA probability yardstick.',
      remedy: 'Nearest there is “highly likely” (80–90 %); use it if that is what you mean.',
    });
  });
});

describe('word-number-mismatch', () => {
  it.each([
    ['It is likely (70 %).', []],
    ['It is likely (60–78 %).', []],
    ['It is likely (90 %).', ['likely (90 %)']],
    ['It is very unlikely, about 30 percent.', ['very unlikely, about 30 percent']],
    // 85 % is "probable" to Kent.
    ['It is probable (85 %).', []],
  ])('%s', (text, expected) => {
    expect(found(text, 'word-number-mismatch')).toEqual(expected);
  });
});

describe('weasel-words', () => {
  it.each([
    ['It is still possible that they will come.', ['It is still possible that']],
    ['Putin does not rule out the possibility of war.', []],
    ['The ministry said that an attack cannot be ruled out.', []],
    ['An attack can’t be ruled out.', ['can’t be ruled out']],
    ['The threshold can be assessed as high.', ['can be assessed as high']],
    ['There is a realistic possibility of talks.', []],
    ['We assess the risk of a strike as high.', ['We assess the risk of a strike as high']],
    ['There is a serious possibility of an attack.', ['a serious possibility of']],
    ['It is not unlikely that they leave.', ['not unlikely']],
  ])('%s', (text, expected) => {
    expect(found(text, 'weasel-words')).toEqual(expected);
  });
});

describe('double-hedge', () => {
  it.each([
    ['It may well be so.', []],
    ['It may possibly be so.', ['may possibly']],
    ['They could potentially come.', ['could potentially']],
    ['Perhaps they may come.', []],
    ['It is fairly likely.', ['fairly likely']],
    ['They seem to possibly agree.', ['seem to possibly']],
    ['It is possible that they may come.', ['is possible that they may'.replace(/^/, 'It ')]],
  ])('%s', (text, expected) => {
    expect(found(text, 'double-hedge')).toEqual(expected);
  });
});

describe('unnamed-source', () => {
  it.each([
    ['Western analysts believe that it works.', ['Western analysts believe']],
    ['Analysts at the institute believe that it works.', []],
    ['Analysts say, according to the agency, that it works.', []],
    ['According to western experts, it works.', ['According to western experts']],
    ['According to experts at the institute, it works.', []],
    ['It is thought to work.', ['is thought to']],
    ['It was thought by the Ministry to work.', []],
    ['He reportedly left.', ['reportedly']],
    ['He reportedly left.[^1]', []],
    ['A senior official said that it works.', []],
  ])('%s', (text, expected) => {
    expect(found(text, 'unnamed-source')).toEqual(expected);
  });
});

describe('figure-without-source', () => {
  it.each([
    ['Russia has lost 300,000 soldiers.', ['300,000 soldiers']],
    ['Russia has lost at least 300,000 soldiers.', []],
    ['Russia has lost 300,000 soldiers, Kyiv says.', []],
    ['Russia has lost 300,000 soldiers. The estimate is that of the ministry.', []],
    ['In 2024 workers went on strike.', []],
    ['They fired 2.5 million artillery shells.', ['2.5 million artillery shells']],
    ['The 152 shells were counted.', []],
    ['They have 40 tanks.', []],
  ])('%s', (text, expected) => {
    expect(found(text, 'figure-without-source')).toEqual(expected);
  });
});

describe('vague-date', () => {
  it.each([
    ['They recently signed.', ['recently']],
    ['They recently, on 3 May, signed.', []],
    ['More recently they signed.', []],
    ['It will soon be over.', ['will soon']],
    ['As soon as it is over.', []],
    ['The minister said that it will soon be over.', []],
    ['They signed last week.', []],
  ])('%s', (text, expected) => {
    expect(found(text, 'vague-date')).toEqual(expected);
  });

  it('minds "last week" once, in a text without a date', () => {
    const source = 'They signed last week. They met yesterday.';
    const findings = createLinter().lint({ ...proseOf(source), published: null }, source, 'x.md');
    expect(findings.map(({ excerpt }) => excerpt)).toEqual(['last week']);
  });
});

describe('loaded-word', () => {
  it.each([
    ['The regime fell.', ['regime']],
    ['The sanctions regime holds, and regime change is no aim.', []],
    ['He called it “the regime”.', []],
    ['It is a so-called “operation”.', ['so-called']],
    ['The Regime Theory Review printed it.', []],
  ])('%s', (text, expected) => {
    expect(found(text, 'loaded-word')).toEqual(expected);
  });

  it('knows the words of the project', () => {
    const settings = { words: [{ words: ['gizmo'], instead: 'device' }], allowed: new Set(['regime']) };
    expect(found('The regime has a gizmo, says the strongman.', 'loaded-word', settings)).toEqual([
      'gizmo',
      'strongman',
    ]);
  });
});

describe('headline-stronger', () => {
  it.each([
    ['# Fleet leaves northern port\n\nThe fleet may leave the northern port in June.', ['Fleet leaves northern port']],
    ['# Will the fleet leave its northern port?\n\nThe fleet may leave the northern port in June.', []],
    [
      '# Fleet leaves northern port\n\nThe fleet left the northern port. The fleet may leave another northern port.',
      [],
    ],
    ['# Seoul: fleet leaves northern port\n\nThe fleet may leave the northern port in June.', []],
    ['# North sends 7,000 containers\n\nThe count is as many as 7,000 containers.', ['7,000']],
    ['# North sends up to 7,000 containers\n\nThe count is as many as 7,000 containers.', []],
  ])('%s', (text, expected) => {
    expect(found(text, 'headline-stronger')).toEqual(expected);
  });
});

describe('comments', () => {
  const text = 'The regime fell.';
  it.each([
    [`<!-- watchfloor-disable-next-line loaded-word -->\n${text}`, 0],
    [`<!-- watchfloor-disable-next-line -->\n\n${text}`, 0],
    [`<!-- watchfloor-disable-next-line vague-date -->\n${text}`, 1],
    [`${text} <!-- watchfloor-disable-line loaded-word -- a quoted name -->`, 0],
    [`<!-- watchfloor-disable loaded-word -->\n${text}\n<!-- watchfloor-enable -->\n${text}`, 1],
    [`<!-- watchfloor-disable -->\n${text}\n${text}`, 0],
    [`watchfloor-disable-next-line loaded-word\n${text}`, 0],
  ])('%s', (source, count) => {
    expect(found(source, 'loaded-word')).toHaveLength(count);
  });

  it('says where a rule is named wrongly', () => {
    expect(() => lint(`${text}\n<!-- watchfloor-disable-line loaded-words -->`)).toThrow(
      expect.objectContaining({
        code: 'lint.unknown-rule',
        message: 'There is no rule loaded-words. Did you mean loaded-word?',
        place: { file: 'x.md', line: 2, column: 1 },
      }),
    );
  });
});

describe('levels', () => {
  it('are the project’s where it gives them', () => {
    expect(lint('The regime fell.', { levels: { 'loaded-word': 'error' } })[0]?.level).toBe('error');
    expect(lint('The regime fell.', { levels: { 'loaded-word': 'off' } })).toEqual([]);
  });
});

describe('applyFixes', () => {
  const fixed = (source: string): string => {
    const prose = proseOf(source);
    return applyFixes(source, createLinter().lint(prose, source, 'x.md'), prose.quotations).text;
  };

  it('drops the second hedge, exchanges words of one band, keeps quotations', () => {
    expect(fixed('It may possibly rain. “It may possibly rain.” It could also potentially snow.')).toBe(
      'It may rain. “It may possibly rain.” It could also snow.',
    );
    expect(fixed('It is very unlikely. It is likely. It is highly improbable.')).toBe(
      'It is very unlikely. It is likely. It is very unlikely.',
    );
  });

  it('does all at once: a second run changes nothing, and no quotation is touched', () => {
    const piece = fc.constantFrom(
      'It may possibly rain. ',
      '“It may possibly rain.” ',
      'It is highly improbable. ',
      'It is very unlikely. ',
      'It is likely. ',
      'Possibly could it be. ',
      'They possibly may could potentially come. ',
      'The regime fell. ',
      '\n\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const source = pieces.join('');
        const once = fixed(source);
        expect(fixed(once)).toBe(once);
        expect(once.match(/“[^”]*”/g)).toEqual(source.match(/“[^”]*”/g));
      }),
    );
  });
});

describe('findings', () => {
  it('give place, words, reason and remedy', () => {
    expect(lint('One line.\n\nIt is so. The regime fell.')).toEqual([
      {
        rule: 'loaded-word',
        level: 'warning',
        span: { start: 25, end: 31 },
        start: { line: 3, column: 15 },
        end: { line: 3, column: 21 },
        excerpt: 'regime',
        why: '“regime” judges while it names.',
        remedy:
          'Write government, authorities, or leadership; or, if it is somebody’s word, put it in quotation marks and say whose.',
      },
    ]);
  });

  it('never fail, whatever the text', () => {
    const piece = fc.constantFrom(
      'may ',
      'possibly ',
      'likely ',
      '(',
      '70 %)',
      '. ',
      '“',
      '”',
      '# ',
      '\n',
      '7,000 troops ',
      'regime ',
      'said ',
      '🙂',
      "n't ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const source = pieces.join('');
        for (const { span } of lint(source)) expect(span.end).toBeLessThanOrEqual(source.length);
      }),
    );
  });
});
