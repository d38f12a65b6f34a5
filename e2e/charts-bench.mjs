// Our pictures and those of Apache ECharts side by side: the same bars, in the same browser, by turns. `cargo xtask
// bench --charts` runs it on the release build; by hand: `node charts-bench.mjs [--rounds N] [--out FILE]`.
// `E2E_DIST` names another build than `../dist`, `CHROMIUM` another browser.
//
// A drawing is measured by the main thread's own account of its time, from the press of a button, or the change of the
// window, to the end of the frames after it; what the same measurement says of nothing at all is taken off.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { version as echarts } from 'echarts/core';
import { build } from 'esbuild';
import { read, withOneChart } from './bench/pictures.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { values: told } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, out: { type: 'string', default: here('../target/bench/charts.json') } },
});
const ROUNDS = Number(told.rounds);
if (!Number.isInteger(ROUNDS) || ROUNDS < 1) throw new Error(`--rounds ${told.rounds}`);

const BARS = 200;
const [WARM_UP, DRAWINGS, NOTHINGS] = [10, 30, 15];
const [WIDE, HEIGHT] = [1280, 900];
// What was pressed is on the screen when the second frame begins; one more, for what a frame itself sets off.
const FRAMES = 3;
const COLOUR = '#0a7b61';
const SIDES = ['ours', 'echarts'];
const MEASURES = { TaskDuration: '主线程', ScriptDuration: '其中脚本', LayoutDuration: '其中布局' };
const PACK = here('../data');
const REPORT = '2021';

const cleanUp = [];

/** The release build with the pack in `folder`, on a port that is free; its address. */
async function serve(folder) {
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const { port } = free.address();
  free.close();
  await once(free, 'close');
  const server = spawn(process.execPath, [here('server.mjs')], {
    env: { ...process.env, E2E_PORT: String(port), E2E_PACK_IN_PLACE: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanUp.push(() => server.kill());
  const [line] = await Promise.race([
    once(server.stdout, 'data'),
    once(server, 'exit').then(() => Promise.reject(new Error('server.mjs ended'))),
  ]);
  return String(line).trim();
}

/** The page of the other side: its address and the bytes of its script. */
async function serveECharts() {
  const bundled = await build({
    entryPoints: [here('bench/echarts-page.js')],
    bundle: true,
    minify: true,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
  });
  const script = bundled.outputFiles[0].contents;
  const html =
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>ECharts</title><link rel="icon" href="data:,">' +
    '<button id="draw">画</button><script src="page.js"></script></html>';
  const server = createServer(({ url }, response) => {
    const [type, body] = url === '/page.js' ? ['text/javascript', script] : ['text/html', html];
    response.writeHead(200, { 'Content-Type': `${type}; charset=utf-8` }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp.push(() => server.close());
  return { address: `http://127.0.0.1:${server.address().port}/`, bytes: script.length };
}

function expect(holds, what) {
  if (!holds) throw new Error(what);
}

/** A page of its own at `address`, without anything left of an earlier one, and its main thread's account. */
async function open(browser, address) {
  const context = await browser.newContext({ viewport: { width: WIDE, height: HEIGHT }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(address);
  const account = await context.newCDPSession(page);
  await account.send('Performance.enable');
  const metrics = async () => {
    const { metrics } = await account.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]));
  };
  /** Milliseconds of the main thread, by kind, from before `act` to after it. */
  const cost = async (act) => {
    const before = await metrics();
    await act();
    const after = await metrics();
    return Object.fromEntries(Object.keys(MEASURES).map((name) => [name, after[name] - before[name]]));
  };
  /** Presses what `selector` names, or nothing, and lets the frames pass. */
  const press = (selector) =>
    page.evaluate(
      ([selector, frames]) =>
        new Promise((done) => {
          const pass = (left) => requestAnimationFrame(() => (left > 1 ? pass(left - 1) : done()));
          if (selector) document.querySelector(selector).click();
          pass(frames);
        }),
      [selector, FRAMES],
    );
  /** Gives the window this width, and lets the frames pass. */
  const widen = async (width) => {
    await account.send('Emulation.setDeviceMetricsOverride', { width, height: HEIGHT, deviceScaleFactor: 1, mobile: false });
    await page.evaluate(
      ([width, frames]) =>
        new Promise((done) => {
          const pass = (left) => requestAnimationFrame(() => (left > 1 ? pass(left - 1) : done()));
          const wait = () => (innerWidth === width ? pass(frames) : requestAnimationFrame(wait));
          wait();
        }),
      [width, FRAMES],
    );
  };
  const close = async () => {
    expect(errors.length === 0, errors.join('\n'));
    await context.close();
  };
  return { page, cost, press, widen, close };
}

/** Open at what is to be measured: ours with all its pictures drawn. */
async function openOurs(browser, address, charts) {
  const opened = await open(browser, address);
  await opened.page.waitForFunction((charts) => document.querySelectorAll('main .picture .drawing').length === charts, charts);
  await opened.page.evaluate(() => document.fonts.ready);
  return opened;
}

async function openECharts(browser, address, pictures) {
  const opened = await open(browser, address);
  await opened.page.evaluate((pictures) => window.show(pictures), pictures);
  await opened.press('#draw');
  return opened;
}

/** What the pages show now: their bars, and the widths of their pictures. */
const shown = {
  ours: ({ page }) =>
    page.evaluate(() => ({
      bars: document.querySelectorAll('main .picture .drawing rect.bar').length,
      widths: [...document.querySelectorAll('main .picture .drawing')].map((svg) => Number(svg.getAttribute('width'))),
    })),
  echarts: ({ page }) =>
    page.evaluate(
      (colour) => ({
        bars: document.querySelectorAll(`svg path[fill="${colour}"]`).length,
        widths: [...document.querySelectorAll('svg')].map((svg) => Number(svg.getAttribute('width'))),
      }),
      COLOUR,
    ),
};

async function check(side, opened, pictures, width) {
  const { bars, widths } = await shown[side](opened);
  const expected = pictures.reduce((sum, picture) => sum + picture.bars, 0);
  expect(bars === expected, `${side}: ${bars} bars, not ${expected}`);
  const fits = widths.length === pictures.length && widths.every((found, nth) => Math.abs(found - pictures[nth].sizes[width].width) < 1);
  expect(fits, `${side}: pictures ${widths.join(', ')} wide at ${width}`);
}

const median = (numbers) => quantile(numbers, 0.5);
function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

/** `act(nth)` measured many times, less what `nothing` costs. `before` each and `after` each are not measured. */
async function measured(opened, { before = async () => {}, act, after, nothing }) {
  const own = [];
  for (let nth = 0; nth < NOTHINGS; nth += 1) own.push(await opened.cost(nothing));
  const drawings = [];
  for (let nth = 0; nth < WARM_UP + DRAWINGS; nth += 1) {
    await before();
    const cost = await opened.cost(() => act(nth));
    await after(nth);
    if (nth >= WARM_UP) drawings.push(cost);
  }
  const nulls = Object.fromEntries(Object.keys(MEASURES).map((name) => [name, median(own.map((cost) => cost[name]))]));
  const less = (cost) => Object.fromEntries(Object.entries(cost).map(([name, value]) => [name, Math.max(0, value - nulls[name])]));
  return { nulls, drawings: drawings.map(less) };
}

/** The pictures at both widths, read from our page. */
async function readPictures(browser, { address, charts, narrow }) {
  const opened = await openOurs(browser, address, charts);
  const wide = await opened.page.evaluate(read);
  await opened.widen(narrow);
  const narrowed = await opened.page.evaluate(read);
  await opened.close();
  return wide.map(({ size, ...picture }, nth) => {
    const sizes = { [WIDE]: size, [narrow]: narrowed[nth].size };
    // Otherwise there would be nothing to lay out.
    expect(sizes[WIDE].width !== sizes[narrow].width, `ours: as wide at ${narrow} as at ${WIDE}`);
    return { ...picture, colour: COLOUR, sizes };
  });
}

/** Every change of width of the page, and what of it took longer than 50 ms. */
async function resizes(side, opened, { pictures, narrow }) {
  await opened.page.evaluate(() => {
    window.long = [];
    for (const type of ['longtask', 'long-animation-frame']) {
      if (!PerformanceObserver.supportedEntryTypes.includes(type)) continue;
      new PerformanceObserver((list) => list.getEntries().forEach(({ entryType, startTime, duration }) => window.long.push({ entryType, startTime, duration }))).observe({ type });
    }
  });
  const widthOf = (nth) => (nth % 2 === 0 ? narrow : WIDE);
  let from = 0;
  const result = await measured(opened, {
    act: (nth) => opened.widen(widthOf(nth)),
    after: async (nth) => {
      await check(side, opened, pictures, widthOf(nth));
      if (nth === WARM_UP - 1) from = await opened.page.evaluate(() => performance.now());
    },
    nothing: () => opened.widen(WIDE),
  });
  // Entries come a little later than what they tell of.
  await opened.page.waitForTimeout(200);
  const long = await opened.page.evaluate(() => window.long);
  return { ...result, long: long.filter(({ startTime, duration }) => startTime >= from && duration > 50) };
}

/** The one picture of the page drawn anew, again and again: ours in place of its table. */
function drawings(side, opened, { pictures }) {
  const toggle = () => opened.press('.chart__tools > button[aria-pressed]');
  const table = async () => {
    await toggle();
    expect((await shown.ours(opened)).bars === 0, 'ours: the table still shows the picture');
  };
  return measured(opened, {
    before: side === 'ours' ? table : undefined,
    act: () => (side === 'ours' ? toggle() : opened.press('#draw')),
    after: () => check(side, opened, pictures, WIDE),
    nothing: () => opened.press(null),
  });
}

/** The page come to from another one, again and again; the other side draws all that it shows. */
function visits(side, opened, { pictures }) {
  const away = async () => {
    await opened.press('nav a[href="#/problems"]');
    expect((await shown.ours(opened)).bars === 0, 'ours: still on the page of charts');
  };
  return measured(opened, {
    before: side === 'ours' ? away : undefined,
    act: () => opened.press(side === 'ours' ? 'nav a[href="#/charts"]' : '#draw'),
    after: () => check(side, opened, pictures, WIDE),
    nothing: () => opened.press(null),
  });
}

const twoDigits = (number) => number.toFixed(2);

function table(rounds, titles) {
  const lines = ['| 场景 | 毫秒 | 本项目 中位 | p95 | ECharts 中位 | p95 | 本项目/ECharts |', '|---|---|--:|--:|--:|--:|--:|'];
  for (const [scenario, title] of Object.entries(titles)) {
    for (const [measure, name] of Object.entries(MEASURES)) {
      const [ours, theirs] = SIDES.map((side) =>
        rounds.flatMap((round) => round[side][scenario].drawings.map((drawing) => drawing[measure])),
      );
      const cells = [ours, theirs].flatMap((numbers) => [median(numbers), quantile(numbers, 0.95)]).map(twoDigits);
      const ratio = median(theirs) > 0 ? twoDigits(median(ours) / median(theirs)) : '–';
      lines.push(`| ${title} | ${name} | ${cells.join(' | ')} | ${ratio} |`);
    }
  }
  return lines.join('\n');
}

function longFrames(rounds, scenario, title) {
  const told = SIDES.map((side) => {
    const long = rounds.flatMap((round) => round[side][scenario].long);
    const of = (type) => long.filter(({ entryType }) => entryType === type).length;
    const longest = long.length > 0 ? `，最长 ${Math.round(Math.max(...long.map(({ duration }) => duration)))} 毫秒` : '';
    return `${side === 'ours' ? '本项目' : 'ECharts'} 长任务 ${of('longtask')}、长帧 ${of('long-animation-frame')}${longest}`;
  });
  return `${title}，${rounds.length * DRAWINGS} 次中超过 50 毫秒的：${told.join('；')}`;
}

async function run() {
  const json = async (name) => JSON.parse(await readFile(join(PACK, REPORT, `${name}.json`), 'utf8'));
  const whole = await json('report');
  // Small multiples are one picture of several plots, for which the other side has no one chart.
  const own = { report: { ...whole, charts: whole.charts.filter(({ kind }) => kind !== 'areas') }, figures: await json('figures') };
  const made = withOneChart(own, BARS);
  const folder = await mkdtemp(join(tmpdir(), 'charts-bench-'));
  cleanUp.push(() => rm(folder, { recursive: true, force: true }));
  await cp(PACK, folder, { recursive: true });
  for (const name of ['report', 'figures']) await writeFile(join(folder, REPORT, `${name}.json`), JSON.stringify(made[name]));

  const plain = await mkdtemp(join(tmpdir(), 'charts-bench-'));
  cleanUp.push(() => rm(plain, { recursive: true, force: true }));
  await cp(PACK, plain, { recursive: true });
  await writeFile(join(plain, REPORT, 'report.json'), JSON.stringify(own.report));

  const [oneChart, allCharts, other] = [await serve(folder), await serve(plain), await serveECharts()];
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  cleanUp.push(() => browser.close());

  // At these widths the pictures have another width than at 1280.
  const one = { address: `${oneChart}#/chart/${made.chart.id}`, charts: 1, narrow: 1080 };
  one.steps = { 'bars-draw': drawings, 'bars-resize': resizes };
  const many = { address: `${allCharts}#/charts`, charts: own.report.charts.length, narrow: 1180 };
  many.steps = { 'page-open': visits, 'page-resize': resizes };
  for (const place of [one, many]) place.pictures = await readPictures(browser, place);
  // What was read is what the pack says.
  const [picture] = one.pictures;
  expect(picture.bars === BARS && picture.series.length === 1, `ours: ${picture.bars} bars, not ${BARS}`);
  const tolerance = picture.axis.max / 1000;
  const wrong = [...picture.series[0].values]
    .sort((a, b) => a - b)
    .findIndex((value, nth) => Math.abs(value - [...made.numbers].sort((a, b) => a - b)[nth]) > tolerance);
  expect(wrong < 0, `ours: bar ${wrong} by length has another length than its number`);
  expect(new Set(picture.rows).size === BARS && picture.series[0].texts.every(Boolean), 'ours: a bar without its texts');

  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const result = { ours: {}, echarts: {} };
    for (const place of [one, many]) {
      const { address, charts, pictures, steps } = place;
      // Who is first changes from round to round.
      for (const side of round % 2 === 0 ? SIDES : [...SIDES].reverse()) {
        const opened = side === 'ours' ? await openOurs(browser, address, charts) : await openECharts(browser, other.address, pictures);
        await check(side, opened, pictures, WIDE);
        for (const [scenario, step] of Object.entries(steps)) result[side][scenario] = await step(side, opened, place);
        await opened.close();
      }
    }
    rounds.push(result);
    console.error(`第 ${round + 1}/${ROUNDS} 轮`);
  }

  const barsOfPage = many.pictures.reduce((sum, { bars }) => sum + bars, 0);
  const titles = {
    'bars-draw': `${BARS} 条：画`,
    'bars-resize': `${BARS} 条：宽 ${WIDE} ↔ ${one.narrow}`,
    'page-open': `全部图表（${many.charts} 幅 ${barsOfPage} 条）：打开整页`,
    'page-resize': `全部图表：宽 ${WIDE} ↔ ${many.narrow}`,
  };
  const version = browser.version();
  await mkdir(dirname(told.out), { recursive: true });
  const raw = { chromium: version, echarts, echartsBytes: other.bytes, titles, pictures: { one: one.pictures, all: many.pictures }, rounds };
  await writeFile(told.out, `${JSON.stringify(raw)}\n`);
  console.log(`Chromium ${version}，ECharts ${echarts}（SVG，脚本 ${other.bytes} 字节），${ROUNDS} 轮，每轮各 ${DRAWINGS} 次\n`);
  console.log(table(rounds, titles));
  console.log(`\n${longFrames(rounds, 'bars-resize', titles['bars-resize'])}`);
  console.log(longFrames(rounds, 'page-resize', titles['page-resize']));
  console.log(`原始数据：${told.out}`);
}

try {
  await run();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  for (const end of cleanUp.reverse()) await end();
}
