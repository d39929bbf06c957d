import robotsModule from 'robots-parser';
import { WatchfloorError } from '../../../model/index.ts';
import { LIMITS } from '../limits.ts';
import { readBody } from './body.ts';
import { get, type Reach } from './request.ts';

// The package exports a function; its types speak of a default export beside it.
const robotsParser = robotsModule as unknown as (
  url: string,
  content: string,
) => { isAllowed(url: string, agent: string): boolean | undefined };

/** The name that site owners use in robots.txt. */
const AGENT = 'watchfloor';

interface Rules {
  /** Undefined where the file cannot be had for a fault of the server (RFC 9309: then nothing is allowed). */
  readonly isAllowed: (url: string) => boolean | undefined;
}

const ALL_ALLOWED: Rules = { isAllowed: () => true };

const rulesOf = async (origin: string, reach: Reach, signal: AbortSignal): Promise<Rules> => {
  let url = new URL('/robots.txt', origin);
  for (let step = 0; step <= LIMITS.redirects; step++) {
    const answer = await get(url, reach, signal);
    const status = answer.statusCode ?? 0;
    const { location } = answer.headers;
    if (status >= 300 && status < 400 && location !== undefined) {
      answer.destroy();
      const { vetAddress } = await import('./address.ts');
      url = vetAddress(location, reach.mayReach, url);
      continue;
    }
    if (status >= 200 && status < 300) {
      const text = new TextDecoder().decode(await readBody(answer, url, LIMITS.robotsBytes));
      const parsed = robotsParser(url.href, text);
      return { isAllowed: (page) => parsed.isAllowed(page, AGENT) ?? true };
    }
    answer.destroy();
    return status >= 500 ? { isAllowed: () => undefined } : ALL_ALLOWED;
  }
  return ALL_ALLOWED;
};

/** Remembers the rules of each site for one run. */
export const robotsGate = (reach: Reach): ((url: URL, signal: AbortSignal) => Promise<void>) => {
  const known = new Map<string, Promise<Rules>>();
  return async (url, signal) => {
    const { origin } = url;
    const rules = known.get(origin) ?? rulesOf(origin, reach, signal);
    known.set(origin, rules);
    const allowed = (await rules).isAllowed(url.href);
    if (allowed === true) return;
    const why =
      allowed === undefined
        ? 'The robots.txt of the site cannot be had'
        : 'The robots.txt of the site asks not to fetch it';
    throw new WatchfloorError('intake.robots', `${why}; save the page and give the file, or use --ignore-robots.`, {
      file: url.href,
    });
  };
};
