import { anyKey, speechData } from '../../data/speech-data.ts';
import type { Rule } from '../rule.ts';

const PARTIES: Readonly<Record<string, string>> = { R: 'Republican', D: 'Democrat', I: 'Independent' };
const STREET = /\p{Lu}\p{Ll}+\s$/u;

export const abbreviationRules = (): readonly Rule[] => {
  const { abbreviations } = speechData();
  const { always, states } = abbreviations;
  const beforeName = abbreviations['before-name'];
  const beforeNumber = abbreviations['before-number'];
  return [
    {
      pattern: new RegExp(String.raw`([RDI])-(${anyKey(states)}|\p{Lu}\p{Ll}+)(?=[),;])`, 'uy'),
      say: ([, party, state], { before }) =>
        before.endsWith('(') ? `${PARTIES[party as string]} of ${states[state as string] ?? state}` : null,
    },
    {
      pattern: new RegExp(String.raw`(${anyKey(beforeNumber)})(?=\s?(?:\d|[IVX]+\b))`, 'uy'),
      say: ([, short]) => `${beforeNumber[short as string]} `,
    },
    { pattern: /#(?=\d)/y, say: () => 'number ' },
    {
      pattern: new RegExp(String.raw`(${anyKey(states)})(?![\p{L}\d])`, 'uy'),
      // Only after a place ("Norfolk, Va."): elsewhere "Miss." and "Wash." are words.
      say: ([, state], { before }) =>
        /\p{Lu}[\p{L}.]*,\s$/u.test(before) ? (states[state as string] as string) : null,
    },
    {
      pattern: new RegExp(String.raw`(${anyKey(beforeName)})(?=\s+(?:\p{Lu}|[A-Z]\.))`, 'uy'),
      say: ([, short], { before }) =>
        short === 'St.' && STREET.test(before) ? 'Street' : (beforeName[short as string] as string),
    },
    { pattern: /St\.(?![\p{L}\d])/uy, say: (_, { before }) => (STREET.test(before) ? 'Street' : null) },
    {
      pattern: new RegExp(String.raw`(${anyKey(always)})(?![\p{L}\d])`, 'uy'),
      say: ([, short], { after }) => {
        const words = always[short as string] as string;
        // A point that also ends the sentence is still heard as its end.
        return (short as string).endsWith('.') && /^\s*$/.test(after) ? `${words}.` : words;
      },
    },
  ];
};
