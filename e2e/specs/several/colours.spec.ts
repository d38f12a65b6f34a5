// A park with colours of its own (examples/host.json, made up): all of the build has them, and can be read in them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, expectAccessible, open, SEVERAL, test, type Page } from '../../fixtures.ts';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');
const { colours: own } = JSON.parse(read('examples/host.json')) as { colours: { main: string; accent: string } };
/** What high contrast makes of the main colour. */
const YELLOW = '#ffe14d';
/** The names of colours that a park may have of its own, and what they are without. */
const NAMES = ['main', 'main-deep', 'main-tint', 'main-mid', 'main-line', 'stripe', 'on-deep', 'accent', 'accent-tint', 'counted'];
const usual = Object.fromEntries(NAMES.map((name) => [name, read('style/main.css').match(new RegExp(`--${name}: (#[0-9a-f]{6});`))![1]]));
const sheets = readdirSync(SEVERAL).filter((name) => /^main-.*\.css$/.test(name));

const declared = (page: Page, name: string) => page.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim(), name);
const rgb = (hex: string) => `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

async function savedSvg(page: Page, chart: string): Promise<string> {
  const menu = page.locator(`#chart-${chart} .menu`).filter({ has: page.getByText('下载', { exact: true }) });
  await menu.locator('summary').click();
  const [download] = await Promise.all([page.waitForEvent('download'), menu.getByRole('button', { name: '图片 SVG' }).click()]);
  return await readFile(await download.path(), 'utf8');
}

test('the colours that this expects are neither the usual ones nor alike', () => {
  expect(new Set([own.main, own.accent, usual.main, usual.accent]).size).toBe(4);
});

test('links, bars and the foot of the page have the colours of the park', async ({ page }) => {
  // Of the first year no report says what was the year before: it is derived.
  await open(page, '#/charts', '2022.html');
  expect(await declared(page, 'main')).toBe(own.main);
  expect(await declared(page, 'accent')).toBe(own.accent);
  for (const name of NAMES) expect(await declared(page, name), name).not.toBe(usual[name]);
  await expect(page.locator('#chart-growth .bar--amount').first()).toHaveCSS('fill', rgb(own.main));
  await expect(page.locator('#chart-base .bar--derived').first()).toHaveCSS('stroke', rgb(own.accent));
  await expect(page.locator('.colophon')).toHaveCSS('background-color', rgb(await declared(page, 'main-deep')));
  await expect(page.locator('.nav__link[aria-current]')).toHaveCSS('color', rgb(own.main));
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test.beforeEach(({ allowFailure }) => allowFailure(/\/annual-report-app-|\/park\/2021\//));

  test('the report has them all the same', async ({ page }) => {
    await page.goto('./');
    await expect(page.locator('.hero__org')).toHaveCSS('color', rgb(own.main));
  });
});

const VIEWS = ['#/', '#/work', '#/enterprises', '#/charts', '#/problems', '#/figure/output'];
for (const { width, way } of [{ width: 360, way: '' }, { width: 1440, way: '' }, { width: 360, way: 'mode=elder' }, { width: 1440, way: 'contrast=high' }]) {
  test(`axe finds nothing that cannot be read in these colours at ${width} px ${way}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const view of VIEWS) {
      await open(page, way ? `${view}?${way}` : view);
      if (view === '#/charts') await expect(page.locator('#chart-growth .bar').first()).toBeVisible();
      await expectAccessible(page);
    }
  });
}

test('what is pointed at and pressed can be read, too', async ({ page }) => {
  await open(page, '#/charts');
  await page.locator('#chart-base .bar').first().hover();
  await page.locator('#chart-growth').getByRole('button', { name: '表格' }).click();
  await expectAccessible(page);
  await open(page, '#/enterprises');
  await page.locator('.facet__value').first().click();
  await expect(page.locator('.chip').first()).toBeVisible();
  await expectAccessible(page);
});

test('high contrast wins over them, and paper has them again', async ({ page }) => {
  await open(page, '#/charts?contrast=high');
  expect(await declared(page, 'main')).toBe(YELLOW);
  await expect(page.locator('#chart-growth .bar--amount').first()).toHaveCSS('fill', rgb(YELLOW));
  await expect(page.locator('.colophon')).toHaveCSS('background-color', 'rgb(0, 0, 0)');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#chart-growth .bar--amount').first()).toHaveCSS('fill', rgb(own.main));
});

test('a picture that is taken away has them, however somebody reads', async ({ page }) => {
  await open(page, '#/charts');
  const svg = await savedSvg(page, 'base');
  expect(svg).toContain(`.bar--amount{fill:${own.main}}`);
  expect(svg).toContain(`.bar--derived{stroke:${own.accent}}`);
  for (const name of NAMES) expect(svg, name).not.toContain(usual[name]);
  expect(svg).not.toMatch(/var\(|\$/);
  await open(page, '#/charts?contrast=high');
  expect(await savedSvg(page, 'base')).toBe(svg);
});

test('nothing of the usual colours is left in styles, icon and pages', () => {
  const files = readdirSync(SEVERAL).filter((name) => /\.(css|svg|html)$/.test(name));
  expect(files.filter((name) => name.endsWith('.css')).length).toBe(3);
  for (const file of files) {
    const content = readFileSync(join(SEVERAL, file), 'utf8').toLowerCase();
    for (const name of NAMES) expect(content.includes(usual[name]), `${file}: --${name}`).toBe(false);
  }
  expect(readFileSync(join(SEVERAL, 'icon.svg'), 'utf8')).toContain(own.main);
});

test('the style sheet is called after what it holds, and the pages let pass that and no other', () => {
  expect(sheets.length).toBe(1);
  const sum = createHash('sha384').update(readFileSync(join(SEVERAL, sheets[0]))).digest();
  expect(sheets[0]).toBe(`main-${sum.toString('hex').slice(0, 16)}.css`);
  for (const page of ['index.html', '2022.html', '2023.html', '2024.html', 'preview.html']) {
    const link = readFileSync(join(SEVERAL, page), 'utf8').match(/<link [^>]*\.\/main-[^>]*>/)![0];
    expect(link, page).toContain(sheets[0]);
    expect(link, page).toContain(`sha384-${sum.toString('base64')}`);
  }
});

test.describe('in one file', () => {
  const [file] = readdirSync(SEVERAL).filter((name) => /^[a-z]+-\d+\.html$/.test(name));
  test.use({ baseURL: pathToFileURL(SEVERAL).href });

  test('they are there as well, and in its pictures', async ({ page, context }) => {
    await context.setOffline(true);
    await page.goto(`${pathToFileURL(join(SEVERAL, file)).href}#/charts`);
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
    await expect(page.locator('#chart-growth .bar--amount').first()).toHaveCSS('fill', rgb(own.main));
    expect(await savedSvg(page, 'base')).toContain(`.bar--amount{fill:${own.main}}`);
  });
});
