import { spawn } from 'node:child_process';

export interface ProgramCall {
  readonly program: string;
  readonly args: readonly string[];
  readonly input?: string;
  readonly signal?: AbortSignal;
}

/**
 * Runs a program of the system, without a shell, and gives back what it wrote to standard output.
 *
 * @throws {Error} with what it wrote to standard error when it cannot be started or ends with an error
 */
export const runSystemProgram = ({ program, args, input, signal }: ProgramCall): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'pipe', ...(signal ? { signal } : {}) });
    const output: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output));
      else
        reject(
          new Error(Buffer.concat(complaints).toString('utf8').trim() || `${program} ended with exit code ${code}`),
        );
    });
    // A program that ends before it has read everything is judged by its exit code.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });

/** Whether the program can be started at all. */
export const isInstalled = async (program: string, args: readonly string[]): Promise<boolean> => {
  try {
    await runSystemProgram({ program, args });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
};
