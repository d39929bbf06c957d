import { readFileSync } from 'node:fs';

/** Names the reader that made a reading: a case keeps readings by it, and makes them anew when it changes. */
export const engineVersion = (): string => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return `watchfloor/${version}`;
};
