import type { Command } from 'commander';
import { WatchfloorError } from '../../model/index.ts';
import { colour, note, print } from '../terminal.ts';
import { type Control, collect, interruptible, numberOf, type PlayFlags, playFlags, requestOf } from './play-flags.ts';

const STYLE = { bold: colour.bold, dim: colour.dim };

/** Runs an analysis and prints it as JSON or as text; one that was stopped is labelled. */
const show = async <T>(
  flags: PlayFlags,
  analyse: (control: Control) => Promise<T>,
  text: (result: T, texts: typeof import('../../app/play-text.ts')) => string,
): Promise<void> => {
  let stopped = false;
  const result = await interruptible(flags, async (control) => {
    const analysed = await analyse(control);
    stopped = control.signal.aborted;
    return analysed;
  });
  if (stopped && flags.json) note('partial results: stopped before all runs were played');
  else if (stopped) print('Partial results: stopped before all runs were played.\n');
  print(flags.json ? JSON.stringify(result, null, 2) : text(result, await import('../../app/play-text.ts')));
};

const analyses = () => import('../../app/play-analyses.ts');

interface SensitivityFlags extends PlayFlags {
  readonly method?: string;
  readonly points?: string;
}

const methodOf = (method: string): 'sobol' | 'groups' | 'pawn' => {
  if (method === 'sobol' || method === 'groups' || method === 'pawn') return method;
  throw new WatchfloorError(
    'play.bad-option',
    `--method is ${JSON.stringify(method)}; it must be sobol, groups or pawn.`,
  );
};

const registerSensitivity = (command: Command): void => {
  playFlags(
    command
      .command('sensitivity')
      .description('what an outcome depends on: tornado, Sobol indices, PAWN; also on a CSV of Saltelli samples'),
  )
    .argument('<file>', 'a scenario, or samples.csv in the blocks A, B, AB1 …')
    .argument('<outcome>', 'an outcome of the scenario, or the output column of the table')
    .option('--method <name>', 'sobol, groups (correlated parameters as one) or pawn (density-based)')
    .option('--points <n>', 'points of the base sample (1024)')
    .action(async (file: string, outcome: string, _own: unknown, sub: Command) => {
      const flags = sub.optsWithGlobals<SensitivityFlags>();
      const { sensitivityFile, sensitivityTable } = await analyses();
      if (/\.csv$/i.test(file)) {
        const indices = sensitivityTable(file, outcome, flags.seed);
        print(
          flags.json ? JSON.stringify(indices, null, 2) : (await import('../../app/play-text.ts')).sobolText(indices),
        );
        return;
      }
      const { seed, workers, replications } = requestOf(flags);
      const chosen = {
        ...(seed === undefined ? {} : { seed }),
        ...(workers === undefined ? {} : { workers }),
        ...(replications === undefined ? {} : { replications }),
        ...(flags.points === undefined ? {} : { points: numberOf(flags.points, 'points') }),
        ...(flags.method === undefined ? {} : { method: methodOf(flags.method) }),
      };
      await show(
        flags,
        (control) => sensitivityFile(file, outcome, flags.set ?? [], { ...chosen, ...control }),
        (result, { sensitivityText }) => sensitivityText(result, STYLE),
      );
    });
};

const registerDiscover = (command: Command): void => {
  playFlags(
    command
      .command('discover')
      .description('which ranges of the parameters an outcome lies in (PRIM); also on any CSV of runs'),
  )
    .argument('<file>', 'a scenario, kept runs (.wfruns), or a CSV')
    .argument('[outcome]')
    .option('--outcome <name>', 'the outcome, or the column of the CSV')
    .option('--where <condition>', "for a CSV: which values of the column, such as '> .8'")
    .action(async (file: string, named: string | undefined, _own: unknown, sub: Command) => {
      const flags = sub.optsWithGlobals<PlayFlags & { readonly outcome?: string; readonly where?: string }>();
      const outcome = named ?? flags.outcome;
      if (outcome === undefined) command.error('error: name the outcome to discover.');
      const { discoverFile } = await analyses();
      await show(
        flags,
        (control) => discoverFile(file, outcome as string, flags.where, { ...requestOf(flags), ...control }),
        (result, { discoveryText }) => discoveryText(result, STYLE),
      );
    });
};

const registerIndicators = (command: Command): void => {
  playFlags(
    command
      .command('indicators')
      .description('which observables tell an outcome from the rest, how well and how early; --json for watching'),
  )
    .argument('<file>')
    .argument('<outcome>')
    .option('--turn <n>', 'read the indicators at the end of this turn (half of the horizon)')
    .action(async (file: string, outcome: string, _own: unknown, sub: Command) => {
      const flags = sub.optsWithGlobals<PlayFlags & { readonly turn?: string }>();
      const { indicatorsFile } = await analyses();
      const turn = flags.turn === undefined ? undefined : numberOf(flags.turn, 'turn');
      await show(
        flags,
        (control) => indicatorsFile(file, outcome, turn, { ...requestOf(flags), ...control }),
        (result, { indicatorsText }) => indicatorsText(result, STYLE),
      );
    });
};

const registerComparisons = (command: Command): void => {
  playFlags(
    command.command('what-if').description('two scenarios on the same noise: A against B, or A against A with --set'),
  )
    .argument('<a>')
    .argument('[b]')
    .action(async (a: string, b: string | undefined, _own: unknown, sub: Command) => {
      const flags = sub.optsWithGlobals<PlayFlags>();
      const { whatIfFiles } = await analyses();
      await show(
        flags,
        (control) => whatIfFiles(a, b, { ...requestOf(flags), ...control }),
        (result, { comparisonText }) => comparisonText(result, STYLE),
      );
    });
  playFlags(command.command('reweight').description('probabilities in the light of later evidence, from finished runs'))
    .argument('<file>', 'a scenario, or kept runs (.wfruns)')
    .option(
      '--seen <observable@turn:weight>',
      'seen in that turn; the weight of the source from 0 to 1 may be left out; repeatable',
      collect,
    )
    .option('--not-seen <observable@turn:weight>', 'looked for and not seen; repeatable', collect)
    .action(async (file: string, _own: unknown, sub: Command) => {
      const flags = sub.optsWithGlobals<
        PlayFlags & { readonly seen?: readonly string[]; readonly notSeen?: readonly string[] }
      >();
      const { parseEvidence, reweightFile } = await analyses();
      const evidence = [
        ...(flags.seen ?? []).map((text) => parseEvidence(text, true)),
        ...(flags.notSeen ?? []).map((text) => parseEvidence(text, false)),
      ];
      await show(
        flags,
        async (control) => {
          const { weights: _, ...result } = await reweightFile(file, evidence, { ...requestOf(flags), ...control });
          return result;
        },
        (result, { reweightedText }) => reweightedText({ ...result, weights: new Float64Array(0) }, STYLE),
      );
    });
};

const registerPaths = (command: Command): void => {
  playFlags(
    command
      .command('backcast')
      .description('how an outcome comes about: the ways with the fewest departures from the usual'),
  )
    .argument('<file>')
    .argument('<outcome>')
    .action(async (file: string, outcome: string, _own: unknown, sub: Command) => {
      const flags = sub.optsWithGlobals<PlayFlags>();
      const { backcastFile } = await analyses();
      await show(
        flags,
        (control) => backcastFile(file, outcome, { ...requestOf(flags), ...control }),
        (result, { backcastText }) => backcastText(result, STYLE),
      );
    });
  playFlags(command.command('branches').description('the tree of what one actor does, and where each branch ends'))
    .argument('<file>')
    .argument('<actor>')
    .option('--depth <turns>', 'turns deep (4)')
    .option('--least <share>', 'leave out branches with a smaller share of all runs (.02)')
    .action(async (file: string, actor: string, _own: unknown, sub: Command) => {
      const flags = sub.optsWithGlobals<PlayFlags & { readonly depth?: string; readonly least?: string }>();
      const { branchesFile } = await analyses();
      const options = {
        ...(flags.depth === undefined ? {} : { depth: numberOf(flags.depth, 'depth') }),
        ...(flags.least === undefined ? {} : { least: numberOf(flags.least, 'least') }),
      };
      await show(
        flags,
        (control) => branchesFile(file, actor, options, { ...requestOf(flags), ...control }),
        ({ tree, outcomes }, { branchesText }) => branchesText(tree, outcomes, STYLE),
      );
    });
  playFlags(
    command
      .command('explain')
      .description('replay one run and tell it: what each side saw, believed, expected and chose'),
  )
    .argument('<file>')
    .requiredOption('--run <n>', 'number of the run, from 0')
    .action(async (file: string, _own: unknown, sub: Command) => {
      const flags = sub.optsWithGlobals<PlayFlags & { readonly run: string }>();
      const { explainFile } = await analyses();
      const { account, step } = await explainFile(file, numberOf(flags.run, 'run'), requestOf(flags));
      print(
        flags.json
          ? JSON.stringify(account, null, 2)
          : (await import('../../app/play-text.ts')).runWords(account, step),
      );
    });
};

/** Options may be taken by `play` itself, which has the same ones: `optsWithGlobals` gathers both. */
export const registerPlayAnalyses = (command: Command): void => {
  registerSensitivity(command);
  registerDiscover(command);
  registerIndicators(command);
  registerComparisons(command);
  registerPaths(command);
};
