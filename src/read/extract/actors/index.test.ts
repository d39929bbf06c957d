import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLexicon } from '../../../lexicon/index.ts';
import { type Annotation, type Annotator, createAnnotator, type Token } from '../../annotate/index.ts';
import type { ActorLayer } from '../actor-layer.ts';
import { findActors } from './index.ts';

let annotator: Annotator;
beforeAll(async () => {
  annotator = await createAnnotator();
});
afterAll(() => annotator.close());

const lexicon = openLexicon();
const DAY = '2024-06-18';

const layerOf = async (text: string, published: string | null = DAY): Promise<ActorLayer> =>
  findActors(await annotator.annotate(text), { published, title: null, lexicon });

/** `id kind country sector: its mentions`, for each actor that is asked for (by id), in the order asked. */
const seen = async (text: string, ids: readonly string[], published: string | null = DAY): Promise<string[]> => {
  const { actors } = await layerOf(text, published);
  return ids.map((id) => {
    const actor = actors.find((one) => one.id === id);
    if (actor === undefined) return `${id}: none of ${actors.map((one) => one.id).join(', ')}`;
    const words = actor.mentions.map(({ start, end }) => text.slice(start, end)).join(' | ');
    return `${id} ${actor.kind} ${actor.country ?? '-'} ${actor.sector ?? '-'}: ${words}`;
  });
};

describe('identity', () => {
  it.each([
    [
      'Putin met Kim Jong Un. The Russian leader smiled.',
      'per-vladimir-putin person RUS GOV: Putin | The Russian leader',
    ],
    ['Moscow said it would respond.', 'RUS state RUS GOV: Moscow | it'],
    ['The Kremlin rejected the claims.', 'RUS state RUS GOV: The Kremlin'],
    ['The delegates met in Moscow.', 'plc-moscow-rus place RUS -: Moscow'],
    ['Jordan said it had shot down the drones.', 'JOR state JOR GOV: Jordan | it'],
    ['Visitors praised the USSR.', 'RUS state RUS GOV: the USSR'],
    ['Russian forces shelled the town.', 'grp-rus-mil group RUS MIL: Russian forces'],
    ['Russian officials denied it.', 'grp-rus-officials group RUS GOV: Russian officials'],
    ['The Russian government denied it.', 'RUS state RUS GOV: Russian | The Russian government'],
    ["France's foreign minister resigned.", "per-stephane-sejourne person FRA GOV: France's foreign minister"],
    ['The IAEA said its inspectors had left.', 'org-iaea organisation - IGO: The IAEA | its'],
    ['Hamas fired rockets.', 'grp-hamas group PSE REB: Hamas'],
    ['The Pentagon declined to comment.', 'org-pentagon organisation USA MIL: The Pentagon'],
    ['Protesters clashed with police in Nairobi.', 'grp-protesters group KEN CVL: Protesters'],
    ['Fighting went on in Crimea.', 'plc-crimea-ukr place UKR -: Crimea'],
  ])('%s', async (text, expected) => {
    expect(await seen(text, [expected.split(' ')[0] as string])).toEqual([expected]);
  });

  it('resolves an office by the day of the text', async () => {
    const text = 'The Russian president spoke.';
    expect((await layerOf(text, '2010-01-10')).actors.map(({ id }) => id)).toContain('per-dmitry-medvedev');
    expect((await layerOf(text, '2024-01-10')).actors.map(({ id }) => id)).toContain('per-vladimir-putin');
  });

  it('takes no former holder for the holder', async () => {
    const { actors } = await layerOf('A former Russian president spoke.');
    expect(actors.map(({ id }) => id)).not.toContain('per-vladimir-putin');
  });

  it('finds no actor in a salad', async () => {
    expect((await layerOf('They ordered Russian salad.')).actors).toEqual([]);
  });

  it('takes Georgia among American places for the American state', async () => {
    expect(await seen('He flew from Texas to Georgia and on to Florida.', ['plc-georgia-usa'])).toEqual([
      'plc-georgia-usa place USA -: Georgia',
    ]);
    expect(await seen('Georgia signed a treaty in Tbilisi.', ['GEO'])).toEqual(['GEO state GEO GOV: Georgia']);
  });

  it('names people whom no lexicon knows', async () => {
    expect(await seen('Gen. Aldo Testini resigned on Monday. Testini gave no reason.', ['per-aldo-testini'])).toEqual([
      'per-aldo-testini person - MIL: Gen. Aldo Testini | Testini',
    ]);
  });

  it('gives two groups for two states under one noun', async () => {
    const text = 'Russian and Ukrainian officials met on Monday.';
    expect(await seen(text, ['grp-rus-officials', 'grp-ukr-officials'])).toEqual([
      'grp-rus-officials group RUS GOV: Russian and Ukrainian officials',
      'grp-ukr-officials group UKR GOV: Ukrainian officials',
    ]);
  });
});

describe('coreference', () => {
  it('follows an apposition and a possessive', async () => {
    const text = 'Putin is visiting North Korea to meet its leader, Kim Jong Un. He will stay two days.';
    expect(await seen(text, ['per-kim-jong-un', 'PRK'])).toEqual([
      'per-kim-jong-un person PRK GOV: its leader | Kim Jong Un',
      'PRK state PRK GOV: North Korea | its',
    ]);
  });

  it('links he and she by gender', async () => {
    const text = 'Giorgia Meloni met Emmanuel Macron. She praised him.';
    expect(await seen(text, ['per-giorgia-meloni', 'per-emmanuel-macron'])).toEqual([
      'per-giorgia-meloni person ITA GOV: Giorgia Meloni | She',
      'per-emmanuel-macron person FRA GOV: Emmanuel Macron | him',
    ]);
  });

  it('gives both countries to both', async () => {
    const text = 'Russia and North Korea signed a pact. Both countries praised it.';
    expect(await seen(text, ['RUS', 'PRK'])).toEqual([
      'RUS state RUS GOV: Russia | Both countries',
      'PRK state PRK GOV: North Korea | Both countries',
    ]);
  });

  it('finds the alliance and the group behind a noun', async () => {
    const text =
      'NATO met on Monday. The alliance promised support. The Houthis attacked a ship. The group claimed success.';
    expect(await seen(text, ['org-nato', 'grp-houthis'])).toEqual([
      'org-nato organisation - IGO: NATO | The alliance',
      'grp-houthis group YEM REB: The Houthis | The group',
    ]);
  });

  it('gives the first person in a quotation to its speaker', async () => {
    const text = '“I will not resign,” Scholz told reporters.';
    expect(await seen(text, ['per-olaf-scholz'])).toEqual(['per-olaf-scholz person DEU GOV: I | Scholz']);
  });

  it('reads an empty "it" as nothing', async () => {
    const { mentions } = await layerOf('Russia is a state. It is likely that the talks will fail.');
    expect(mentions.filter(({ form }) => form === 'pronoun')).toEqual([]);
  });
});

describe('the layer', () => {
  it('finds the smallest mention whose core holds a token', async () => {
    const layer = await layerOf('The man who visited Paris met Russian President Vladimir Putin.');
    const at = (token: number) => layer.at(0, token)?.actor;
    expect(at(1)).toBe('per-man');
    expect(at(3)).toBeUndefined();
    expect(at(4)).toBe('plc-paris-fra');
    expect(at(6)).toBe('RUS');
    expect(at(9)).toBe('per-vladimir-putin');
    expect(layer.at(7, 0)).toBeUndefined();
  });

  it('keeps mentions inside the text, in order, for any string', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), async (text) => {
        const { mentions } = await layerOf(text);
        for (const { start, end } of mentions) expect(start >= 0 && start < end && end <= text.length).toBe(true);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('survives trees that are none', () => {
    const words = ['Russia', 'says', 'it', 'U.S.', '-', "'s", 'Kim', '“', 'ministers', '2024', ',', 'of', 'the'];
    const relations = ['nsubj', 'conj', 'nmod:poss', 'compound', 'appos', 'flat', 'case', 'det', 'root', 'acl:relcl'];
    const tags = ['NOUN', 'PROPN', 'PRON', 'VERB', 'NUM', 'PUNCT', 'ADP', 'ADJ'];
    const token = fc.record({
      text: fc.constantFrom(...words),
      upos: fc.constantFrom(...tags),
      deprel: fc.constantFrom(...relations),
      head: fc.integer({ min: -1, max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(token, { minLength: 1, maxLength: 12 }), (drafts) => {
        let at = 0;
        const tokens = drafts.map(({ text, ...rest }): Token => {
          const start = at;
          at += text.length + 1;
          return { text, lemma: text.toLowerCase(), xpos: 'NN', ...rest, start, end: start + text.length };
        });
        const text = drafts.map((one) => one.text).join(' ');
        const annotation: Annotation = {
          text,
          sentences: [{ index: 0, paragraph: 0, start: 0, end: text.length, tokens }],
        };
        const once = findActors(annotation, { published: DAY, title: null, lexicon });
        const twice = findActors(annotation, { published: DAY, title: null, lexicon });
        expect(once.actors).toEqual(twice.actors);
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});
