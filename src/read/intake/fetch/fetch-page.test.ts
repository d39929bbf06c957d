import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../limits.ts';
import { type FetchOptions, pageFetcher } from './fetch-page.ts';
import type { Reach } from './request.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const serve = async (listener: RequestListener): Promise<number> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

/** A small internet: `news.example` leads to the test server as if it were public; nothing else may be reached. */
const reach: Reach = {
  mayReach: (ip) => ip === '127.0.0.1',
  resolve: async (host) => {
    if (host === 'news.example') return [{ address: '127.0.0.1', family: 4 }];
    if (host === 'inside.example') return [{ address: '10.0.0.7', family: 4 }];
    if (host === 'both.example')
      return [
        { address: '127.0.0.1', family: 4 },
        { address: '::1', family: 6 },
      ];
    throw Object.assign(new Error('unknown host'), { code: 'ENOTFOUND' });
  },
};

const fetchFrom = (url: string, options: FetchOptions = {}) =>
  pageFetcher({ ignoreRobots: true, reach, ...options })(url);
const code = (expected: string) => expect.objectContaining({ code: expected });
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe('a page', () => {
  it('comes with its type, charset and last address', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new?a=1#x' }).end();
      else response.writeHead(200, { 'content-type': 'text/html; charset=ISO-8859-1' }).end('hello');
    });
    const page = await fetchFrom(`http://news.example:${port}/old`);
    expect({ ...page, bytes: text(page.bytes) }).toEqual({
      bytes: 'hello',
      mediaType: 'text/html; charset=ISO-8859-1',
      charset: 'ISO-8859-1',
      url: `http://news.example:${port}/new?a=1`,
    });
  });

  it('is unpacked', async () => {
    const port = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }).end(gzipSync('packed')),
    );
    expect(text((await fetchFrom(`http://news.example:${port}/`)).bytes)).toBe('packed');
  });

  it('is refused by status, type and number of redirects', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/404') response.writeHead(404).end('no');
      else if (request.url === '/zip') response.writeHead(200, { 'content-type': 'application/zip' }).end('PK');
      else response.writeHead(301, { location: `${request.url}1` }).end();
    });
    await expect(fetchFrom(`http://news.example:${port}/404`)).rejects.toEqual(code('intake.refused'));
    await expect(fetchFrom(`http://news.example:${port}/zip`)).rejects.toEqual(code('intake.unsupported-type'));
    await expect(fetchFrom(`http://news.example:${port}/r`)).rejects.toEqual(code('intake.refused'));
  });
});

describe('private addresses', () => {
  it('are refused after the name is resolved, also when only one of several is private', async () => {
    await expect(fetchFrom('http://inside.example/')).rejects.toEqual(code('intake.private-address'));
    await expect(fetchFrom('http://both.example/')).rejects.toEqual(code('intake.private-address'));
  });

  it.each(['http://10.0.0.7/', 'http://inside.example/', 'http://[::1]/', 'file:///etc/passwd'])(
    'are refused on redirect to %s',
    async (location) => {
      const port = await serve((_, response) => response.writeHead(302, { location }).end());
      await expect(fetchFrom(`http://news.example:${port}/`)).rejects.toEqual(
        code(location.startsWith('file') ? 'intake.bad-address' : 'intake.private-address'),
      );
    },
  );

  it('are refused without options, and fetched when allowed', async () => {
    const port = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end('own server'),
    );
    await expect(pageFetcher({ ignoreRobots: true })(`http://localhost:${port}/`)).rejects.toEqual(
      code('intake.private-address'),
    );
    const page = await pageFetcher({ ignoreRobots: true, allowPrivate: true })(`http://localhost:${port}/`);
    expect(text(page.bytes)).toBe('own server');
  });

  it('resolves each name once for one connection: what was vetted is what is connected to', async () => {
    let asked = 0;
    const port = await serve((_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('x'));
    const rebinding: Reach = {
      ...reach,
      resolve: async () => [{ address: asked++ === 0 ? '127.0.0.1' : '10.0.0.7', family: 4 }],
    };
    await fetchFrom(`http://news.example:${port}/`, { reach: rebinding });
    expect(asked).toBe(1);
  });
});

describe('robots.txt', () => {
  const site = (robots: number | string) =>
    serve((request, response) => {
      if (request.url !== '/robots.txt') response.writeHead(200, { 'content-type': 'text/plain' }).end('page');
      else if (typeof robots === 'number') response.writeHead(robots).end();
      else response.writeHead(200, { 'content-type': 'text/plain' }).end(robots);
    });

  it('is respected, and ignored on demand', async () => {
    const port = await site('User-agent: *\nDisallow: /private/\n');
    const url = `http://news.example:${port}/private/a`;
    await expect(fetchFrom(url, { ignoreRobots: false })).rejects.toEqual(code('intake.robots'));
    expect(text((await fetchFrom(url)).bytes)).toBe('page');
    expect(text((await fetchFrom(`http://news.example:${port}/b`, { ignoreRobots: false })).bytes)).toBe('page');
  });

  it('allows all where it is absent, and nothing where the server fails', async () => {
    const absent = await site(404);
    expect(text((await fetchFrom(`http://news.example:${absent}/`, { ignoreRobots: false })).bytes)).toBe('page');
    const failing = await site(503);
    await expect(fetchFrom(`http://news.example:${failing}/`, { ignoreRobots: false })).rejects.toEqual(
      code('intake.robots'),
    );
  });

  it('is asked for once a site', async () => {
    let asked = 0;
    const port = await serve((request, response) => {
      if (request.url === '/robots.txt') asked++;
      response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: x\nDisallow:');
    });
    const fetchPage = pageFetcher({ reach });
    await fetchPage(`http://news.example:${port}/a`);
    await fetchPage(`http://news.example:${port}/b`);
    expect(asked).toBe(1);
  });
});

describe('what goes wrong', () => {
  it('ends a bomb at the cap', async () => {
    const bomb = gzipSync(Buffer.alloc(LIMITS.htmlBytes * 8));
    const port = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
    );
    await expect(fetchFrom(`http://news.example:${port}/`)).rejects.toEqual(code('intake.too-large'));
  });

  it('ends an answer without end at the cap, and one cut short', async () => {
    const port = await serve((request, response) => {
      response.writeHead(200, {
        'content-type': 'text/plain',
        ...(request.url === '/cut' ? { 'content-encoding': 'gzip' } : {}),
      });
      if (request.url === '/cut') return response.end(gzipSync('x'.repeat(1000)).subarray(0, 20));
      const chunk = Buffer.alloc(1024 * 1024, 'a');
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', more);
      };
      return more();
    });
    await expect(fetchFrom(`http://news.example:${port}/`)).rejects.toEqual(code('intake.too-large'));
    await expect(fetchFrom(`http://news.example:${port}/cut`)).rejects.toEqual(code('intake.malformed'));
  });

  it('says that there is no network, or no server', async () => {
    await expect(fetchFrom('http://unknown.example/')).rejects.toEqual(code('intake.no-network'));
    await expect(fetchFrom('http://127.0.0.1:1/')).rejects.toEqual(code('intake.no-network'));
  });
});
