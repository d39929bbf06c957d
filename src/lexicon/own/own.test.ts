import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { normaliseWord, openLexicon, readOwnLexicon } from '../index.ts';

const folder = mkdtempSync(join(tmpdir(), 'watchfloor-lexicon-'));
const written = (yaml: string): string => {
  const file = join(folder, `${Math.abs(yaml.length * 31 + yaml.charCodeAt(5))}.yaml`);
  writeFileSync(file, yaml);
  return file;
};
const failure = async (yaml: string) => {
  const error = await readOwnLexicon(written(yaml)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const { code, message, place } = error as { code: string; message: string; place: Record<string, unknown> };
  return { code, message, line: place['line'], column: place['column'], path: place['path'] };
};

describe('an analyst’s own lexicon', () => {
  it('adds people, organisations and places', async () => {
    const own = await readOwnLexicon(
      written(
        [
          'people:',
          '  UKR:',
          '    Olena Testenko: defence minister 2031-02/; she; also Lena Testenko',
          'organisations:',
          '  UKR:',
          '    MIL:',
          '      - 999th Test Brigade | Test Brigade',
          'places:',
          '  UKR:',
          '    - Testove = Testovian',
        ].join('\n'),
      ),
    );
    const lexicon = openLexicon(own.names);
    expect(lexicon.holders('UKR', 'defence minister', '2031-05-01').map(({ name }) => name)).toContain(
      'Olena Testenko',
    );
    expect(lexicon.entry('per-olena-testenko')?.pronoun).toBe('she');
    expect(lexicon.named('Test Brigade').map(({ entry }) => entry.id)).toEqual(['org-999th-test-brigade']);
    expect(lexicon.named('Testovian').map(({ entry }) => entry.country)).toEqual(['UKR']);
  });

  it('puts an own meaning before the shipped one and replaces an entry of the same id', async () => {
    const own = await readOwnLexicon(written('people:\n  RUS:\n    Vladimir Putin: retired 2040/\n'));
    const lexicon = openLexicon(own.names);
    expect(lexicon.entry('per-vladimir-putin')?.terms).toEqual([{ office: 'retired', from: '2040', to: null }]);
    const raw = ['Vladimir', 'Putin'];
    const [match] = lexicon.namesAt({ raw, keys: raw.map(normaliseWord) }, 0);
    expect(match?.senses.map(({ entry }) => entry.id)).toEqual(['per-vladimir-putin']);
  });

  it('leaves the shipped lexicon as it was', () => {
    expect(openLexicon().entry('per-olena-testenko')).toBeUndefined();
  });

  it('names the place of a bad term', async () => {
    expect(await failure('people:\n  UKR:\n    Ann Example: minister of luck\n')).toEqual({
      code: 'read.lexicon-invalid',
      message:
        'The entry people › UKR › Ann Example of the lexicon cannot be used: "minister of luck" is no term of office: write "office from/to", with dates such as 2012-05-07, 2012-05 or 2012.',
      line: 3,
      column: 18,
      path: 'people.UKR.Ann Example',
    });
  });

  it('asks what was meant by an unknown section', async () => {
    const { message, line } = await failure('poeple:\n  UKR: {}\n');
    expect(message).toBe('The entry poeple of the lexicon has an unknown key "poeple"; did you mean "people"?');
    expect(line).toBe(1);
  });

  it('refuses a sector or a country that does not exist', async () => {
    expect((await failure('organisations:\n  UKR:\n    ARMY:\n      - X Brigade\n')).path).toBe(
      'organisations.UKR.ARMY',
    );
    expect((await failure('people:\n  Ukraine:\n    A B: president 2030/\n')).message).toMatch(/alpha-3 code/);
  });

  it('says when the file is no YAML or is missing', async () => {
    expect((await failure('people: [\n')).code).toBe('read.lexicon-invalid');
    await expect(readOwnLexicon(join(folder, 'nowhere.yaml'))).rejects.toMatchObject({
      code: 'read.lexicon-unreadable',
    });
  });
});
