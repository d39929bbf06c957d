import type { Definition, NamedVariable } from '../expression/scope.ts';
import { siteIn, syntaxOf } from './expressions.ts';
import type { Field } from './field.ts';

/** Every name that the scenario introduces, collected before anything is typed, so that order of writing does not matter. */
export interface Names {
  readonly parameters: ReadonlyMap<string, number>;
  readonly variables: ReadonlyMap<string, NamedVariable>;
  readonly actors: ReadonlyMap<string, { readonly index: number; readonly actions: ReadonlyMap<string, number> }>;
  readonly lines: ReadonlyMap<string, number>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly outcomes: ReadonlyMap<string, number>;
}

const LINE_ID = /^[A-Za-z_][A-Za-z0-9_]*(-[A-Za-z0-9_]+)*$/;

const levelsOf = (entry: Field): readonly string[] | null => {
  const { value } = entry.child('ordinal');
  return Array.isArray(value) ? value.map(String) : null;
};

export const collectNames = (root: Field): Names => {
  const seen = new Map<string, string>();
  const claim = (name: string, what: string, field: Field): void => {
    const before = seen.get(name);
    if (before !== undefined)
      field.problems.error(
        'duplicate-name',
        `${name} is already the name of ${before}; as ${what} it needs another.`,
        field.path,
      );
    else seen.set(name, what);
  };
  const index = (section: string, what: string): Map<string, number> => {
    const map = new Map<string, number>();
    for (const [name, entry] of root.child(section).entries(`${what}s`)) {
      claim(name, `a ${what}`, entry);
      map.set(name, map.size);
    }
    return map;
  };
  const parameters = index('parameters', 'parameter');
  const variables = new Map<string, NamedVariable>();
  for (const [name, entry] of root.child('state').entries('state variables')) {
    claim(name, 'a state variable', entry);
    variables.set(name, { index: variables.size, levels: levelsOf(entry) });
  }
  const definitions = new Map<string, Definition>();
  for (const [name, entry] of root.child('define').entries('expressions')) {
    claim(name, 'a definition', entry);
    const syntax = syntaxOf(entry);
    if (syntax) definitions.set(name, { syntax, site: siteIn(entry, String(entry.value)) });
  }
  const outcomes = index('outcomes', 'outcome');
  const actors = new Map<string, { index: number; actions: Map<string, number> }>();
  const lines = new Map<string, number>();
  let count = 0;
  for (const [name, entry] of root.child('actors').entries('actors')) {
    const actions = new Map<string, number>();
    for (const [action] of entry.child('actions').entries('actions')) actions.set(action, actions.size);
    actors.set(name, { index: actors.size, actions });
    for (const line of entry.child('redlines').list()) {
      const id = line.child('id').text();
      if (id === null) continue;
      if (!LINE_ID.test(id))
        line
          .child('id')
          .error(
            'structure',
            `${JSON.stringify(id)} cannot be the id of a red line: use letters, digits, _ and single hyphens.`,
          );
      if (lines.has(id)) line.child('id').error('duplicate-name', `there is already a red line ${id}.`);
      lines.set(id, count++);
    }
  }
  return { parameters, variables, actors, lines, definitions, outcomes };
};
