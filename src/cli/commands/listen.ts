import { once } from 'node:events';
import type { Command } from 'commander';
import type { ListenSummary, VoiceOptions } from '../../app/listen.ts';
import { describeError } from '../report-error.ts';
import { note, print } from '../terminal.ts';

interface Options {
  readonly voice?: string;
  readonly quoteVoice?: string;
  readonly speed?: number;
  readonly sayQuotes?: boolean;
  readonly pronunciations?: string;
  readonly out: string;
  readonly stream?: boolean;
  readonly voices?: boolean;
  readonly json?: boolean;
  readonly published?: string;
  readonly allowPrivate?: boolean;
  readonly ignoreRobots?: boolean;
}

const INTERRUPTED = 130;

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`;

const KINDS = { link: 'addresses', emoji: 'emoji', script: 'stretches in another script' } as const;

const skippedLine = ({ skipped }: ListenSummary): string | null => {
  const counts = (Object.keys(KINDS) as (keyof typeof KINDS)[])
    .map((kind) => [skipped.filter((item) => item.kind === kind).length, KINDS[kind]] as const)
    .filter(([count]) => count > 0)
    .map(([count, label]) => `${count} ${label}`);
  return counts.length > 0 ? `not spoken: ${counts.join(', ')}` : null;
};

const show = (summary: ListenSummary): void => {
  print(`${summary.title}`);
  print(
    `  ${clock(summary.seconds)} min, ${summary.words} words, ${summary.sentences} sentences, ${summary.chapters} chapters, voice ${summary.voice}, ${summary.loudness.toFixed(1)} LUFS`,
  );
  for (const file of summary.files) print(`  ${file}`);
  const skipped = skippedLine(summary);
  if (skipped) note(`  ${skipped}`);
  if (summary.foreign)
    note(`  the text is in another language (${summary.foreign}) than the voice; choose one with --voice`);
};

const writeToStdout = async (chunk: Uint8Array): Promise<void> => {
  if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
};

const voiceOptions = (options: Options, signal: AbortSignal): VoiceOptions => ({
  ...(options.voice ? { voice: options.voice } : {}),
  ...(options.quoteVoice ? { quoteVoice: options.quoteVoice } : {}),
  ...(options.speed !== undefined ? { speed: options.speed } : {}),
  ...(options.sayQuotes ? { sayQuotes: true } : {}),
  ...(options.pronunciations ? { lexicon: options.pronunciations } : {}),
  signal,
});

export const register = (command: Command): void => {
  command
    .argument('[input...]', 'files, folders, http(s) addresses, or - for standard input')
    .option('--voice <name>', 'voice: see --voices')
    .option('--quote-voice <name>', 'another voice for quotations')
    .option('--speed <factor>', "0.5 to 2; 1 is the voice's own pace", Number)
    .option('--say-quotes', 'say where quotations begin and end')
    .option('--pronunciations <file>', 'YAML file of your own pronunciations')
    .option('--out <folder>', 'folder for the files', 'listen')
    .option('--stream', 'write one MP3 to standard output while it is spoken')
    .option('--voices', 'list the voices')
    .option('--json', 'print what was made as JSON')
    .option('--published <date>', 'date of publication where the source gives none (ISO 8601)')
    .option('--allow-private', 'fetch from this machine and private networks too')
    .option('--ignore-robots', 'fetch even where robots.txt asks programs not to')
    .action(async (inputs: string[], options: Options) => {
      const { listen, listenLive, voices } = await import('../../app/listen.ts');
      if (options.voices) {
        for (const { name, label } of voices) print(`${name.padEnd(24)} ${label}`);
        return;
      }
      const [first] = inputs;
      if (first === undefined || (options.stream && inputs.length > 1))
        command.error(
          options.stream
            ? 'error: name one text to stream.'
            : "error: name what to listen to: files, folders, addresses, or '-' for standard input.",
        );
      const controller = new AbortController();
      process.once('SIGINT', () => controller.abort(new Error('interrupted')));
      const speaking = voiceOptions(options, controller.signal);
      try {
        if (options.stream) {
          await listenLive(first, { ...options, ...speaking }, writeToStdout);
          return;
        }
        const summaries: ListenSummary[] = [];
        for await (const { summary, error } of listen(inputs, { ...options, ...speaking })) {
          if (error) {
            note(describeError(error));
            process.exitCode = 1;
          } else if (options.json) summaries.push(summary);
          else show(summary);
        }
        if (options.json) print(JSON.stringify(summaries, null, 2));
      } catch (error) {
        if (!controller.signal.aborted) throw error;
        note('watchfloor: stopped; nothing unfinished was kept.');
        process.exitCode = INTERRUPTED;
      }
    });
};
