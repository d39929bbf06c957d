import { WatchfloorError } from '../../../model/index.ts';
import { formatOfMediaType } from '../format/sniff.ts';
import { LIMITS } from '../limits.ts';
import { isPublicAddress, vetAddress } from './address.ts';
import { readBody } from './body.ts';
import { get, networkError, type Reach, resolveBySystem } from './request.ts';
import { robotsGate } from './robots.ts';

export interface FetchOptions {
  readonly allowPrivate?: boolean;
  readonly ignoreRobots?: boolean;
  /** For tests: how names resolve and which addresses may be reached. */
  readonly reach?: Reach;
}

export interface FetchedPage {
  readonly bytes: Uint8Array;
  readonly mediaType: string | undefined;
  readonly charset: string | undefined;
  /** After redirects. */
  readonly url: string;
}

const CAPS = { html: LIMITS.htmlBytes, text: LIMITS.textBytes, markdown: LIMITS.textBytes, pdf: LIMITS.pdfBytes };
/** Types that say nothing: what came is told from its first bytes. */
const SAYS_NOTHING = /^(?:application\/(?:octet-stream|x-gzip|gzip)|binary\/octet-stream)$/;

const capFor = (mediaType: string | undefined, url: URL): number => {
  const type = (mediaType ?? '').split(';')[0]!.trim().toLowerCase();
  const format = formatOfMediaType(type);
  if (format !== undefined) return CAPS[format];
  if (type === '' || SAYS_NOTHING.test(type) || type.startsWith('text/')) return LIMITS.pdfBytes;
  throw new WatchfloorError(
    'intake.unsupported-type',
    `The server sent ${type.slice(0, 60)}, which is no text, HTML or PDF; look for the article's own page.`,
    { file: url.href },
  );
};

/**
 * A function that fetches pages, for one run. Redirects are followed by hand, each vetted like the first address.
 *
 * @throws WatchfloorError the `intake.*` codes of addresses, networks, robots and caps
 */
export const pageFetcher = (options: FetchOptions): ((address: string) => Promise<FetchedPage>) => {
  const mayReach = options.allowPrivate === true ? () => true : isPublicAddress;
  const reach = options.reach ?? { mayReach, resolve: resolveBySystem };
  const askRobots = options.ignoreRobots === true ? async () => undefined : robotsGate(reach);
  return async (address) => {
    const signal = AbortSignal.timeout(LIMITS.fetchMs);
    let url = vetAddress(address, reach.mayReach);
    try {
      for (let step = 0; step <= LIMITS.redirects; step++) {
        await askRobots(url, signal);
        const answer = await get(url, reach, signal);
        const status = answer.statusCode ?? 0;
        const { location } = answer.headers;
        if (status >= 300 && status < 400 && location !== undefined) {
          answer.destroy();
          url = vetAddress(location, reach.mayReach, url);
          continue;
        }
        if (status < 200 || status >= 300) {
          answer.destroy();
          throw refused(url, `The server answers ${status}`);
        }
        const mediaType = answer.headers['content-type'];
        try {
          const bytes = await readBody(answer, url, capFor(mediaType, url));
          const charset = /charset\s*=\s*["']?([\w:.-]+)/i.exec(mediaType ?? '')?.[1];
          return { bytes, mediaType, charset, url: url.href };
        } finally {
          answer.destroy();
        }
      }
    } catch (error) {
      throw networkError(error, url);
    }
    throw refused(url, `More than ${LIMITS.redirects} redirects`);
  };
};

const refused = (url: URL, what: string): WatchfloorError =>
  new WatchfloorError('intake.refused', `${what}; open it in a browser, save the page and give the file.`, {
    file: url.href,
  });
