import { describe, expect, it } from 'vitest';
import { readLintProject } from './project-file.ts';

describe('readLintProject', () => {
  it('reads every key', () => {
    const text = `lint:
  scale: phia
  fail-on: note
  allow: [Regime]
  words:
    - { words: [gizmo], instead: device }
  rules:
    vague-date: off
    loaded-word: error
`;
    expect(readLintProject(text, 'watchfloor.yaml')).toEqual({
      scale: 'phia',
      failOn: 'note',
      allowed: new Set(['regime']),
      words: [{ words: ['gizmo'], instead: 'device' }],
      levels: { 'vague-date': 'off', 'loaded-word': 'error' },
    });
    expect(readLintProject('', 'watchfloor.yaml')).toEqual({ levels: {} });
  });

  it.each([
    ['lint: { rulse: {} }', 1, 9, 'There is no key "rulse" here. Did you mean rules?'],
    ['lint:\n  rules:\n    vage-date: off', 3, 16, 'There is no rule vage-date. Did you mean vague-date?'],
    ['lint:\n  rules:\n    vague-date: of', 3, 17, 'A rule is set to off, note, warning or error.'],
    ['lint: { fail-on: always }', 1, 18, 'fail-on is note, warning, error or never.'],
    [
      'lint: { allow: [regimes, dictater] }',
      1,
      26,
      '“dictater” is no word of the list, so it needs no leave. Did you mean dictator?',
    ],
    ['lint: { words: [{ words: [a] }] }', 1, 17, 'The key "instead" is missing.'],
    [
      'lint: [',
      1,
      8,
      'This is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
    ['- lint', 1, 1, 'Here a value of the kind object is expected, and not array.'],
  ])('%s', (text, line, column, message) => {
    expect(() => readLintProject(text, 'watchfloor.yaml')).toThrow(
      expect.objectContaining({ message, place: expect.objectContaining({ file: 'watchfloor.yaml', line, column }) }),
    );
  });
});
