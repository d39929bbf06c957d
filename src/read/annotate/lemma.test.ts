import { describe, expect, it } from 'vitest';
import { Lemmas } from './lemma.ts';

/** In order of rank; a name like "Chang" may stand behind the verb. */
const COMMON =
  'change use us accuse invade visit attack ban shell impose strike arrest withdraw sanction close movie chang'.split(
    ' ',
  );
const lemmas = new Lemmas(
  "VBD\tthrew\tthrow\nPRP\thim\the\nRB\tn't\tnot\nVBN\tbuilt\tbuild\nNNS\tmen\tman\n",
  (form) => {
    const rank = COMMON.indexOf(form);
    return rank < 0 ? Number.POSITIVE_INFINITY : rank;
  },
);

describe('Lemmas', () => {
  it.each([
    ['threw', 'VERB', 'VBD', 'throw'],
    ['overthrew', 'VERB', 'VBD', 'overthrow'],
    ['rebuilt', 'VERB', 'VBN', 'rebuild'],
    ['him', 'PRON', 'PRP', 'he'],
    ['n’t', 'PART', 'RB', 'not'],
    ['men', 'NOUN', 'NNS', 'man'],
    ['sanctioned', 'VERB', 'VBD', 'sanction'],
    ['deployed', 'VERB', 'VBN', 'deploy'],
    ['denied', 'VERB', 'VBD', 'deny'],
    ['banned', 'VERB', 'VBN', 'ban'],
    ['shelled', 'VERB', 'VBD', 'shell'],
    ['invading', 'VERB', 'VBG', 'invade'],
    ['escalated', 'VERB', 'VBD', 'escalate'],
    ['imposed', 'VERB', 'VBD', 'impose'],
    ['accused', 'VERB', 'VBD', 'accuse'],
    ['threatening', 'VERB', 'VBG', 'threaten'],
    ['launched', 'VERB', 'VBD', 'launch'],
    ['striking', 'VERB', 'VBG', 'strike'],
    ['agreed', 'VERB', 'VBD', 'agree'],
    ['changed', 'VERB', 'VBD', 'change'],
    ['used', 'VERB', 'VBD', 'use'],
    ['died', 'VERB', 'VBD', 'die'],
    ['movies', 'NOUN', 'NNS', 'movie'],
    ['gunmen', 'NOUN', 'NNS', 'gunman'],
    ['1990s', 'NOUN', 'NNS', '1990s'],
    ['cared', 'VERB', 'VBD', 'care'],
    ['seizing', 'VERB', 'VBG', 'seize'],
    ['developed', 'VERB', 'VBD', 'develop'],
    ['pledged', 'VERB', 'VBD', 'pledge'],
    ['arrested', 'VERB', 'VBN', 'arrest'],
    ['withdrawing', 'VERB', 'VBG', 'withdraw'],
    ['attacked', 'VERB', 'VBD', 'attack'],
    ['visited', 'VERB', 'VBD', 'visit'],
    ['supplies', 'VERB', 'VBZ', 'supply'],
    ['clashes', 'NOUN', 'NNS', 'clash'],
    ['allies', 'NOUN', 'NNS', 'ally'],
    ['forces', 'NOUN', 'NNS', 'force'],
    ['crises', 'NOUN', 'NNS', 'crise'],
    ['Americans', 'PROPN', 'NNPS', 'American'],
    ['Seoul', 'PROPN', 'NNP', 'Seoul'],
    ['closer', 'ADJ', 'JJR', 'close'],
    ['heaviest', 'ADJ', 'JJS', 'heavy'],
    ['Tuesday', 'PROPN', 'NNP', 'Tuesday'],
    ['BAN', 'NOUN', 'NN', 'ban'],
  ])('%s (%s %s) → %s', (form, upos, xpos, lemma) => {
    expect(lemmas.lemmaOf(form, upos, xpos)).toBe(lemma);
  });
});
