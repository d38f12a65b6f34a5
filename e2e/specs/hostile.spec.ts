// Whatever a pack holds, nothing of it runs, nothing hides the rest, and what cannot be shown is named with its place.
import { readFileSync } from 'node:fs';
import { parseCsv } from '../csv.ts';
import { expect, go, test, type Page } from '../fixtures.ts';
import { expectServes, faults, files, named, saying, serve, UNSEEMLY, views, type Files } from '../hostile.ts';
import { rows } from '../list.ts';
import { save } from '../downloads.ts';

const SCRIPT = '__pwned=1';
const MARKUP = `</title></style><script>${SCRIPT}</script><img src=x onerror=${SCRIPT}>"'{{7*7}}&lt;`;
/** What runs on for as long as the publisher likes; texts of several sentences are another matter. */
const isName = (field: string) => !/^(text|summary|points|notes)$/.test(field);

/** Opens a view; megabytes are some time on their way from a test to its page. */
async function openLarge(page: Page, hash: string): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started', { timeout: 60_000 });
}

type Case = { say: (text: string, field: string) => string; tallest?: number; also?: (page: Page) => Promise<void> };

const TEXTS: Record<string, Case> = {
  'markup and scripts': {
    say: (text) => MARKUP + text,
    // They are to be read, as what they are.
    also: (page) => expect(page.locator('.row-link').first()).toContainText(MARKUP),
  },
  'addresses that are scripts': { say: () => `javascript:${SCRIPT}//` },
  'bidi controls': {
    say: (text) => `\u202e${text}\u2066\u202d`,
    also: (page) => expect(page.locator('.row-link').first()).toContainText('\ufffd'),
  },
  'writing from right to left': { say: (text) => `شركة ${text} شركة`, also: leftToRight },
  'nothing but invisible characters': { say: () => '\u200b\u200d\u2060\ufeff' },
  'control characters and separators of lines': { say: (text) => `\0${text}\u0007\u2028\u2029\u009b\uffff` },
  'ten thousand letters without a space': { say: (text, field) => (isName(field) ? 'W'.repeat(10_000) : text) },
  'ten thousand Chinese characters': { say: (text, field) => (isName(field) ? '铝业有限公司名称很长'.repeat(1000) : text) },
};

/** A number stands right of what it measures, where both are on one line. */
async function leftToRight(page: Page) {
  await go(page, '#/work');
  await expect(page.locator('.figure .amount').first()).toBeVisible();
  const beside = await page.locator('.figure').evaluateAll((figures) =>
    figures.flatMap((figure) => {
      const [subject, amount] = ['.figure__subject', '.amount'].map((part) => [...figure.querySelector(part)!.getClientRects()].at(-1));
      const isSeen = subject && amount && subject.width > 1 && amount.top < subject.bottom && subject.top < amount.bottom;
      return isSeen ? [amount.left - subject.right] : [];
    }),
  );
  expect(beside.length).toBeGreaterThan(10);
  expect(beside.filter((gap) => gap < 0)).toEqual([]);
}

for (const [what, { say, tallest, also }] of Object.entries(TEXTS)) {
  test(`${what} in every text do no harm`, async ({ page }) => {
    test.setTimeout(180_000);
    const pack = saying(say);
    await serve(page, pack);
    page.on('dialog', () => expect(null, 'a dialog').toBe('nothing'));
    await openLarge(page, '#/enterprises');
    await expect(rows(page)).toHaveCount(pack.enterprises.length);
    await also?.(page);
    await expectServes(page, views(pack), tallest ?? 400_000);
  });
}

test('a page that does not serve is found out', async ({ page }) => {
  test.setTimeout(180_000);
  // A check that could not fail would say nothing.
  const spoiled: [string, () => void][] = [
    ['a script of the pack ran', () => Object.assign(window, { __pwned: 1 })],
    ['markup of the pack became elements', () => document.querySelector('main')!.append(document.createElement('iframe'))],
    ['px wide in', () => { document.querySelector('h1')!.style.minWidth = '9000px'; }],
    ['px high', () => { document.querySelector('h1')!.style.minHeight = '90000px'; }],
    ['leads elsewhere', () => document.querySelector('.row-link')!.setAttribute('href', 'javascript:0')],
    ['nothing to see', () => { document.querySelector('.row-link')!.textContent = '\u200b'; }],
    ['unseemly', () => { document.title = 'a\u202eb'; }],
    ['no number', () => { document.querySelector('.row-sub')!.textContent = '-0 亿元'; }],
    ['is too narrow', () => { document.querySelector<HTMLElement>('.row-sub')!.style.width = '900px'; }],
    ['covered', () => { document.body.appendChild(document.createElement('p')).style.cssText = 'position: fixed; top: 0; left: 0; width: 100%; height: 100%'; }],
    ['no heading', () => document.querySelectorAll('.nav__link, .row-link').forEach((link) => link.remove())],
  ];
  await openLarge(page, '#/enterprises');
  await expect(rows(page).first()).toBeVisible();
  expect(await faults(page, 60_000)).toEqual([]);
  for (const [fault, spoil] of spoiled) {
    expect((await faults(page, 60_000)).join('\n')).not.toContain(fault);
    await page.evaluate(spoil);
    expect((await faults(page, 60_000)).join('\n')).toContain(fault);
  }
});

test('numbers at the ends of what there is are drawn and written, or it is said why not', async ({ page }) => {
  test.setTimeout(180_000);
  const pack = files();
  const ends = [1e308, -1e308, 5e-324, -0, 0, -5e-324, Number.MAX_VALUE];
  for (const [nth, figure] of pack.figures.entries()) {
    if (typeof figure.value === 'number') Object.assign(figure, { value: ends[nth % ends.length], printed: String(ends[nth % ends.length]) });
  }
  await serve(page, pack);
  await openLarge(page, '#/charts');
  await expect(page.locator('.chart')).toHaveCount(pack.report.charts.length);
  const drawn = page.locator('.chart').filter({ has: page.locator('.picture svg .bar, .nothing') });
  await expect(drawn).toHaveCount(pack.report.charts.length);
  await expectServes(page, views(pack), 60_000);
});

test('ids with blanks, quotes, slashes and markup lead where they should', async ({ page }) => {
  test.setTimeout(180_000);
  const pack = named((id) => `${id} /?#&=%2F"')<b>`);
  await serve(page, pack);
  await openLarge(page, '#/enterprises');
  const first = page.locator('.row-link').first();
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(pack.enterprises[0].name);
  await go(page, '#/charts');
  await expect(page.locator('.bar').first()).toBeVisible();
  const fills = await page.locator('.bar').evaluateAll((bars) => bars.map((bar) => bar.getAttribute('fill')!).filter((fill) => fill !== 'currentColor'));
  expect(fills.length).toBeGreaterThan(0);
  const found = await page.evaluate((fills) => fills.map((fill) => document.getElementById(/^url\(#([\w-]+)\)$/.exec(fill)?.[1] ?? '')?.tagName), fills);
  expect(new Set(found)).toEqual(new Set(['pattern']));
  // A blank in its id would leave a chart without its name.
  await expect(page.getByRole('figure', { name: pack.report.charts[0].title, exact: true })).toBeVisible();
  await expectServes(page, views(pack), 60_000);
});

test('an id used twice leaves both in the list and the rest as it is', async ({ page }) => {
  const pack = files();
  for (const all of [pack.enterprises, pack.projects, pack.figures]) all[1].id = all[0].id;
  await serve(page, pack);
  await openLarge(page, '#/enterprises');
  await expect(rows(page)).toHaveCount(pack.enterprises.length);
  await page.locator('.row-link').nth(1).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(pack.enterprises[0].name);
  await go(page, '#/projects');
  await expect(rows(page)).toHaveCount(pack.projects.length);
});

test('a text of five megabytes is shown in part, and the page answers', async ({ page }) => {
  test.setTimeout(120_000);
  const pack = files();
  const long = '长'.repeat(5_000_000 / 3);
  pack.enterprises[0].name = long;
  pack.report.sections[1].summary = long;
  pack.figures[0].unit = long;
  await serve(page, pack);
  await openLarge(page, '#/enterprises');
  await expect(rows(page)).toHaveCount(pack.enterprises.length);
  for (const view of views(pack)) {
    await go(page, view);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const taken = await page.evaluate(async () => {
      const start = performance.now();
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      return { time: performance.now() - start, text: document.body.textContent!.length };
    });
    expect(taken.time, view).toBeLessThan(2_000);
    expect(taken.text, view).toBeLessThan(100_000);
  }
  await go(page, '#/work');
  await expect(page.locator('.section__summary').nth(1)).toContainText('（太长，余下未显示）');
});

/** Not to be read at all: what is served in place of a file of enterprises, and the place that the message names. */
const text = JSON.stringify(files().enterprises);
const inName = (raw: string) => text.replace('"name":"', `"name":"${raw}`);
const BROKEN: Record<string, { file: string; place: string; says?: string }> = {
  'a hundred thousand lists in each other': { file: '['.repeat(100_000), place: '/0/0/0' },
  'a hundred thousand objects in each other': { file: `[${'{"a":'.repeat(100_000)}`, place: '/0/a/a' },
  'a field written twice': { file: inName('甲","name":"'), place: '/0/name', says: '字段“name”重复' },
  'half a character': { file: inName('\\ud800'), place: '/0/name' },
  'a control character as it is': { file: inName('\0'), place: '/0/name' },
  'a number beyond all bounds': { file: text.replace('"name":"', '"name":1e999,"x":"'), place: '/0/name' },
  'NaN': { file: text.replace('"name":"', '"name":NaN,"x":"'), place: '/0/name' },
  'a field of five megabytes': { file: `[{"${'x'.repeat(5_000_000)}":1}]`, place: '/0/xxx', says: '没有这个字段' },
  'a field named by bidi controls': { file: '[{"\\u202e":1}]', place: '/0/\ufffd', says: '没有这个字段' },
  'a word of five megabytes': { file: text.replace('"kind":"enterprise"', `"kind":"${'<b>'.repeat(1_700_000)}"`), place: '/0/kind', says: '可用的有 enterprise' },
  'nothing': { file: '', place: '/' },
  'null': { file: 'null', place: '/', says: '应为列表，实为空值 null' },
};

for (const [what, { file, place, says }] of Object.entries(BROKEN)) {
  test(`${what} in a file is refused with its place, and the rest works`, async ({ page }) => {
    test.setTimeout(120_000);
    await serve(page, { enterprises: file });
    await openLarge(page, '#/enterprises');
    const failure = page.getByRole('alert');
    await expect(failure).toContainText(`enterprises.json: ${place}`);
    if (says) await expect(failure).toContainText(says);
    const told = (await failure.textContent())!;
    expect(told.length).toBeLessThan(600);
    expect(told).not.toMatch(UNSEEMLY);
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate(() => document.scrollingElement!.scrollWidth <= document.scrollingElement!.clientWidth)).toBe(true);
    }
    await page.getByRole('link', { name: '项目', exact: true }).click();
    await expect(rows(page)).toHaveCount(files().projects.length);
  });
}

test.describe('what is taken away', () => {
  async function take(page: Page, button: string) {
    const menu = page.locator('.chart .menu').filter({ has: page.getByText('下载', { exact: true }) }).first();
    await menu.locator('summary').click();
    const [download] = await Promise.all([page.waitForEvent('download'), menu.getByRole('button', { name: button }).click()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  }

  /** Whether a spreadsheet would run it; blanks and invisible characters before it are looked past. */
  const runs = (cell: string) => /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell) || /^[\t\r]/.test(cell);

  test('no text of a table is a formula, and a number is one', async ({ page }) => {
    const begins = ['=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '\u200b=1'];
    let nth = 0;
    // Growths are found by their tags.
    const pack = saying((text, field) => (/^tag/.test(field) ? text : begins[nth++ % begins.length] + text));
    const growth = pack.figures.find(({ id }: any) => id === pack.enterprises[0].events[0].figures[1]);
    Object.assign(growth, { value: -3.2, printed: '-3.2%' });
    await serve(page, pack);
    await openLarge(page, '#/enterprises');
    const tables = [await save(page, '全部', 'CSV')];
    await go(page, '#/projects');
    tables.push(await save(page, '全部', 'CSV'));
    await go(page, `#/chart/${pack.report.charts[0].id}`);
    tables.push(await take(page, '数据 CSV'));
    for (const { name, text } of tables) {
      const cells = parseCsv(text).flat();
      expect(cells.filter((cell) => runs(cell) && !/^-\d+(\.\d+)?$/.test(cell)), name).toEqual([]);
      expect(cells.filter((cell) => cell.startsWith("'") && runs(cell.slice(1))).length, name).toBeGreaterThan(0);
    }
    expect(parseCsv(tables[0].text)[1]).toContain('-3.2');
  });

  for (const what of ['markup and scripts', 'bidi controls', 'control characters and separators of lines', 'ten thousand Chinese characters']) {
    test(`a picture with ${what} is well-formed and runs nothing`, async ({ page }) => {
      const pack: Files = saying(TEXTS[what].say);
      test.setTimeout(120_000);
      await serve(page, pack);
      await openLarge(page, `#/chart/${pack.report.charts[0].id}`);
      const { name, text } = await take(page, '图片 SVG');
      expect(name).not.toMatch(UNSEEMLY);
      expect(name.length).toBeLessThan(60);
      expect(text).not.toMatch(UNSEEMLY);
      const read = await page.evaluate((svg) => {
        const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
        return { wrong: read.querySelector('parsererror')?.textContent, elements: [...new Set([...read.querySelectorAll('*')].map(({ localName }) => localName))] };
      }, text.replace(/<style>.*?<\/style>/s, ''));
      expect(read.wrong).toBeUndefined();
      expect(read.elements.filter((name) => !/^(svg|title|defs|pattern|rect|path|text|g)$/.test(name))).toEqual([]);
    });
  }
});
