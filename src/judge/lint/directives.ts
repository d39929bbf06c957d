import { didYouMean, type Prose, WatchfloorError } from '../../model/index.ts';
import { lineStarts, positionAt } from './position.ts';
import { LINT_RULE_IDS } from './rules/index.ts';

const DIRECTIVE = /^watchfloor-([a-z-]+)\s*(.*)$/is;
const ACTIONS = ['disable', 'enable', 'disable-line', 'disable-next-line'];

/** From which line to which a rule is switched off; all rules for `*`. */
interface Silence {
  readonly rule: string;
  readonly from: number;
  readonly to: number;
}

const rulesNamed = (words: string, fail: (message: string) => WatchfloorError): readonly string[] => {
  // What stands behind "--" says why.
  const names = (words.split('--')[0] as string).split(/[\s,]+/).filter((name) => name !== '');
  for (const name of names)
    if (!LINT_RULE_IDS.includes(name)) throw fail(`There is no rule ${name}.${didYouMean(name, LINT_RULE_IDS)}`);
  return names.length > 0 ? names : ['*'];
};

/** The first line behind a line that is not blank in the source. */
const nextLine = (source: string, starts: readonly number[], line: number): number => {
  for (let next = line + 1; next <= starts.length; next++)
    if (source.slice(starts[next - 1], starts[next] ?? source.length).trim() !== '') return next;
  return line + 1;
};

/**
 * What the comments of a text switch off: whether a rule is silent at an offset.
 *
 * @throws WatchfloorError `lint.unknown-rule`, at the comment
 */
export const silences = (
  { comments }: Prose,
  source: string,
  file: string,
): ((rule: string, offset: number) => boolean) => {
  const starts = lineStarts(source);
  const done: Silence[] = [];
  let open: { readonly rule: string; readonly from: number }[] = [];
  for (const { span, text } of [...comments].sort((a, b) => a.span.start - b.span.start)) {
    const found = DIRECTIVE.exec(text.trim());
    if (!found) continue;
    const { line, column } = positionAt(starts, span.start);
    const fail = (message: string): WatchfloorError =>
      new WatchfloorError('lint.unknown-rule', message, { file, line, column });
    const action = found[1] as string;
    if (!ACTIONS.includes(action)) throw fail(`There is no watchfloor-${action}.${didYouMean(action, ACTIONS)}`);
    const rules = rulesNamed(found[2] ?? '', fail);
    const lastLine = positionAt(starts, Math.max(span.start, span.end - 1)).line;
    if (action === 'disable-line') for (const rule of rules) done.push({ rule, from: line, to: lastLine });
    if (action === 'disable-next-line') {
      const next = nextLine(source, starts, lastLine);
      for (const rule of rules) done.push({ rule, from: next, to: next });
    }
    if (action === 'disable') open.push(...rules.map((rule) => ({ rule, from: line })));
    if (action === 'enable') {
      const isMeant = (rule: string): boolean => rules.includes('*') || rules.includes(rule);
      done.push(...open.filter(({ rule }) => isMeant(rule)).map((one) => ({ ...one, to: line })));
      open = open.filter(({ rule }) => !isMeant(rule));
    }
  }
  done.push(...open.map((one) => ({ ...one, to: starts.length })));
  if (done.length === 0) return () => false;
  return (rule, offset) => {
    const { line } = positionAt(starts, offset);
    return done.some((one) => (one.rule === '*' || one.rule === rule) && one.from <= line && line <= one.to);
  };
};
