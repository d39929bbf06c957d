import type { Rule } from '../rule.ts';

const SAID: Readonly<Record<string, string>> = {
  '&': ' and ',
  '=': ' equals ',
  '×': ' times ',
  '±': ' plus or minus ',
  '≈': ' about ',
  '≥': ' at least ',
  '≤': ' at most ',
  '→': ' to ',
  '@': ' at ',
  '§': ' section ',
  '°': ' degrees ',
  '%': ' percent ',
  '…': ', ',
  '|': ', ',
};

const plain = (pattern: RegExp, say: string): Rule => ({ pattern, say: () => say });

export const symbolRules: readonly Rule[] = [
  // Footnote marks, and the brackets that editors put around words of their own.
  plain(/\[\d{1,3}\]/y, ''),
  plain(/[[\]{}]/y, ' '),
  plain(/[()]/y, ', '),
  plain(/(?:\.{2,}|…)(?=\s*$)/y, '.'),
  plain(/\.{2,}/y, ', '),
  plain(/~(?=\s?\d)/y, ' about '),
  plain(/>(?=\s?[\d$€£])/y, ' more than '),
  plain(/<(?=\s?[\d$€£])/y, ' less than '),
  { pattern: /\+/y, say: (_, { after }) => (/^\p{L}/u.test(after) ? ' and ' : ' plus ') },
  plain(/[—―]|--+/y, ', '),
  {
    pattern: /[-‑–−]/y,
    say: (_, { before, after }) => {
      // From one hour to another.
      if (/\d\s?[ap]\.?\s?m\.?\s?$/i.test(before) && /^\s?\d/.test(after)) return ' to ';
      const [left, right] = [before.at(-1) ?? ' ', after[0] ?? ' '];
      if (/[\p{L}.]/u.test(left) && /\p{L}/u.test(right)) return '-';
      return /[\p{L}\p{N}.%]/u.test(left) && /[\p{L}\p{N}$]/u.test(right) ? ' ' : ', ';
    },
  },
  {
    pattern: /\//y,
    say: (_, { before, after }) => {
      if (/and$/.test(before) && after.startsWith('or')) return ' ';
      return /\p{Ll}$/u.test(before) && /^\p{Ll}/u.test(after) ? ' or ' : ', ';
    },
  },
  { pattern: new RegExp(`[${Object.keys(SAID).join('')}]`, 'uy'), say: ([sign]) => SAID[sign] as string },
];
