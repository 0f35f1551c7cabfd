import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { ROOT } from './open-browser.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

/** A page made on the spot: its text, and what goes with it. */
export interface MadePage {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PageServer {
  /** `http://127.0.0.1:port`, no slash at the end. */
  readonly origin: string;
  /** The same server under another host, for frames of another origin. */
  readonly otherOrigin: string;
  /** Puts a page at a path; returns its address. */
  put(path: string, page: MadePage | string): string;
  close(): Promise<void>;
}

/** Serves `tests/pages` and pages made by a test, on loopback. */
export async function servePages(folder = join(ROOT, 'tests/pages')): Promise<PageServer> {
  const made = new Map<string, MadePage>();
  const server = createServer((request, response) => void answer(folder, made, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    otherOrigin: `http://localhost:${port}`,
    put(path, page) {
      made.set(path, typeof page === 'string' ? { body: page } : page);
      return origin + path;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  folder: string,
  made: ReadonlyMap<string, MadePage>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
  const type = TYPES[extname(path)] ?? 'text/html; charset=utf-8';
  const page = made.get(path);
  if (page !== undefined) {
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store', ...page.headers });
    response.end(page.body);
    return;
  }
  try {
    const body = await readFile(join(folder, normalize(path)));
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end('Not found');
  }
}
