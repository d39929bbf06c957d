/**
 * Lemmas by what the training treebank saw, then by the spelling rules of English inflection, with the network's
 * vocabulary as judge between "accus" and "accuse". Only the tag decides which rule applies, so a wrong tag is the
 * usual cause of a wrong lemma.
 */

/** How common a form in lower case is: 0 for the commonest, infinite for a form that is not known. */
export type CommonRank = (form: string) => number;

const VERB_TAGS: ReadonlySet<string> = new Set(['VBD', 'VBN', 'VBZ', 'VBG', 'VBP', 'VB']);
const UNINFLECTED: ReadonlySet<string> = new Set(['NUM', 'X', 'SYM', 'PUNCT']);
/** Prefixes behind which an irregular verb stays irregular: "overthrew", "rebuilt". */
const VERB_PREFIX = /^(?:re|un|over|under|out|mis|fore|with|up|pre|co)-?(?=\p{L}{3})/u;
/** One syllable that ends in one vowel and one consonant would double it, so "cared" lost an e: "care". */
const SHORT = /^(?:qu|[^aeiouy]*|[^aeiouy]*qu)[aeiouy][^aeiouwxy]$/;
/** Endings of bases that lost an e: "forc(e)", "continu(e)", "escalat(e)", "revis(e)", "injur(e)", "incit(e)", "settl(e)". */
const LOST_E =
  /(?:[cvuz]|[lrdn]g|[aeiou]g|[rnw]s|[aeiou]s|[^aeo]at|creat|[cngx]it|[^aeio]ur|ir|[uo]ot|ut|ul|[flm]in|[aeiou]k|[bcdfgkptz]l|[ui]d|th|[aeiou]{1}l[ei]t|os)$/;
/** … and of bases that did not. */
const KEPT_BARE =
  /(?:(?:ai|ea|ee|ei|oa|oi|oo|ou)[rtdkmnpls]|(?:[rlnc])k|focus|bias|benefit|profit|limit|exhibit|inhibit|avoid|ground)$/;

/** Lemma table and rules of one model folder. */
export class Lemmas {
  private readonly seen: ReadonlyMap<string, string>;
  private readonly rank: CommonRank;

  /** @param table one entry a line: tag, form in lower case, lemma, apart by tabs */
  constructor(table: string, rank: CommonRank) {
    this.rank = rank;
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
    if (upos === 'PROPN') return xpos === 'NNPS' && /[^s]s$/.test(form) ? this.singular(form) : form;
    if (UNINFLECTED.has(upos)) return form;
    if (VERB_TAGS.has(xpos)) return this.verb(lower, xpos);
    if (xpos === 'NNS') return this.singular(lower);
    if (xpos === 'JJR' || xpos === 'RBR') return this.graded(lower, 'er');
    if (xpos === 'JJS' || xpos === 'RBS') return this.graded(lower, 'est');
    return lower;
  }

  private verb(form: string, xpos: string): string {
    const tags = xpos === 'VBD' || xpos === 'VBN' ? ['VBD', 'VBN'] : [xpos];
    for (const tag of tags) {
      const seen = this.seen.get(`${tag} ${form}`);
      if (seen !== undefined) return seen;
      const prefix = VERB_PREFIX.exec(form)?.[0];
      const irregular =
        prefix === undefined || form.endsWith('ed') ? undefined : this.seen.get(`${tag} ${form.slice(prefix.length)}`);
      if (irregular !== undefined && xpos !== 'VBZ' && xpos !== 'VBG') return prefix + irregular;
    }
    switch (xpos) {
      case 'VBZ':
        return this.singular(form);
      case 'VBG':
        if (/^[^aeiou]ying$/.test(form) || form.endsWith('lying'))
          return this.commoner(form.slice(0, -3), `${form.slice(0, -4)}ie`);
        return form.endsWith('ing') && form.length > 4 ? this.base(form.slice(0, -3), form) : form;
      case 'VBD':
      case 'VBN':
        if (form.endsWith('ied')) return form.length > 4 ? `${form.slice(0, -3)}y` : form.slice(0, -1);
        return form.endsWith('ed') && form.length > 3 ? this.base(form.slice(0, -2), form) : form;
      default:
        return form;
    }
  }

  /** The base of a form whose -ed or -ing is off: as it stands, with its e back, or with its last letter single. */
  private base(bare: string, form: string): string {
    if (!/[aeiouy]/.test(bare)) return form;
    if (bare.endsWith('e')) return form.endsWith('ed') ? `${bare}e` : bare;
    if (/([b-df-hj-np-tv-z])\1$/.test(bare)) {
      const single = bare.slice(0, -1);
      if (/[lszfd]$/.test(bare) && this.isKnown(bare)) return bare;
      if (this.isKnown(bare) || this.isKnown(single)) return this.commoner(bare, single);
      return /[lszf]$/.test(bare) ? bare : single;
    }
    const silent = `${bare}e`;
    if (SHORT.test(bare)) return silent;
    if (this.isKnown(bare) || this.isKnown(silent)) return this.commoner(bare, silent);
    return LOST_E.test(bare) && !KEPT_BARE.test(bare) ? silent : bare;
  }

  private singular(form: string): string {
    const withoutS = form.slice(0, -1);
    if (/\d0?s$/.test(form) || /(?:us|is|ss)$/i.test(form) || !/.{2}s$/i.test(form)) {
      return /[a-z]{2}men$/.test(form) ? `${form.slice(0, -2)}an` : form;
    }
    if (/[^aeiou]ies$/i.test(form))
      return form.length > 4 ? this.commoner(`${form.slice(0, -3)}y`, withoutS) : withoutS;
    if (/(?:[sz]|sh|ch|x|o)es$/i.test(form)) {
      const withoutEs = form.slice(0, -2);
      if (this.isKnown(withoutS)) return withoutS;
      return this.isKnown(withoutEs) || /(?:sh|ch|x|ss|zz|[^aeiou]o)es$/i.test(form) ? withoutEs : withoutS;
    }
    return withoutS;
  }

  private graded(form: string, ending: string): string {
    if (!form.endsWith(ending) || form.length < ending.length + 3) return form;
    const bare = form.slice(0, -ending.length);
    if (bare.endsWith('i')) return `${bare.slice(0, -1)}y`;
    if (/([bdgmnpt])\1$/.test(bare)) return bare.slice(0, -1);
    return this.commoner(bare, `${bare}e`);
  }

  private isKnown(form: string): boolean {
    return this.rank(form.toLowerCase()) !== Number.POSITIVE_INFINITY;
  }

  /** The commoner of two forms, the first where neither is known. */
  private commoner(first: string, second: string): string {
    return this.rank(second.toLowerCase()) < this.rank(first.toLowerCase()) ? second : first;
  }
}
