import type { CommandEntry } from '../command.ts';

/** Every command, in the order that help lists them: the way from a text to a brief. */
export const COMMANDS: readonly CommandEntry[] = [];
