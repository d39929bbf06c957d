import type { Rule } from '../rule.ts';

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/uy;
const URL_WITH_SCHEME =
  /(?:https?|ftp):\/\/(?:www\.)?([^\s/?#"'<>)\]]+)[^\s"'<>)\]]*?(?=[.,;:!?)\]]*(?:\s|$|["'<>)\]]))/uy;
const BARE_ADDRESS =
  /(?:www\.)?((?:[a-z\d-]+\.)+(?:com|org|net|gov|mil|edu|int|info|io|eu|ru|cn|kr|kp|ir|ua|uk|de|fr|jp))(?:\/[^\s"'<>)\]]*?)?(?=[.,;:!?)\]]*(?:\s|$|["'<>)\]]))/uy;
const HANDLE = /@([A-Za-z]\w{1,30})/y;
const HASHTAG = /#([A-Za-z]\w*)/y;

const hostWords = (host: string): string => host.replace(/:\d+$/, '').split('.').join(' dot ').replaceAll('-', ' ');

const link = (match: RegExpExecArray): ReturnType<Rule['say']> => ({
  say: `link to ${hostWords(match[1] as string)}`,
  skipped: { kind: 'link', text: match[0] },
});

/** Addresses are for the eye: the listener hears that there is one, and whose. */
export const linkRules: readonly Rule[] = [
  { pattern: EMAIL, say: ([address]) => ({ say: 'e-mail address', skipped: { kind: 'link', text: address } }) },
  { pattern: URL_WITH_SCHEME, say: link },
  { pattern: BARE_ADDRESS, say: link },
  { pattern: HANDLE, say: ([, name]) => `at ${(name as string).replaceAll('_', ' ')}` },
  {
    pattern: HASHTAG,
    say: ([, name]) => `hashtag ${(name as string).replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ')}`,
  },
];
