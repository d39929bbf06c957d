import { WatchfloorError } from '../model/index.ts';
import {
  fitPrecision,
  quantalExtensive,
  quantalNormal,
  quantalTable,
  readEfg,
  readNfg,
  solveExtensive,
  solveNormal,
} from '../play/index.ts';
import { readText } from './bargain.ts';

export interface GameOptions {
  /** Precisions at which the quantal response is told. */
  readonly lambda?: readonly number[];
  /** Observed counts, chooser × action, to fit the precision to. */
  readonly counts?: readonly (readonly number[])[];
}

export interface SolvedFile {
  readonly lines: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Solves a Gambit file.
 *
 * @throws WatchfloorError `play.file-missing`, `play.bad-game`
 */
export const solveGame = (file: string, { lambda = [], counts }: GameOptions): SolvedFile => {
  const text = readText(file);
  const isTree = /^\s*EFG\b/.test(text);
  const tree = isTree ? readEfg(text, file) : undefined;
  const form = isTree ? undefined : readNfg(text, file);
  const solved = tree ? solveExtensive(tree) : form ? solveNormal(form) : undefined;
  const quantal = tree ? quantalExtensive(tree) : quantalNormal(form as NonNullable<typeof form>);
  const parts = [solved as SolvedFile];
  if (lambda.length > 0) parts.push(quantalTable(quantal, lambda));
  if (counts) {
    const fits =
      counts.length === quantal.choosers.length &&
      counts.every((row, chooser) => row.length === quantal.choosers[chooser]?.actions.length);
    if (!fits) {
      const wanted = quantal.choosers.map(({ name, actions }) => `${name} (${actions.join(', ')})`).join('; ');
      throw new WatchfloorError(
        'play.bad-game',
        `The counts do not match the game; it wants a list for each of: ${wanted}.`,
        { file },
      );
    }
    const fit = fitPrecision(quantal, counts);
    parts.push({
      lines: [
        `Fitted precision: λ = ${fit.lambda.toFixed(4)}${fit.atLimit ? ' (the limit of the search: more would fit better)' : ''}, log-likelihood ${fit.logLikelihood.toFixed(4)}`,
      ],
      data: { fit },
    });
  }
  return {
    lines: [(tree ?? form)?.title ?? '', ...parts.flatMap(({ lines }) => ['', ...lines])],
    data: Object.assign({}, ...parts.map(({ data }) => data)) as Record<string, unknown>,
  };
};
