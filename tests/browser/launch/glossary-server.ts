import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a server answers; it gets the request to look at. */
export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that publishes glossaries, well or badly, on loopback. */
export interface GlossaryServer {
  readonly origin: string;
  /** Answers at a path like this from now on; returns the address. */
  at(path: string, behaviour: Behaviour): string;
  /** The requests so far for a path. */
  asked(path: string): readonly IncomingMessage['headers'][];
  /** Settles with the next request for a path. */
  nextRequest(path: string): Promise<void>;
  close(): Promise<void>;
}

export async function serveGlossaries(): Promise<GlossaryServer> {
  const behaviours = new Map<string, Behaviour>();
  const requests = new Map<string, IncomingMessage['headers'][]>();
  const waiting = new Map<string, () => void>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.set(path, [...(requests.get(path) ?? []), request.headers]);
    waiting.get(path)?.();
    waiting.delete(path);
    const behave = behaviours.get(path) ?? status(404);
    behave(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    at(path, behaviour) {
      behaviours.set(path, behaviour);
      return origin + path;
    },
    asked: (path) => requests.get(path) ?? [],
    nextRequest: (path) => new Promise((resolve) => waiting.set(path, resolve)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (_, response) => {
    response.writeHead(code, headers);
    response.end(`<!doctype html><title>${code}</title>`);
  };

export const text =
  (body: string, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain', ...headers });
    response.end(body);
  };

/** With an ETag, as a static host gives it, and 304 for who has it. */
export const tagged =
  (body: string, etag: string): Behaviour =>
  (request, response) => {
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag });
      response.end();
    } else text(body, { etag })(request, response);
  };

/** Announces more than it sends, and hangs up. */
export const truncated =
  (body: string): Behaviour =>
  (_, response) => {
    response.writeHead(200, { 'content-length': String(body.length) });
    response.write(body.slice(0, body.length >> 1), () => response.destroy());
  };

/** Says that there will be an answer, and gives none. */
export const stuck: Behaviour = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{');
};

/** More and more, without end, and without saying how much. */
export const endless: Behaviour = (_, response) => {
  const piece = Buffer.alloc(256 * 1024, ' ');
  const more = () => {
    if (!response.destroyed) response.write(piece, more);
  };
  response.writeHead(200, { 'content-type': 'application/json' });
  more();
};

export const redirect = (to: string): Behaviour => status(302, { location: to });

/** A glossary file in format 1: each entry's id and what it says. */
export function fileOf(definitions: Readonly<Record<string, string>>, version = '1'): string {
  const entries = Object.entries(definitions).map(([id, definition]) => ({ id, term: id, definition }));
  return JSON.stringify({ format: 1, id: 'team', title: 'Team words', version, entries });
}
