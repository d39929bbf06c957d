const SOFT = /[\u00ad\u200b\u2060\ufeff]/g;
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;
/** Marks that turn the direction of what follows and can make a text look other than it is. */
const OVERRIDES = /[\u202a-\u202e]/g;
const BLANKS = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** Line ends, blanks and invisible characters made plain; words and their order stay. */
export const tidy = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029|\f/g, '\n')
    .replace(SOFT, '')
    .replace(CONTROLS, '')
    .replace(OVERRIDES, '')
    .replace(BLANKS, ' ');
