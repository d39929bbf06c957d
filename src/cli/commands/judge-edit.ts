import type { Command } from 'commander';
import { type Evidence, GRADES, INFORMATION_GRADES, SOURCE_GRADES, WatchfloorError } from '../../model/index.ts';
import { print } from '../terminal.ts';
import { type ByHand, byHand, collect, hand, oneOf, pairsOf, QUESTION_ARGUMENT, share } from './judge-options.ts';

/** The last of a list of parts: the one that was added. */
const told = (json: boolean | undefined, value: unknown, line: string): void =>
  print(json ? JSON.stringify(value, null, 2) : line);

const init = (command: Command): void => {
  byHand(command)
    .description('ask a question; “none of these” is added to its hypotheses')
    .argument('<id>', 'a short name, such as moscow-pyongyang')
    .requiredOption('--question <words>', 'the question')
    .requiredOption('--hypothesis <words>', 'an answer that may be true; give two or more', collect)
    .action(async (id: string, options: ByHand & { readonly question: string; readonly hypothesis: string[] }) => {
      const { initQuestion } = await import('../../app/judge-edit.ts');
      const { question: text, hypothesis: hypotheses } = options;
      const question = await initQuestion(options.case, { id, text, hypotheses }, hand(options));
      told(options.json, question, `${id}: ${question.hypotheses.map((one) => `${one.id} ${one.text}`).join(' | ')}`);
    });
};

const addHypothesis = (command: Command): void => {
  byHand(command)
    .description('add a hypothesis to a question')
    .argument(...QUESTION_ARGUMENT)
    .argument('<words>', 'the hypothesis')
    .option('--term <words>', 'words by which claims that bear on it are found; repeatable', collect)
    .option('--note <words>')
    .action(
      async (
        question: string,
        text: string,
        options: ByHand & { readonly term?: string[]; readonly note?: string },
      ) => {
        const { addHypothesis: add } = await import('../../app/judge-edit.ts');
        const { term: terms, note } = options;
        const changed = await add(
          options.case,
          question,
          { text, ...(terms && { terms }), ...(note !== undefined && { note }) },
          hand(options),
        );
        const added = changed.hypotheses.filter(({ rest }) => !rest).at(-1);
        told(options.json, added, `${added?.id}: ${added?.text}`);
      },
    );
};

interface EvidenceFlags {
  readonly text?: string;
  readonly credibility?: Evidence['credibility'];
  readonly relevance?: Evidence['relevance'];
  readonly source?: string;
  readonly sourceGrade?: NonNullable<Evidence['sourceGrade']>;
  readonly informationGrade?: NonNullable<Evidence['informationGrade']>;
  readonly note?: string;
}

const evidenceFlags = (command: Command): Command =>
  command
    .option('--text <words>', 'what it says, in a sentence')
    .option('--credibility <grade>', 'L, M or H', oneOf(GRADES))
    .option('--relevance <grade>', 'L, M or H', oneOf(GRADES))
    .option('--source <name>', 'who it comes from; items of one source are damped together')
    .option('--source-grade <grade>', 'Admiralty: A to E, F where it cannot be judged', oneOf(SOURCE_GRADES))
    .option('--information-grade <grade>', 'Admiralty: 1 to 5, 6 where it cannot be judged', oneOf(INFORMATION_GRADES))
    .option('--note <words>');

const fieldsOf = (flags: EvidenceFlags) => {
  const { text, credibility, relevance, source, sourceGrade, informationGrade, note } = flags;
  return {
    ...(text !== undefined && { text }),
    ...(credibility && { credibility }),
    ...(relevance && { relevance }),
    ...(source !== undefined && { source }),
    ...(sourceGrade && { sourceGrade }),
    ...(informationGrade && { informationGrade }),
    ...(note !== undefined && { note }),
  };
};

const addEvidence = (command: Command): void => {
  evidenceFlags(byHand(command))
    .description('add an item of evidence: from a claim of the case, from words of a document, or your own')
    .argument(...QUESTION_ARGUMENT)
    .option('--claim <id>', 'a claim of the case: its words, and who says so, are taken over (see `judge suggest`)')
    .option('--document <id>', 'with --quote: the document, by id, title or file name')
    .option('--quote <words>', 'the exact words of the document')
    .action(
      async (
        question: string,
        options: ByHand &
          EvidenceFlags & { readonly claim?: string; readonly document?: string; readonly quote?: string },
      ) => {
        const { addEvidence: add } = await import('../../app/judge-evidence.ts');
        const { claim, document, quote } = options;
        const item = await add(
          options.case,
          question,
          {
            ...fieldsOf(options),
            ...(claim !== undefined && { claim }),
            ...(document !== undefined && { document }),
            ...(quote !== undefined && { quote }),
          },
          hand(options),
        );
        told(options.json, item, `${item.id}: ${item.text}`);
      },
    );
};

const edit = (command: Command): void => {
  evidenceFlags(byHand(command))
    .description('change the wording, grades, source or note of an item of evidence')
    .argument(...QUESTION_ARGUMENT)
    .argument('<evidence>', 'its id, such as E3')
    .action(async (question: string, id: string, options: ByHand & EvidenceFlags) => {
      const { changeEvidence } = await import('../../app/judge-edit.ts');
      const changes = fieldsOf(options);
      if (Object.keys(changes).length === 0)
        throw new WatchfloorError('usage.unknown-option', 'Say what to change, for instance --credibility H.');
      const changed = await changeEvidence(options.case, question, id, changes, hand(options));
      const item = changed.evidence.find((one) => one.id.toLowerCase() === id.toLowerCase());
      told(options.json, item, `${item?.id}: changed ${Object.keys(changes).join(', ')}`);
    });
};

const rate = (command: Command): void => {
  byHand(command)
    .description('rate an item under hypotheses: CC C N I II NA, a likelihood such as .3, or ? for not rated')
    .argument(...QUESTION_ARGUMENT)
    .argument('<evidence>', 'the item, such as E3')
    .argument('<rating...>', 'H1=CC H2=I …')
    .option('--because <words>', 'the reason')
    .action(
      async (question: string, evidence: string, words: string[], options: ByHand & { readonly because?: string }) => {
        const { rate: rateIn } = await import('../../app/judge-edit.ts');
        const { because } = options;
        const matrix = await rateIn(
          options.case,
          question,
          { evidence, ratings: pairsOf(words), ...(because !== undefined && { because }) },
          hand(options),
        );
        const item = Object.keys(matrix.cells).find((id) => id.toLowerCase() === evidence.toLowerCase());
        const row = Object.entries(matrix.cells[item ?? ''] ?? {});
        told(
          options.json,
          matrix,
          `${matrix.analyst} ${item ?? evidence}: ${row.map(([id, { rating }]) => `${id} ${rating}`).join(', ') || 'not rated'}`,
        );
      },
    );
};

const prior = (command: Command): void => {
  byHand(command)
    .description('set what is held before the evidence; hypotheses not named share the rest')
    .argument(...QUESTION_ARGUMENT)
    .argument('[prior...]', 'H1=.4 H2=.2 …; none for equal shares')
    .option('--own', 'for your own matrix only')
    .option('--dependence <share>', 'how far items of one source repeat each other, 0 to 1', share)
    .action(
      async (
        question: string,
        words: string[],
        options: ByHand & { readonly own?: boolean; readonly dependence?: number },
      ) => {
        const { setDependence, setPriors } = await import('../../app/judge-edit.ts');
        const priors = Object.fromEntries(
          Object.entries(pairsOf(words)).map(([id, value]) => {
            const number = Number(value);
            if (value.trim() !== '' && number >= 0 && number <= 1) return [id, number];
            throw new WatchfloorError(
              'judge.bad-value',
              `The prior of ${id} must lie between 0 and 1, and ${value} does not.`,
            );
          }),
        );
        const { dependence } = options;
        if (dependence !== undefined) await setDependence(options.case, question, dependence, hand(options));
        if (words.length > 0 || dependence === undefined)
          await setPriors(options.case, question, priors, options.own ?? false, hand(options));
        told(
          options.json,
          { priors, ...(dependence !== undefined && { dependence }) },
          [
            ...(words.length > 0 || dependence === undefined ? [`priors: ${words.join(' ') || 'equal shares'}`] : []),
            ...(dependence === undefined ? [] : [`dependence: ${dependence}`]),
          ].join('; '),
        );
      },
    );
};

const remove = (command: Command): void => {
  byHand(command)
    .description('take items or hypotheses out of a question, or with none named the question; the history keeps them')
    .argument(...QUESTION_ARGUMENT)
    .argument('[part...]', 'E3, H2 …')
    .action(async (question: string, parts: string[], options: ByHand) => {
      const { removeParts, withdrawQuestion } = await import('../../app/judge-edit.ts');
      if (parts.length === 0) {
        const id = await withdrawQuestion(options.case, question, hand(options));
        told(options.json, { withdrawn: id }, `withdrawn  ${id}`);
        return;
      }
      const changed = await removeParts(options.case, question, parts, hand(options));
      told(options.json, changed, `removed  ${parts.join(' ')}`);
    });
};

export const EDIT_PARTS = {
  init,
  'add-hypothesis': addHypothesis,
  'add-evidence': addEvidence,
  edit,
  rate,
  prior,
  remove,
};
