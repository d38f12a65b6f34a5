// How much of the code that a page loads is ever executed: `node executed.mjs ['#/enterprises']`, of the release build as
// the end-to-end server serves it. Every function of every module is made to leave a mark; then the page is opened,
// searched, filtered and sorted. The last column is what the module would weigh without all that left none: no way of
// cutting the code into chunks can load less. `E2E_DIST` names another build than `../dist`, `E2E_PORT` another port than
// 4173, `CHROMIUM` another browser.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from '@playwright/test';

const IMPORTS = 2, GLOBALS = 6, EXPORTS = 7, CODE = 10;
const [I32, MUTABLE, I32_CONST, GLOBAL_SET, UNREACHABLE, END] = [0x7f, 0x01, 0x41, 0x24, 0x00, 0x0b];
const GLOBAL_KIND = 0x03;

/** An unsigned LEB128 number at `at`, and where it ends. */
function number(bytes, at) {
  for (let value = 0, factor = 1; ; factor *= 128) {
    const byte = bytes[at++];
    value += (byte & 127) * factor;
    if (byte < 128) return [value, at];
  }
}

function encoded(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}

const sized = (bytes) => Buffer.concat([encoded(bytes.length), bytes]);

/** The sections of a module: `{ id, bytes }`. */
function sections(module) {
  const found = [];
  for (let at = 8; at < module.length; ) {
    const id = module[at];
    const [length, start] = number(module, at + 1);
    found.push({ id, bytes: module.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}

/** How many entries a section has, and those without their number. */
function entries(section) {
  const [count, start] = section ? number(section.bytes, 0) : [0, 0];
  return [count, section ? section.bytes.subarray(start) : Buffer.alloc(0)];
}

/** How many globals a module imports. */
function importedGlobals(section) {
  let [count, bytes] = entries(section);
  let at = 0, globals = 0;
  const skip = () => ([, at] = number(bytes, at));
  const name = () => {
    const [length, start] = number(bytes, at);
    at = start + length;
  };
  const limits = () => {
    const hasMost = bytes[at++] & 1;
    skip();
    if (hasMost) skip();
  };
  for (; count > 0; count--) {
    name();
    name();
    const kind = bytes[at++];
    if (kind === 0) skip();
    else if (kind === 1) at++, limits();
    else if (kind === 2) limits();
    else (at += 2), globals++;
  }
  return globals;
}

/** The bodies of a module's functions. */
function bodies(section) {
  let [count, bytes] = entries(section);
  const found = [];
  for (let at = 0; count > 0; count--) {
    const [length, start] = number(bytes, at);
    found.push(bytes.subarray(start, start + length));
    at = start + length;
  }
  return found;
}

const written = (module, all) =>
  Buffer.concat([module.subarray(0, 8), ...all.flatMap(({ id, bytes }) => [Buffer.from([id]), sized(bytes)])]);
const code = (all) => Buffer.concat([encoded(all.length), ...all.map(sized)]);

/** The module with a global for each function, exported under its number, which the function sets. */
function marking(module) {
  const all = sections(module);
  const of = (id) => all.find((section) => section.id === id);
  const functions = bodies(of(CODE));
  const [own, globals] = entries(of(GLOBALS));
  const first = importedGlobals(of(IMPORTS)) + own;
  const marks = Buffer.concat(functions.map(() => Buffer.from([I32, MUTABLE, I32_CONST, 0, END])));
  const names = functions.map((_, nth) => Buffer.concat([sized(Buffer.from(`mark ${nth}`)), Buffer.from([GLOBAL_KIND]), encoded(first + nth)]));
  const set = functions.map((body, nth) => {
    let [groups, at] = number(body, 0);
    for (; groups > 0; groups--) at = number(body, at)[1] + 1;
    const mark = Buffer.concat([Buffer.from([I32_CONST, 1, GLOBAL_SET]), encoded(first + nth)]);
    return Buffer.concat([body.subarray(0, at), mark, body.subarray(at)]);
  });
  const result = all.flatMap((section) => {
    if (section.id === GLOBALS) return [];
    if (section.id === CODE) return [{ id: CODE, bytes: code(set) }];
    if (section.id !== EXPORTS) return [section];
    const [count, exports] = entries(section);
    return [
      { id: GLOBALS, bytes: Buffer.concat([encoded(own + functions.length), globals, marks]) },
      { id: EXPORTS, bytes: Buffer.concat([encoded(count + functions.length), exports, ...names]) },
    ];
  });
  return written(module, result);
}

/** The module with only these functions in it; of the others nothing is left but that they are there. */
function only(module, executed) {
  const empty = Buffer.from([0, UNREACHABLE, END]);
  const left = (body, nth) => (executed.has(nth) ? body : empty);
  return written(module, sections(module).map((section) => (section.id === CODE ? { id: CODE, bytes: code(bodies(section).map(left)) } : section)));
}

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;

const dist = resolve(process.env.E2E_DIST || fileURLToPath(new URL('../dist', import.meta.url)));
const hash = process.argv[2] ?? '#/enterprises';
process.env.E2E_PORT ??= '4173';
await import('./server.mjs');
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const fileOf = (url) => new URL(url).pathname.split('/').at(-1);
  await page.route(/\.wasm$/, (route) => {
    const body = marking(readFileSync(join(dist, fileOf(route.request().url()))));
    return route.fulfill({ contentType: 'application/wasm', body });
  });
  await page.addInitScript(() => {
    window.modules = [];
    const { instantiate } = WebAssembly;
    // Then whoever loads a chunk hands over its answer, which says where it is from.
    delete WebAssembly.compileStreaming;
    WebAssembly.instantiateStreaming = async (answer, imports) => {
      answer = await answer;
      const made = await instantiate(await answer.arrayBuffer(), imports);
      window.modules.push([answer.url, made.instance.exports]);
      return made;
    };
  });
  await page.goto(`http://127.0.0.1:${process.env.E2E_PORT}/park/2021/${hash}`);
  await page.locator('html[data-boot="started"]').waitFor();
  await page.waitForLoadState('networkidle');
  const act = async (selector, what) => {
    const found = page.locator(selector).first();
    if (!(await found.count())) return;
    await what(found);
    await page.waitForTimeout(500);
  };
  await act('#search', (box) => box.fill('新材料'));
  await act('#search', (box) => box.fill(''));
  await act('.facet [data-value]', (box) => box.click());
  await act('[data-sort=growth]', (head) => head.click());
  const marked = await page.evaluate(() =>
    window.modules.map(([url, exports]) => [url, Object.keys(exports).filter((name) => name.startsWith('mark ') && exports[name].value).map((name) => Number(name.slice(5)))]),
  );
  const rows = marked.map(([url, executed]) => {
    const module = readFileSync(join(dist, fileOf(url)));
    const all = bodies(sections(module).find(({ id }) => id === CODE));
    return { file: fileOf(url), functions: all.length, executed: executed.length, brotli: brotli(module), 'brotli, executed only': brotli(only(module, new Set(executed))) };
  });
  const sum = (column) => rows.reduce((sum, row) => sum + row[column], 0);
  console.table([...rows, { file: 'sum', functions: sum('functions'), executed: sum('executed'), brotli: sum('brotli'), 'brotli, executed only': sum('brotli, executed only') }]);
} finally {
  await browser.close();
}
process.exit(0);
