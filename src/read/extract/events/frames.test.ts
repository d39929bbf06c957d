import { describe, expect, it } from 'vitest';
import { compileEventLexicon, defaultEventLexicon } from '../../../lexicon/index.ts';
import { EVENT_TYPES } from '../../../model/index.ts';

describe('the event lexicon', () => {
  const lexicon = defaultEventLexicon();
  const frames = [...lexicon.verbs.values(), ...lexicon.nouns.values()].flat();

  it('knows every PLOVER type and nothing else', () => {
    const types = new Set(frames.flatMap(({ type }) => (type === null ? [] : [type])));
    expect([...types].sort()).toEqual([...EVENT_TYPES].sort());
  });

  it('makes every nominalisation from a verb it knows', () => {
    const known = [...lexicon.verbs.keys(), ...lexicon.operators.keys()];
    expect([...lexicon.nominalisations.values()].filter((verb) => !known.includes(verb))).toEqual([]);
  });

  it('leaves no class name unresolved but those the matcher knows', () => {
    const names = frames.flatMap(({ object, subject, modifier }) =>
      [object, subject, modifier].flatMap((words) =>
        words === undefined || words === 'any' ? [] : [...words].filter((word) => word.startsWith('$')),
      ),
    );
    expect([...new Set(names)].sort()).toEqual(['$bloc', '$force', '$organisation', '$person', '$place', '$state']);
  });

  it('puts the frames of a case before its own', () => {
    const own = compileEventLexicon([
      { events: { COERCE: [{ verb: 'sandbag', target: 'object' }] } },
      { events: { ASSAULT: [{ verb: 'sandbag', target: 'object' }] } },
    ]);
    expect(own.verbs.get('sandbag')?.map(({ type }) => type)).toEqual(['COERCE', 'ASSAULT']);
  });
});
