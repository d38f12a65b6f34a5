// The release build as a portal serves it: under a sub-path it chose, with its security headers, 404 for what is not
// there, and no page in place of a missing file.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const BASE = '/park/2021/';
const PORT = Number(process.env.E2E_PORT ?? 4173);
// The build to serve; `E2E_DIST` names another folder, so that a build can be tested while the next one is made.
const DIST = resolve(process.env.E2E_DIST || fileURLToPath(new URL('../dist', import.meta.url)));
// A pack to serve in place of the build's own `data/`; `E2E_PACK_IN_PLACE` names its folder.
const PACK = process.env.E2E_PACK_IN_PLACE && resolve(process.env.E2E_PACK_IN_PLACE);

// Who may show the report in a frame besides its own host, as `frame-ancestors` has it: `https://www.example.gov.cn`.
const PORTAL = process.env.E2E_PORTAL ? ` ${process.env.E2E_PORTAL}` : '';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

// A violation is a console error, and so a failed test.
const HEADERS = {
  // A frame without `allow-same-origin` has the origin `null`, for which every file comes from elsewhere. The report is
  // public, and nothing in it depends on who asks.
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'no-cache',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
    `connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'self'${PORTAL}`,
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** The file behind a request's path, or null when there is none or it lies outside what is served. */
async function fileFor(url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return null;
  }
  if (!path.startsWith(BASE) || path.includes('\0')) return null;
  const name = path.slice(BASE.length);
  const [folder, inside] = PACK && name.startsWith('data/') ? [PACK, name.slice('data/'.length)] : [DIST, name];
  const file = normalize(join(folder, inside === '' ? 'index.html' : inside));
  if (!file.startsWith(folder + sep)) return null;
  const entry = await stat(file).catch(() => null);
  return entry?.isFile() ? { file, size: entry.size } : null;
}

const server = createServer(async (request, response) => {
  const answer = (status, headers = {}) => response.writeHead(status, { ...HEADERS, ...headers });
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    answer(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const found = await fileFor(request.url ?? '/');
  if (!found) {
    answer(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end(request.method === 'HEAD' ? '' : '404\n');
    return;
  }
  answer(200, {
    'Content-Length': found.size,
    'Content-Type': TYPES[extname(found.file)] ?? 'application/octet-stream',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(found.file).on('error', () => response.destroy()).pipe(response);
});

server.listen(PORT, '127.0.0.1', () => console.log(`http://127.0.0.1:${PORT}${BASE}`));
