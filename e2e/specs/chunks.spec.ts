// Code that is loaded when it is first needed: what asks for it, what is shown until then, and what if it cannot be had.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, expect, go, hold, open, passTime, test, withoutReport, type Page } from '../fixtures.ts';
import { enterprises, projects, report } from './expected/pack.ts';

type Name = 'names' | 'lists' | 'more' | 'charts' | 'pages';

/** Any chunk's address. */
const CHUNK = /annual-report-app-(names|lists|more|charts|pages|shared-\d+)-[0-9a-f]{1,16}\.wasm$/;
const own = (name: Name) => new RegExp(`annual-report-app-${name}-[0-9a-f]{1,16}\\.wasm$`);

/** The files of each chunk, as the page has them. */
async function chunks(page: Page): Promise<Record<Name, string[]>> {
  const answer = await page.request.get('./');
  const list = /data-chunks="([^"]*)"/.exec(await answer.text())![1];
  return JSON.parse(list.replaceAll('&quot;', '"'));
}

const named = (urls: string[]) => urls.map((url) => url.split('/').at(-1)).sort();

// Hosts let readers keep them for a year: the glue, the app, the styles, and everything of the preview.
test('a file that readers keep goes by what is in it', () => {
  const kept = readdirSync(DIST).filter((name) => /^(annual-report-app|preview|main|reading)-[0-9a-f]+(_bg)?\.(js|wasm|css)$/.test(name));
  expect(kept.length).toBe(7);
  for (const name of kept) {
    const sum = createHash('sha256').update(readFileSync(join(DIST, name))).digest('hex');
    expect(name).toContain(`-${sum.slice(0, 16)}`);
  }
});

const NEEDS: [hash: string, ...chunks: Name[]][] = [
  [''],
  ['#/'],
  ['#/nonsense'],
  ['#/enterprises', 'lists'],
  ['#/enterprises?q=丝绸', 'lists'],
  ['#/projects', 'lists'],
  ['#/search', 'lists', 'more'],
  ['#/search?q=产业', 'lists', 'more'],
  ['#/charts', 'charts'],
  ['#/charts/growth', 'charts'],
  [`#/chart/${report.charts[0].id}?embed=1`, 'charts'],
  ['#/work/2.2', 'pages'],
  ['#/problems', 'pages'],
  ['#/figure/output-above-scale', 'pages'],
  ['#/about', 'pages'],
  [`#/enterprises/${enterprises[0].id}`, 'pages'],
  [`#/projects/${projects[0].id}`, 'pages'],
  [`#/compare?compare=${enterprises[0].id},${enterprises[1].id}`, 'pages'],
];

for (const [hash, ...own] of NEEDS) {
  test(`“${hash}” asks for ${own.length ? `the chunk of ${own.join(' and ')}` : 'no chunk'} before the app is there, and for no other`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (CHUNK.test(request.url())) asked.push(request.url());
    });
    // What the first page has further down is not near the view.
    await page.setViewportSize({ width: 360, height: 600 });
    const release = await hold(page, /annual-report-app-[0-9a-f]{1,16}\.js$/);
    const wasm = page.waitForRequest(/_bg\.wasm$/);
    await page.goto(`./${hash}`, { waitUntil: 'domcontentloaded' });
    await wasm;
    const files = await chunks(page);
    const of = (...names: Name[]) => [...new Set(names.flatMap((name) => files[name]))].sort();
    const needed = own.length ? of('names', ...own) : [];
    await expect.poll(() => named(asked)).toEqual(needed);
    release();
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
    // What the first page only counts comes when nothing is waited for, and the charts of 重点工作 when they are near.
    const later = own.length ? needed : of('names');
    await expect.poll(() => named(asked).filter((file) => !/work/.test(hash) || needed.includes(file!))).toEqual(later);
    await page.waitForLoadState('networkidle');
    const charts = /work/.test(hash) ? of('charts') : [];
    expect(named(asked).filter((file) => !later.includes(file!) && !charts.includes(file!))).toEqual([]);
    expect(new Set(named(asked)).size, 'each once').toBe(asked.length);
  });
}

test('on a slow line the app comes first, and its page’s chunks are asked for while the rest of it comes', async ({ page }) => {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', { offline: false, latency: 100, downloadThroughput: 40_000, uploadThroughput: 40_000 });
  let app = '';
  let here = 0;
  let isHere = false;
  const hereWhenAsked: number[] = [];
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (/_bg\.wasm$/.test(request.url)) app = requestId;
    if (CHUNK.test(request.url)) hereWhenAsked.push(isHere ? Infinity : here);
  });
  network.on('Network.dataReceived', ({ requestId, dataLength }) => {
    if (requestId === app) here += dataLength;
  });
  network.on('Network.loadingFinished', ({ requestId }) => {
    if (requestId === app) isHere = true;
  });
  await open(page, '#/enterprises');
  const files = await chunks(page);
  expect(hereWhenAsked.length).toBe(new Set([...files.names, ...files.lists]).size);
  const size = Number(await page.locator('script[data-size]').getAttribute('data-size'));
  expect(size).toBe(here);
  for (const amount of hereWhenAsked) {
    expect(amount).toBeGreaterThan(size / 2);
    expect(amount).toBeLessThan(size);
  }
});

for (const [what, answer] of [['broken off', undefined], ['missing', { status: 404, body: '' }]] as const) {
  test(`of an app that is ${what} no chunk is asked for`, async ({ page, allowFailure }) => {
    // Why the app does not start, boot.js tells the console.
    allowFailure(/_bg\.wasm$|boot\.js$/);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (CHUNK.test(request.url())) asked.push(request.url());
    });
    await page.route(/_bg\.wasm$/, (route) => (answer ? route.fulfill(answer) : route.abort()));
    await page.goto('./#/enterprises');
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'failed');
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
  });
}

const ANSWERS: [what: string, answer: object, says: string][] = [
  ['missing', { status: 404, body: '' }, '：404'],
  ['another page', { contentType: 'text/html', body: '<!doctype html><p>x</p>' }, '：'],
  ['a program of another kind', { contentType: 'application/wasm', body: Buffer.from('\0asm\x01\0\0\0', 'latin1').subarray(0, 6) }, '：'],
];

for (const [what, answer, says] of ANSWERS) {
  test(`a chunk that is ${what} when the page opens leaves the report standing, and is named`, async ({ page, allowFailure }) => {
    allowFailure(CHUNK);
    let times = 0;
    await page.route(own('lists'), (route) => {
      times += 1;
      return route.fulfill(answer);
    });
    await page.goto('./#/enterprises?q=丝绸');
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'failed');
    await page.waitForTimeout(500);
    expect(times, 'how often it was asked for').toBe(1);
    const said = page.getByRole('alert');
    await expect(said).toContainText(new RegExp(`互动功能没有启动。（annual-report-app-lists-[0-9a-f]{1,16}\\.wasm${says}`));
    await expect(page.locator('#still .list__row:visible')).toHaveCount(enterprises.length);
    await page.unroute(own('lists'));
    await said.getByRole('button', { name: '重新加载' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
    await expect(page.getByRole('searchbox')).toHaveValue('丝绸');
  });

  test(`a chunk that is ${what} later is named where its page would be, and comes at the next try`, async ({ page, allowFailure }) => {
    allowFailure(CHUNK);
    await open(page);
    await page.route(own('lists'), (route) => route.fulfill(answer));
    await go(page, '#/enterprises');
    const said = page.getByRole('alert');
    await expect(said).toContainText('这部分功能未能载入');
    await expect(said).toContainText(new RegExp(`annual-report-app-lists-[0-9a-f]{1,16}\\.wasm${says}`));
    await page.unroute(own('lists'));
    await said.getByRole('button', { name: '重试' }).click();
    await expect(page.locator('.list__row')).toHaveCount(enterprises.length);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('who goes on before the app is there waits for the page where he is, and not for the one that he left', async ({ page }) => {
  const [releaseCharts, releaseLists] = [await hold(page, own('charts')), await hold(page, own('lists'))];
  await page.goto('./#/charts');
  await expect(page.locator('#still [data-page=charts] .chart').first()).toBeVisible();
  // The app runs and waits.
  await page.waitForFunction(() => 'stopApp' in window);
  await page.locator('#still .nav').getByRole('link', { name: '企业' }).click();
  // What stands there already is more than that it is on its way.
  await page.waitForTimeout(1000);
  await expect(page.locator('#still .list__row:visible')).toHaveCount(enterprises.length);
  releaseLists();
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  await expect(page.locator('main .list__row')).toHaveCount(enterprises.length);
  releaseCharts();
});

test('a chunk that fails is nothing to who has gone on to a page without it', async ({ page, allowFailure }) => {
  allowFailure(CHUNK);
  let fail = () => {};
  await page.route(own('charts'), async (route) => {
    await new Promise<void>((resolve) => {
      fail = resolve;
    });
    await route.fulfill({ status: 404, body: '' });
  });
  const release = await hold(page, /report\.json/);
  await page.goto('./#/charts');
  await page.waitForFunction(() => 'stopApp' in window);
  await page.locator('#still .nav').getByRole('link', { name: '企业' }).click();
  fail();
  await page.waitForTimeout(500);
  release();
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  await expect(page.locator('main .list__row')).toHaveCount(enterprises.length);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a chunk that does not come at all is given up after half a minute, in words', async ({ page, allowFailure }) => {
  allowFailure(CHUNK);
  await page.clock.install();
  await open(page);
  const asked = page.waitForRequest(own('pages'));
  const release = await hold(page, own('pages'));
  await go(page, '#/problems');
  await asked;
  await expect(page.locator('main [role=status]')).toHaveText('正在载入…');
  await passTime(page, () => page.getByRole('alert').isVisible());
  await expect(page.getByRole('alert')).toContainText('.wasm：30 秒没有取到');
  release();
});

test('a host that gives chunks another type has them all the same', async ({ page }) => {
  await page.route(CHUNK, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-type': 'application/octet-stream' } });
  });
  await open(page, '#/enterprises');
  await expect(page.locator('.list__row')).toHaveCount(enterprises.length);
});

test('a page whose chunk is on its way has the focus and its place once it is there', async ({ page }) => {
  await open(page);
  const release = await hold(page, own('pages'));
  await go(page, '#/work/2.2');
  await expect(page.locator('main [role=status]')).toHaveText('正在载入…');
  await page.waitForTimeout(300);
  release();
  await expect(page.locator('[id="at-2.2"]')).toBeFocused();
  await expect(page.locator('[id="at-2.2"] :is(h2, h3)').first()).toBeInViewport();
  // What has come once is at hand.
  await go(page, '#/');
  await expect(page.locator('.hero')).toBeVisible();
  await go(page, '#/problems');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('问题与打算');
});

test.describe('the chart of the first page', () => {
  const chart = (page: Page) => page.locator('.chart').filter({ has: page.getByRole('heading', { level: 3 }) });

  test('stands as the page before the app had it until its chunk is here, which comes when it is near', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 600 });
    const release = await hold(page, own('charts'));
    const asked: string[] = [];
    page.on('request', (request) => {
      if (own('charts').test(request.url())) asked.push(request.url());
    });
    await open(page);
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    await expect(chart(page).locator('.drawing')).toHaveCount(3);
    await chart(page).scrollIntoViewIfNeeded();
    await expect.poll(() => asked.length).toBe(1);
    const drawing = chart(page).locator('.drawing:visible');
    await expect(drawing).toHaveCount(1);
    await expect(drawing).toHaveAttribute('aria-label', /横条图/);
    const before = await chart(page).boundingBox();
    release();
    await expect(chart(page).getByRole('button', { name: '表格' })).toBeEnabled();
    await expect(page.locator('.still')).toHaveCount(0);
    await expect(chart(page).locator('.drawing')).toHaveCount(1);
    const after = await chart(page).boundingBox();
    // Their widths are told in px by one and in letters by the other.
    expect(Math.abs(after!.height - before!.height)).toBeLessThan(0.1);
    await chart(page).getByRole('button', { name: '表格' }).click();
    await expect(chart(page).getByRole('table')).toBeVisible();
  });

  test('stands on, with the reason and another try, if its chunk cannot be had', async ({ page, allowFailure }) => {
    allowFailure(CHUNK);
    await page.route(own('charts'), (route) => route.fulfill({ status: 503, body: '' }));
    await open(page);
    await chart(page).scrollIntoViewIfNeeded();
    const said = page.getByRole('alert');
    await expect(said).toContainText('.wasm：503');
    await expect(chart(page).locator('.drawing:visible')).toHaveCount(1);
    await page.unroute(own('charts'));
    await said.getByRole('button', { name: '重试' }).click();
    await expect(chart(page).getByRole('button', { name: '表格' })).toBeEnabled();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('of a page without the report in it is named until its chunk is here', async ({ page }) => {
    await withoutReport(page);
    const release = await hold(page, own('charts'));
    await open(page);
    await expect(chart(page)).toHaveCount(1);
    await expect(chart(page)).toHaveText(report.charts.find(({ kind }) => kind === 'growth')!.title);
    await chart(page).scrollIntoViewIfNeeded();
    release();
    await expect(chart(page).getByRole('button', { name: '表格' })).toBeVisible();
  });
});

test('what the dialog for embedding asks comes when it is opened', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 600 });
  await open(page);
  const asked = page.waitForRequest(own('pages'));
  await page.getByRole('button', { name: '嵌入', exact: true }).click();
  await asked;
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toHaveValue(/<iframe /);
});

test('every chunk is its own file once, and the glue is the only script that loads one', async ({ page }) => {
  const files = await chunks(page);
  expect(Object.keys(files).sort()).toEqual(['charts', 'lists', 'more', 'names', 'pages']);
  for (const [name, list] of Object.entries(files)) {
    expect(list.filter((file) => new RegExp(`-${name}-`).test(file))).toHaveLength(1);
    for (const file of list) expect((await page.request.get(`./${file}`)).status(), file).toBe(200);
  }
  const boot = readFileSync(new URL('../../public/boot.js', import.meta.url), 'utf8');
  expect(boot).not.toContain('instantiate');
});
