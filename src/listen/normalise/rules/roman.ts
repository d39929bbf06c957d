import { cardinalWords, ordinalWords, romanValue } from '../number-words.ts';
import type { Rule } from '../rule.ts';

/** What is numbered in roman numerals, a single letter included. */
const NUMBERED =
  /\b(?:World War|War|Part|Chapter|Phase|Type|Article|Annex|Annexe|Title|Volume|Act|Mark|Stage|Schedule|Appendix|Section|Category|Class|Tier|Level|Basket|Protocol|Pillar|START|SALT)\s$/i;
/** Whoever bears one of these names and a numeral is a sovereign or a pope. */
const REGNAL =
  /\b(?:Abdullah|Albert|Alexander|Benedict|Carl|Catherine|Charles|Edward|Elizabeth|Felipe|Francis|Frederick|Frederik|George|Harald|Hassan|Henry|Hussein|Ivan|James|John|John Paul|Juan Carlos|Leo|Louis|Margrethe|Mohammed|Muhammad|Napoleon|Nicholas|Paul|Peter|Philip|Pius|Victoria|Wilhelm|Willem|William)\s$/;
const AFTER_NAME = /\p{Lu}[\p{L}.]+\s$/u;
const NUMERAL = /([IVXLC]+)(?![\p{L}\d.]\S|[\p{L}\d])/uy;

export const romanRules: readonly Rule[] = [
  {
    pattern: NUMERAL,
    say: ([, numeral], { before, headline }) => {
      const value = romanValue(numeral as string);
      if (value === undefined) return null;
      if (NUMBERED.test(before)) return cardinalWords(String(value));
      if (REGNAL.test(before)) return `the ${ordinalWords(String(value))}`;
      const unmistakable =
        (numeral as string).length > 1 &&
        !headline &&
        !/^(?:XI|IV|MI|CV|LI|XL|CC|DC|CI|CL|LC|LX)$/.test(numeral as string);
      return unmistakable && AFTER_NAME.test(before) ? cardinalWords(String(value)) : null;
    },
  },
];
