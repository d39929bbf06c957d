import type { LookupAddress } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { WatchfloorError } from '../../../model/index.ts';
import { LIMITS } from '../limits.ts';
import { privateAddress } from './address.ts';

/** What a fetch may reach, and how names are resolved; tests put their own in place. */
export interface Reach {
  readonly mayReach: (ip: string) => boolean;
  readonly resolve: (host: string) => Promise<readonly LookupAddress[]>;
}

export const resolveBySystem = (host: string): Promise<readonly LookupAddress[]> => systemLookup(host, { all: true });

/**
 * The lookup that the connection itself uses: the addresses vetted here are those connected to, and the name is not
 * resolved a second time, when it could answer otherwise. One private address among public ones refuses the whole.
 */
const vettedLookup = (url: URL, reach: Reach): LookupFunction => {
  return (host, options, callback) => {
    reach.resolve(host).then(
      (addresses) => {
        const forbidden = addresses.find(({ address }) => !reach.mayReach(address));
        const [first] = addresses;
        if (forbidden) callback(privateAddress(url, forbidden.address), '');
        else if (first === undefined) callback(new Error(`${host} has no address`), '');
        else if (options.all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
};

const USER_AGENT = 'watchfloor (+https://www.npmjs.com/package/watchfloor)';

/**
 * One GET, no redirect followed. The caller reads or destroys the answer's body.
 *
 * @throws WatchfloorError `intake.private-address`, `intake.no-network`
 */
export const get = (url: URL, reach: Reach, signal: AbortSignal): Promise<IncomingMessage> => {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const outgoing: ClientRequest = send(
      url,
      {
        agent: false,
        lookup: vettedLookup(url, reach),
        signal,
        timeout: LIMITS.fetchIdleMs,
        headers: {
          'user-agent': USER_AGENT,
          accept: 'text/html,application/xhtml+xml,application/pdf,text/plain,text/markdown;q=0.9,*/*;q=0.1',
          'accept-encoding': 'gzip, deflate, br',
          connection: 'close',
        },
      },
      resolve,
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer within ${LIMITS.fetchIdleMs / 1000} s`)));
    outgoing.on('error', (error) => reject(networkError(error, url)));
    outgoing.end();
  });
};

const CAUSES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host name is unknown, or there is no network',
  EAI_AGAIN: 'the host name cannot be looked up: there is no network',
  ECONNREFUSED: 'the server refuses the connection',
  ECONNRESET: 'the server broke the connection off',
  ENETUNREACH: 'there is no network',
  EHOSTUNREACH: 'the server cannot be reached',
  ABORT_ERR: `it took longer than ${LIMITS.fetchMs / 1000} s`,
};

export const networkError = (error: unknown, url: URL): WatchfloorError => {
  if (error instanceof WatchfloorError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  const why = CAUSES[code ?? ''] ?? message;
  return new WatchfloorError(
    'intake.no-network',
    `Cannot be fetched (${why}); check the connection and the address.`,
    { file: url.href },
    { cause: error },
  );
};
