import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** A server of the built page, whose files a test may change; below a path, as on the pages of a forge. */
export interface Served {
  readonly address: string;
  /** How files are changed before they are sent, by their path in dist. */
  change: (path: string, text: string) => string;
  stop(): Promise<void>;
}

/** Serves dist at a port of its own. */
export async function serve(): Promise<Served> {
  const server = createServer(({ url }, answer) => {
    const path = new URL(url!, 'http://host').pathname.replace(/^\/course\//, '') || 'index.html';
    const type = types[extname(path)];
    try {
      const bytes = readFileSync(`dist/${path}`);
      answer.writeHead(200, { 'content-type': type ?? 'application/octet-stream' });
      answer.end(type ? served.change(path, bytes.toString()) : bytes);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const served: Served = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/course/`,
    change: (_, text) => text,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
  return served;
}
