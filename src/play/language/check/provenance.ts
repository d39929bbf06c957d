import type { Field } from './field.ts';

const LITERAL = /(?:^|[^A-Za-z0-9_.])(?:\d+\.?\d*|\.\d+)/;
const JUDGEMENT = /^\S.*\s\d{4}-\d{2}-\d{2}$/;

const hasNumber = (value: unknown): boolean => {
  if (typeof value === 'number') return true;
  if (typeof value === 'string') return LITERAL.test(value);
  if (Array.isArray(value)) return value.some(hasNumber);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNumber);
};

/** True when the mapping itself says where its numbers come from. A judgement needs a name and a day. */
const declares = (field: Field): boolean => {
  const judgement = field.child('judgement');
  const said = judgement.text();
  if (said !== null && !JUDGEMENT.test(said))
    judgement.error('structure', `${judgement.label} must be a name and a day, such as "analyst-a 2024-06-18".`);
  const source = field.child('source');
  const claims = source.missing
    ? []
    : Array.isArray(source.value)
      ? source.list().map((item) => item.text())
      : [source.text()];
  return said !== null || claims.some((claim) => claim !== null && claim !== '');
};

/** Sections whose entries each stand for themselves; where an entry has parts of its own, so do they. */
const SECTIONS = ['parameters', 'state', 'shocks', 'observables'] as const;

/** Warns of every entry that has numbers and does not say, itself or by what it stands in, where they come from. */
export const checkProvenance = (root: Field): void => {
  if (typeof root.value !== 'object' || root.value === null) return;
  const whole = declares(root);
  const visit = (field: Field, covered: boolean): void => {
    const own =
      typeof field.value === 'object' && field.value !== null && !Array.isArray(field.value) && declares(field);
    if (!covered && !own && hasNumber(field.value))
      field.problems.warn(
        'unsourced',
        `${field.label} has numbers without a source: add \`source: [claim ids]\` or \`judgement: name yyyy-mm-dd\`.`,
        field.path,
      );
  };
  for (const section of SECTIONS) for (const [, entry] of root.child(section).entries('entries')) visit(entry, whole);
  for (const entry of root.child('correlations').list()) visit(entry, whole);
  for (const [, actor] of root.child('actors').entries('actors')) {
    if (typeof actor.value !== 'object' || actor.value === null) continue;
    const covered = declares(actor) || whole;
    for (const key of ['decide', 'beliefs', 'sees', 'utility'])
      if (!actor.child(key).missing) visit(actor.child(key), covered);
    for (const line of actor.child('redlines').list()) visit(line, covered);
    for (const [, action] of actor.child('actions').entries('actions')) visit(action, covered);
  }
};
