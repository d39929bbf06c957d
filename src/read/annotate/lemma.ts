/**
 * Lemmas by what the training treebank saw, then by the spelling rules of English inflection. Only the tag decides
 * which rule applies, so a wrong tag is the usual cause of a wrong lemma.
 */

const VERB_TAGS = ['VBD', 'VBN', 'VBZ', 'VBG', 'VBP', 'VB'];
const VOWEL = /[aeiou]/;
/** Doubled consonants that belong to the verb itself: "telling", "passed", "buzzing", "staffed". */
const OWN_DOUBLE = /(?:ll|ss|zz|ff)$/;
/** Endings after which a silent e was dropped: "forc(e)", "judg(e)", "continu(e)", "believ(e)", "promis(e)". */
const SILENT_E =
  /(?:[^aeiou][cv]|[aeiou](?:c|v|s|z|g)|[lr]g|dg|ng|nc|rs|ns|ps|[^aeiou]u|[^aeiouwxy][aeiou](?:t|d|r|k|m|n|p|b)|i[rt]|[bcdfgkptsz]l|th)$/;
const NO_SILENT_E =
  /(?:(?:en|er|or|el|il|et|it|op|on|om|ow|in|ip|al|us|as|is)|(?:bring|hang|bang|belong|wrong|long|hing|king|ning|ring|ling|ping|sing)|[aeiou]{2}(?:t|d|r|k|m|n|p|b)|focus|bias|gas|bus|canvas)$/;

/** Lemma table and rules of one model folder. */
export class Lemmas {
  private readonly seen: ReadonlyMap<string, string>;

  /** @param table one entry a line: tag, form in lower case, lemma, apart by tabs */
  constructor(table: string) {
    const seen = new Map<string, string>();
    for (const line of table.split(/\r?\n/)) {
      const [tag, form, lemma] = line.split('\t');
      if (tag !== undefined && form !== undefined && lemma !== undefined) seen.set(`${tag} ${form}`, lemma);
    }
    this.seen = seen;
  }

  lemmaOf(form: string, upos: string, xpos: string): string {
    const lower = form.toLowerCase().replace(/[’ʼ`](?=[a-z])/g, "'");
    const seen = this.seen.get(`${xpos} ${lower}`);
    if (seen !== undefined) return seen;
    if (upos === 'PROPN') return xpos === 'NNPS' && /[^s]s$/.test(form) ? singular(form) : form;
    if (upos === 'NUM' || upos === 'X' || upos === 'SYM' || upos === 'PUNCT') return form;
    if (VERB_TAGS.includes(xpos)) {
      const other = xpos === 'VBD' ? 'VBN' : xpos === 'VBN' ? 'VBD' : xpos;
      return this.seen.get(`${other} ${lower}`) ?? this.verb(lower, xpos);
    }
    if (xpos === 'NNS') return singular(lower);
    if (xpos === 'JJR' || xpos === 'RBR') return graded(lower, 'er');
    if (xpos === 'JJS' || xpos === 'RBS') return graded(lower, 'est');
    return lower;
  }

  private verb(form: string, xpos: string): string {
    // "overthrew", "rebuilt", "withdrew": a known verb behind a prefix.
    const prefix = /^(?:re|un|over|under|out|mis|fore|with|up|pre|co|de)-?(?=\p{L}{3})/u.exec(form)?.[0];
    if (prefix !== undefined) {
      const inner = this.seen.get(`${xpos} ${form.slice(prefix.length)}`);
      if (inner !== undefined && !form.endsWith('ed') && !form.endsWith('s')) return prefix + inner;
    }
    switch (xpos) {
      case 'VBZ':
        return singular(form);
      case 'VBG':
        return form.endsWith('ing') && form.length > 4 ? stem(form.slice(0, -3), form) : form;
      case 'VBD':
      case 'VBN':
        if (/ied$/.test(form) && form.length > 4) return `${form.slice(0, -3)}y`;
        return form.endsWith('ed') && form.length > 3 ? stem(form.slice(0, -2), form) : form;
      default:
        return form;
    }
  }
}

const singular = (form: string): string => {
  if (/[^aeiou]ies$/i.test(form) && form.length > 4) return `${form.slice(0, -3)}y`;
  if (/(?:sh|ch|ss|x|zz)es$/i.test(form)) return form.slice(0, -2);
  if (/[^aeiou]oes$/i.test(form) && form.length > 4) return form.slice(0, -2);
  if (/[^s]s$/i.test(form) && form.length > 2 && !/(?:us|is)$/i.test(form)) return form.slice(0, -1);
  return form;
};

/** The base of a form whose -ed or -ing is off. */
const stem = (base: string, form: string): string => {
  if (!VOWEL.test(base) && !base.includes('y')) return form;
  if (/([b-df-hj-np-tv-z])\1$/.test(base) && !OWN_DOUBLE.test(base)) return base.slice(0, -1);
  if (/(?:ee|ye|oe)$/.test(base)) return base;
  if (SILENT_E.test(base) && !NO_SILENT_E.test(base)) return `${base}e`;
  return base;
};

const graded = (form: string, ending: string): string => {
  if (!form.endsWith(ending) || form.length < ending.length + 3) return form;
  const base = form.slice(0, -ending.length);
  if (base.endsWith('i')) return `${base.slice(0, -1)}y`;
  if (/([bdgmnpt])\1$/.test(base)) return base.slice(0, -1);
  return /(?:[^aeiou][aeiou][cdgstvzkrmp]|[rn][cgs]|[bdgptz]l)$/.test(base) && !/(?:ow|er|et)$/.test(base)
    ? `${base}e`
    : base;
};
