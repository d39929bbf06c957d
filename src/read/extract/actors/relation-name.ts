const WITH_ARTICLE =
  /^(?:United|Netherlands|Philippines|Bahamas|Maldives|Democratic|Central African|Czech Republic|Comoros|Republic|Gambia|Holy See|Soviet)|Islands$/;

/** "Allies of the United States": who is named by how he stands to a state. */
export const relationName = (noun: string, plural: string | undefined, state: string): string =>
  `${plural ?? noun} of ${WITH_ARTICLE.test(state) ? 'the ' : ''}${state}`;
