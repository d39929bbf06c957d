import type { Command } from 'commander';

/** What a command file exports: adds its options and its action to the empty command that bears its name. */
export type Register = (command: Command) => void;

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Loaded only when the command is called: the others cost no start-up time. */
  readonly load: () => Promise<{ readonly register: Register }>;
}
