// What nginx answers with the shipped configuration: headers, types, caching, compressed files, and what is not there.
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { ask, DIST, FILES, HASHED, NAMED, type Answer } from './ask.ts';
import { brotliModule } from './binary.mjs';
import { BASE, PORTAL, SAVED, SHOWN } from './place.mjs';

const SECURITY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    `base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'self' ${PORTAL}`,
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
};

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

const YEAR = 'public, max-age=31536000, immutable';
const content = (file: string): Buffer => readFileSync(join(DIST, file));

function expectSecure(answer: Answer, what: string): void {
  expect(answer.headers, what).toMatchObject(SECURITY);
  // It cannot name a portal, and where both stand the stricter one holds.
  expect(answer.headers, what).not.toHaveProperty('x-frame-options');
  expect(answer.headers, what).not.toHaveProperty('set-cookie');
  expect(answer.headers.server, what).toBe('nginx');
}

test('every file is there whole, with its type and the security headers', async () => {
  expect(NAMED.length).toBeGreaterThan(8);
  for (const file of NAMED) {
    const answer = await ask(file);
    expect(answer.status, file).toBe(200);
    expect(answer.headers['content-type'], file).toBe(TYPES[extname(file)]);
    expect(answer.headers, file).not.toHaveProperty('content-encoding');
    expect(answer.body.equals(content(file)), file).toBe(true);
    expectSecure(answer, file);
  }
});

test('the folder itself is the page, with its slash and, by a redirection, without', async () => {
  const page = await ask('');
  expect(page.status).toBe(200);
  expect(page.body.equals(content('index.html'))).toBe(true);
  expect(page.headers['cache-control']).toBe('no-cache');
  const { status, headers } = await ask(BASE.slice(0, -1));
  expect(status).toBe(301);
  // Without host and port, of which a server behind a proxy knows nothing.
  expect(headers.location).toBe(BASE);
});

test('what is not there is a 404, with the security headers, kept by nobody, and never the page', async () => {
  for (const path of ['no-such', 'data/2099/report.json', 'index.htm', 'main-0123456789abcdef.css', '.git/config']) {
    const answer = await ask(path);
    expect(answer.status, path).toBe(404);
    expect(answer.body.toString(), path).not.toContain('data-glue');
    expect(answer.headers['cache-control'], path).toBe('no-cache');
    expectSecure(answer, path);
  }
});

test('nothing outside the build is served', async () => {
  // All of these are there, if one could leave the folder so.
  for (const path of ['../site.conf', '%2e%2e/site.conf', '..%2fsite.conf', '/park/2021../site.conf', 'data/../../site.conf']) {
    expect([400, 404], path).toContain((await ask(path)).status);
  }
});

test('nothing is taken from readers', async () => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const answer = await ask('index.html', { method });
    expect(answer.status, method).toBe(405);
    expectSecure(answer, method);
  }
});

test('names that tell their content are kept for a year, the others asked for again', async () => {
  const code = NAMED.filter((file) => /\.(wasm|css)$/.test(file));
  expect(code.length).toBeGreaterThan(1);
  expect(HASHED).toEqual(expect.arrayContaining(code));
  for (const file of NAMED) {
    const { headers } = await ask(file);
    expect(headers['cache-control'], file).toBe(HASHED.includes(file) ? YEAR : 'no-cache');
  }
});

test('the report in one file is for saving: its script is in the page, which the policy forbids', async () => {
  const pages = NAMED.filter((file) => file.endsWith('.html'));
  expect(pages).toHaveLength(3);
  for (const file of [...pages, '']) {
    const { headers } = await ask(file);
    expect(headers['content-disposition'], file).toBe(['index.html', 'preview.html', ''].includes(file) ? undefined : 'attachment');
  }
});

test('of several reports, the page of each year is shown, and its edition in one file is for saving', async () => {
  for (const [files, said] of [
    [SHOWN, undefined],
    [SAVED, 'attachment'],
  ] as const) {
    for (const file of files) {
      const answer = await ask(file);
      expect(answer.status, file).toBe(200);
      expect(answer.headers['content-disposition'], file).toBe(said);
      expectSecure(answer, file);
    }
  }
});

for (const encoding of ['identity', 'gzip', ...(brotliModule() ? ['br'] : [])]) {
  test(`what has not changed is a 304, by its tag and by its time (${encoding})`, async () => {
    for (const file of NAMED) {
      const asked = { 'Accept-Encoding': encoding };
      const { headers } = await ask(file, { headers: asked });
      expect(headers.etag, file).toMatch(/"/);
      const answers = {
        tag: await ask(file, { headers: { ...asked, 'If-None-Match': headers.etag! } }),
        time: await ask(file, { headers: { ...asked, 'If-Modified-Since': headers['last-modified']! } }),
      };
      for (const [by, answer] of Object.entries(answers)) {
        expect(answer.status, `${file} by ${by}`).toBe(304);
        expect(answer.body.length).toBe(0);
        expect(answer.headers['cache-control'], file).toBe(headers['cache-control']);
        expectSecure(answer, file);
      }
      expect((await ask(file, { headers: { ...asked, 'If-None-Match': '"another"' } })).status, file).toBe(200);
    }
  });
}

/** What a browser says over HTTPS and over HTTP, what it then gets where there is a twin, and how that is read. */
const ENCODINGS = [
  { accept: 'gzip, deflate', name: 'gzip', twin: '.gz', read: gunzipSync },
  { accept: 'gzip, deflate, br, zstd', name: 'br', twin: '.br', read: brotliDecompressSync },
];

for (const { accept, name, twin, read } of ENCODINGS) {
  test(`who takes ${name} gets the ${twin} file`, async () => {
    test.skip(name === 'br' && !brotliModule(), 'this nginx has no brotli_static');
    const twins = NAMED.filter((file) => FILES.includes(file + twin));
    expect(twins.length).toBeGreaterThan(5);
    for (const file of twins) {
      const { headers, body } = await ask(file, { headers: { 'Accept-Encoding': accept } });
      expect(headers['content-encoding'], file).toBe(name);
      expect(headers['content-type'], file).toBe(TYPES[extname(file)]);
      // Caches on the way must not hand it to those who cannot read it.
      expect(headers.vary, file).toBe('Accept-Encoding');
      expect(body.equals(content(file + twin)), file).toBe(true);
      expect(read(body).equals(content(file)), file).toBe(true);
    }
  });
}

test('every large file of text or code has its twins', () => {
  const large = NAMED.filter((file) => /\.(html|css|js|wasm|json)$/.test(file) && content(file).length > 2000);
  for (const file of large) expect(FILES, file).toEqual(expect.arrayContaining([`${file}.br`, `${file}.gz`]));
});
