import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { builtModule, WatchfloorError } from '../../model/index.ts';
import type { Draft } from './draft.ts';
import { LIMITS } from './limits.ts';
import type { WorkerAnswer } from './worker-answer.ts';

const WORKERS = { html: './html/html.worker', pdf: './pdf/pdf.worker' } as const;
const IDLE_MS = 2_000;

const pools = new Map<keyof typeof WORKERS, Piscina>();

const poolOf = (format: keyof typeof WORKERS): Piscina => {
  const existing = pools.get(format);
  if (existing) return existing;
  const made = new Piscina({
    filename: builtModule(WORKERS[format], import.meta.url).href,
    minThreads: 0,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.workerHeapMiB },
  });
  pools.set(format, made);
  return made;
};

/**
 * Parses in a worker that is killed when it stands still for `LIMITS.stallMs`, or takes `totalMs` altogether, or more
 * memory than it may.
 *
 * @param task what the worker gets, together with `port` for its signs of life
 * @throws WatchfloorError `intake.too-slow`, or what the parser throws
 */
export const parseInWorker = async (
  format: keyof typeof WORKERS,
  task: Readonly<Record<string, unknown>>,
  label: string,
  totalMs: number = LIMITS.stallMs,
): Promise<Draft> => {
  const { port1, port2 } = new MessageChannel();
  const kill = new AbortController();
  let total: NodeJS.Timeout | undefined;
  let stall: NodeJS.Timeout | undefined;
  // The clock runs from the worker's first sign of life: waiting for a free worker is no standstill.
  port1.on('message', () => {
    total ??= setTimeout(() => kill.abort(), totalMs);
    clearTimeout(stall);
    stall = setTimeout(() => kill.abort(), LIMITS.stallMs);
  });
  try {
    const result: WorkerAnswer = await poolOf(format).run(
      { ...task, label, port: port2 },
      { transferList: [port2], signal: kill.signal },
    );
    if ('draft' in result) return result.draft;
    throw new WatchfloorError(result.error.code, result.error.message, { file: label });
  } catch (error) {
    throw workerError(error, kill.signal.aborted, label);
  } finally {
    clearTimeout(total);
    clearTimeout(stall);
    port1.close();
  }
};

const workerError = (error: unknown, killed: boolean, label: string): unknown => {
  const outOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
  if (!killed && !outOfMemory) return error;
  const seconds = LIMITS.stallMs / 1000;
  const why = killed ? `No progress within ${seconds} s` : `It needs more than ${LIMITS.workerHeapMiB} MiB of memory`;
  return new WatchfloorError(
    'intake.too-slow',
    `${why}, given up; save the article as text and give that.`,
    { file: label },
    { cause: error },
  );
};
