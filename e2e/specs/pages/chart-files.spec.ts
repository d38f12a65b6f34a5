// What a reader takes away of a chart, and how it is passed on.
import { readFile } from 'node:fs/promises';
import { parseCsv } from '../../csv.ts';
import { expect, open, test, type Page } from '../../fixtures.ts';
import { lines, unit } from '../expected/charts.ts';
import { chart, report, type Chart } from '../expected/pack.ts';
import { placeName } from '../expected/written.ts';

const at = (page: Page, { id }: Chart) => page.locator(`#chart-${id}`);
const base = chart('base');

async function menu(page: Page, of: Chart, name: string) {
  const menu = at(page, of).locator('.menu').filter({ has: page.getByText(name, { exact: true }) });
  if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
  return menu;
}

async function take(page: Page, of: Chart, button: string) {
  const files = await menu(page, of, '下载');
  const [download] = await Promise.all([page.waitForEvent('download'), files.getByRole('button', { name: button }).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test.beforeEach(async ({ page }) => {
  await open(page, '#/charts');
  const [{ label }] = lines(chart('exports'));
  await expect(page.locator('#chart-exports .label').first()).toHaveText(label);
});

test('every chart is to be had as CSV, with raw numbers, the unit in the head, certainty and place beside them', async ({ page }) => {
  for (const of of report.charts) {
    const { name, bytes } = await take(page, of, 'CSV');
    expect(name).toBe(`${report.meta.year}年${of.title.replace(/[/\\:*?"<>|]/g, '_')}.csv`);
    const [head, ...rows] = parseCsv(bytes.toString('utf8'));
    const expected = lines(of);
    expect(head.slice(-3)).toEqual(['限定词', '推算', '出处']);
    if (unit(of)) expect(head[1]).toContain(`（${unit(of)}）`);
    expect(rows.map(([label, value]) => [label, Number(value)])).toEqual(expected.map(({ panel, label, bar }) => [panel ? `${panel}：${label}` : label, bar.value]));
    for (const [nth, { qualifier = '', section }] of expected.entries()) {
      expect(rows[nth].at(-3)).toContain(qualifier);
      expect(rows[nth].at(-1)).toBe(placeName(section));
    }
  }
});

test('every chart is to be had as an SVG that stands alone: title, bars, numbers, source, and no script', async ({ page, context }) => {
  // The report's own policy forbids style sheets within; a viewer of pictures does not.
  const blank = await context.newPage();
  for (const of of report.charts) {
    const { name, bytes } = await take(page, of, 'SVG');
    expect(name).toMatch(/\.svg$/);
    const drawn = await blank.evaluate((svg) => {
      const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
      const texts = [...document.querySelectorAll('text')].map((text) => text.textContent ?? '');
      const bars = document.querySelectorAll('.scene rect').length;
      return { error: document.querySelector('parsererror')?.textContent, texts, bars, scripts: document.querySelectorAll('script, foreignObject').length };
    }, bytes.toString('utf8'));
    expect(drawn.error, of.id).toBeUndefined();
    expect(drawn.scripts).toBe(0);
    expect(drawn.bars).toBe(await at(page, of).locator('.picture .bar').count());
    const all = drawn.texts.join('');
    expect(all).toContain(of.title);
    expect(all).toContain(report.meta.title);
    for (const { bar, other } of lines(of)) {
      expect(drawn.texts).toContain(bar.label);
      if (other) expect(drawn.texts).toContain(other.label);
    }
  }
});

test('every chart is to be had as a PNG of twice its size, with something on it', async ({ page }) => {
  for (const of of [base, chart('budget')]) {
    const { name, bytes } = await take(page, of, 'PNG');
    expect(name).toMatch(/\.png$/);
    const { width, height, colours } = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const colours = new Set<string>();
      for (let at = 0; at < data.length; at += 4) colours.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
      return { width: image.width, height: image.height, colours: [...colours] };
    }, bytes.toString('base64'));
    expect(width).toBe(1920);
    expect(height).toBeGreaterThan(400);
    // Paper, ink of the bars, and what lies between.
    expect(colours).toContain('255,255,255');
    expect(colours).toContain('13,79,92');
  }
});

test('a picked chart says so in its files’ names', async ({ page }) => {
  await open(page, `#/charts/growth?pick=${chart('growth').figures[0]}`);
  const { name, bytes } = await take(page, chart('growth'), 'CSV');
  expect(name).toContain('（筛选）');
  expect(parseCsv(bytes.toString('utf8'))).toHaveLength(2);
});

test('the link opens this chart alone, as it is shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, '#/charts/growth?sort=report');
  const more = await menu(page, chart('growth'), '更多');
  await more.getByRole('button', { name: '复制链接' }).click();
  await expect(more.getByRole('status').first()).toHaveText('已复制');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(await more.getByLabel('链接', { exact: true }).inputValue());
  expect(new URL(link).hash).toBe('#/chart/growth?sort=report');
  await page.goto(link);
  await expect(page.locator('.chart')).toHaveCount(1);
  await expect(page.locator('.chart__title')).toHaveText(chart('growth').title);
  await expect(page).toHaveTitle(new RegExp(chart('growth').title));
});

test('where copying is refused the text is selected, and the reader is told', async ({ page }) => {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('refused')) } });
  });
  const more = await menu(page, base, '更多');
  await more.getByRole('button', { name: '复制嵌入代码' }).click();
  await expect(more.getByRole('status').last()).toContainText('Ctrl+C');
  const field = more.getByLabel('嵌入代码', { exact: true });
  await expect(field).toBeFocused();
  expect(await field.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))).toContain('<iframe');
});

test('the snippet shows the chart in a frame of another page, without what stands around', async ({ page, allowFailure }) => {
  // From the same origin, which only a test does, the browser warns that such a frame could free itself.
  allowFailure(/embed=1|#\/work/);
  const more = await menu(page, base, '更多');
  const snippet = await more.getByLabel('嵌入代码', { exact: true }).inputValue();
  expect(snippet).toContain('sandbox="allow-scripts allow-same-origin allow-downloads allow-popups"');
  expect(snippet).toContain('loading="lazy"');
  const needed = await at(page, base).evaluate((chart) => chart.getBoundingClientRect().height);
  expect(Number(/height="(\d+)"/.exec(snippet)![1]), 'the frame begins high enough').toBeGreaterThan(needed);
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><title>host</title>${snippet}` }));
  await page.goto('/host.html');
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.chart__title')).toHaveText(base.title);
  await expect(frame.locator('.masthead, .colophon, .skip')).toHaveCount(0);
  // What is asked within stays within; the frame stays a frame.
  await frame.getByRole('button', { name: '表格' }).click();
  await expect(frame.getByRole('table')).toBeVisible();
  const inside = page.frames().find((other) => other !== page.mainFrame())!;
  await expect.poll(() => decodeURIComponent(new URL(inside.url()).hash)).toBe('#/chart/base?view=table&embed=1');
  // A link opens a page of its own.
  const [opened] = await Promise.all([page.waitForEvent('popup'), frame.locator('.place').first().click()]);
  await expect(opened.locator('.masthead')).toBeVisible();
});

test('a chart fills the screen and gives it back', async ({ page }) => {
  const more = await menu(page, base, '更多');
  await more.getByRole('button', { name: '全屏' }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.id)).toBe('chart-base');
  // What covered the chart has closed.
  await expect(more).not.toHaveAttribute('open');
  await menu(page, base, '更多');
  await more.getByRole('button', { name: '全屏' }).click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
});

test('one chart is printed without the rest of the page', async ({ page }) => {
  // The dialog would wait for a reader; what it would print is looked at instead.
  await page.evaluate(() => {
    window.print = () => {
      const visible = [...document.querySelectorAll('.chart__title')].filter((title) => getComputedStyle(title.closest('.chart')!).visibility === 'visible');
      document.title = visible.map((title) => title.textContent).join('|');
    };
  });
  const more = await menu(page, base, '更多');
  await page.emulateMedia({ media: 'print' });
  await more.evaluate((details: HTMLDetailsElement) => details.querySelectorAll('button').forEach((button) => button.textContent === '打印这张图' && button.click()));
  expect(await page.title()).toBe(base.title);
  expect(await page.locator('html').getAttribute('class')).not.toContain('prints-one');
});

test('pictures are laid out anew for paper, and then again for the screen', async ({ page }) => {
  const drawing = at(page, base).locator('.drawing');
  const before = await drawing.getAttribute('width');
  await drawing.evaluate((drawing) => {
    const picture = drawing.closest('.picture')!;
    const note = () => (document.documentElement.dataset.printed = picture.querySelector('.drawing')!.getAttribute('width')!);
    // After what others do then, which they do before the page is laid out for paper.
    addEventListener('beforeprint', async () => {
      for (let turn = 0; turn < 50; turn += 1) await null;
      note();
    });
  });
  await page.pdf({ format: 'A4' });
  await expect(page.locator('html')).toHaveAttribute('data-printed', '630.00');
  await expect(drawing).toHaveAttribute('width', before!);
  // As much room as it is laid out for: A4 less its margins.
  await page.setViewportSize({ width: 688, height: 900 });
  await page.emulateMedia({ media: 'print' });
  await expect.poll(async () => Math.abs(630 - Number(await drawing.getAttribute('width')))).toBeLessThan(16);
});

test('a menu closes by Escape, by a press elsewhere and by tabbing out of it', async ({ page }) => {
  const more = await menu(page, base, '更多');
  await more.getByLabel('链接', { exact: true }).focus();
  await page.keyboard.press('Escape');
  await expect(more).not.toHaveAttribute('open');
  await expect(more.locator('summary')).toBeFocused();
  await more.locator('summary').click();
  await page.locator('#page-title').click();
  await expect(more).not.toHaveAttribute('open');
  await more.locator('summary').click();
  await more.getByRole('button', { name: '打印这张图' }).focus();
  await page.keyboard.press('Tab');
  await expect(more).not.toHaveAttribute('open');
});
