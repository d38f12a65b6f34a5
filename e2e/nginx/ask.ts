// Asking as a program does: nothing is unpacked, followed or added on the way.
import { readdirSync, statSync } from 'node:fs';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BASE, ORIGIN } from './place.mjs';

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
type Question = { method?: string; headers?: Record<string, string>; agent?: Agent };

/** What the server answers to a path below the report's own, or to one that begins with a slash. */
export function ask(path: string, { method = 'GET', headers = {}, agent }: Question = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const url = new URL(ORIGIN);
    // Not as part of a URL, which would have its dots resolved.
    const target = path.startsWith('/') ? path : BASE + path;
    request({ host: url.hostname, port: url.port, path: target, method, headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
    })
      .on('error', reject)
      .end();
  });
}

/** The build, of which nginx serves a copy. */
export const DIST = resolve(process.env.E2E_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url)));

/** Every file of it, as a part of an address. */
export const FILES = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((name) => statSync(join(DIST, name)).isFile())
  .map((name) => name.split(sep).join('/'))
  .sort();

/** Those that readers ask for by name; the others are the same compressed. */
export const NAMED = FILES.filter((file) => !/\.(br|gz)$/.test(file));

/** Those whose name tells their content. */
export const HASHED = NAMED.filter((file) => /-[0-9a-f]{12,16}(_bg)?\.(js|wasm|css)$/.test(file));
