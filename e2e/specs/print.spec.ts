// On paper stands what is on the page: all of it, whole, black on white, with where it is from.
import { expect, open, test, type Page } from '../fixtures.ts';
import { bare, print, written, type Sheet } from '../paper.ts';
import { enterprises, figure, figures, points, projects, report } from './expected/pack.ts';
import { hash, ofEnterprises } from './expected/selection.ts';
import { lines } from './expected/charts.ts';
import { amount } from './expected/written.ts';

const FILTERED = { q: '同比', tag: '出口增长', sort: '-export' };
const PAGES = [
  '#/', '#/work', '#/enterprises', hash('enterprises', FILTERED), `#/enterprises/${enterprises[0].id}`,
  `#/compare?compare=${enterprises.slice(0, 4).map(({ id }) => id).join(',')}`,
  '#/projects', '#/charts', '#/problems',
  '#/figure/output-above-scale', '#/search?q=产业', '#/about', `#/projects/${projects[0].id}`, '#/chart/growth',
];
/** The margins of the style sheet's page, in mm. */
const MARGIN = 14;

type Paper = { sheets: Sheet[]; text: string; headings: string[] };
const papers = new Map<string, Paper>();

/** A page on paper; printed once, however many look at it. */
async function printed(page: Page, address: string): Promise<Paper> {
  const known = papers.get(address);
  if (known) return known;
  await open(page, address);
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const sheets = await print(page);
  const headings = await page.locator('h1, h2, h3').allTextContents();
  const paper = { sheets, text: written(sheets), headings: headings.map(bare) };
  papers.set(address, paper);
  return paper;
}

test('every figure of the report is on the paper of 概览, 重点工作 and 问题与打算', async ({ page }) => {
  const text = [];
  for (const address of ['#/', '#/work', '#/problems']) text.push((await printed(page, address)).text);
  const all = text.join('\n');
  // Not as the end of a longer number.
  const isThere = (wanted: string) => new RegExp(`(?<![\\d.])${bare(wanted).replace(/[.*+?()[\]]/g, '\\$&')}`).test(all);
  expect(figures.filter((figure) => !isThere(amount(figure))).map(({ id }) => id)).toEqual([]);
});

test('every enterprise and every project is on the paper of its list', async ({ page }) => {
  const firms = (await printed(page, '#/enterprises')).text;
  expect(enterprises.map(({ name }) => name).filter((name) => !firms.includes(bare(name)))).toEqual([]);
  const works = (await printed(page, '#/projects')).text;
  expect(projects.map(({ name }) => name).filter((name) => !works.includes(bare(name)))).toEqual([]);
});

test('every sheet of a list says what its columns are, and no word of a column is torn', async ({ page }) => {
  const lists = [
    { address: '#/enterprises', heads: ['名称', '报告中的事项', '事项数', '产值增长', '出口增长'], rows: enterprises, words: ['超50%以上'] },
    { address: '#/projects', heads: ['项目', '类别', '进度', '出处'], rows: projects, words: ['遗留问题', '园区平台', '公共服务'] },
  ];
  for (const { address, heads, rows, words } of lists) {
    const { sheets } = await printed(page, address);
    const listing = sheets.filter(({ text }) => rows.some(({ name }) => text.includes(bare(name))));
    expect(listing.length, address).toBeGreaterThan(1);
    for (const [nth, { lines }] of listing.entries()) {
      expect(lines.filter(({ text }) => text === heads.join('')).length, `${address}, sheet ${nth + 1}`).toBe(1);
    }
    const all = listing.flatMap(({ lines }) => lines.map(({ text }) => text));
    for (const word of words) expect(all.some((text) => text.includes(bare(word))), word).toBe(true);
  }
});

test('what was asked of a list, and the address in letters that can be typed, stand above it', async ({ page }) => {
  const { text } = await printed(page, hash('enterprises', FILTERED));
  expect(text).toContain(bare(`/park/2021/${hash('enterprises', FILTERED)}`));
  expect(text).toContain(bare('搜索：同比'));
  expect(text).toContain(bare('事项：出口增长'));
  const found = ofEnterprises(FILTERED).names;
  const places = found.map((name) => text.lastIndexOf(bare(name)));
  expect(found.length).toBeGreaterThan(1);
  expect(Math.min(...places)).toBeGreaterThan(0);
  expect(places.toSorted((a, b) => a - b)).toEqual(places);
});

test('sections that are closed are printed open', async ({ page }) => {
  await open(page, '#/work');
  await page.getByRole('button', { name: '全部收起' }).click();
  await expect(page.locator('.item:visible')).toHaveCount(0);
  const text = written(await print(page));
  expect(points.filter((point) => !text.includes(bare(point.text)))).toEqual([]);
});

test('every page says where it is from, within the margins, and ends no sheet with a heading', async ({ page }) => {
  for (const address of PAGES) {
    const { sheets, headings } = await printed(page, address);
    expect(sheets[0].lines.slice(0, 3).map(({ text }) => text).join(''), address).toContain(bare(`/park/2021/${address}`));
    const all = sheets.flatMap(({ lines }) => lines);
    expect(all.length, address).toBeGreaterThan(15);
    const beyond = all.filter(({ left, right }) => left < MARGIN - 0.5 || right > sheets[0].width - MARGIN + 0.5);
    expect(beyond, address).toEqual([]);
    const last = sheets.slice(0, -1).map(({ lines }) => lines.at(-1)!.text);
    expect(last.filter((line) => headings.includes(line)), address).toEqual([]);
  }
});

test('no sheet begins with figures whose sentence is on the sheet before', async ({ page }) => {
  const plan = Object.values(report.plan).flatMap((lines) => (typeof lines === 'number' ? [] : lines));
  const torn = [...points, ...plan].flatMap(({ text, figures }) =>
    (figures ?? []).map((id) => ({ text: bare(text), figure: bare(amount(figure(id))) })),
  );
  for (const address of ['#/work', '#/problems', '#/']) {
    const { sheets } = await printed(page, address);
    const begun = sheets.slice(1).map(({ text }, nth) => ({ text, before: sheets[nth].text }));
    const found = begun.filter(({ text, before }) =>
      torn.some((one) => before.endsWith(one.text) && text.slice(0, 60).includes(one.figure)),
    );
    expect(found.map(({ text }) => text.slice(0, 60)), address).toEqual([]);
  }
});

test('what leads elsewhere, and what only a screen can do, is not printed', async ({ page }) => {
  const { text } = await printed(page, '#/');
  for (const words of ['跳到正文', '接着看', '表格', '下载', '长辈版', '可搜索、筛选']) expect(text).not.toContain(bare(words));
});

test('every chart is on paper whole: its words, and all of its picture', async ({ page }) => {
  const { text } = await printed(page, '#/charts');
  for (const chart of report.charts) {
    expect(text).toContain(bare(chart.title));
    for (const { label, bar } of lines(chart)) {
      expect(text, chart.id).toContain(bare(label));
      expect(text, chart.id).toContain(bare(bar.label));
    }
  }
  // The same page in the window, laid out as on A4: the queries ask for the whole sheet, the page has it less its margins.
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.emulateMedia({ media: 'print' });
  for (const address of ['#/', '#/work', '#/charts']) {
    await open(page, address);
    await page.waitForLoadState('networkidle');
    await page.locator('body').evaluate((body) => {
      body.style.width = '688px';
    });
    const pictures = page.locator('.picture svg:visible');
    await expect(pictures.first()).toBeVisible();
    const found = await pictures.evaluateAll((all) =>
      all.map((svg) => {
        const box = svg.getBoundingClientRect();
        const out = [...svg.querySelectorAll('text')].filter((text) => {
          const { left, right, top, bottom, width } = text.getBoundingClientRect();
          return width > 0 && (left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1);
        });
        return { right: box.right, out: out.map((text) => text.textContent) };
      }),
    );
    expect(found.filter(({ right, out }) => right > 688 || out.length > 0), address).toEqual([]);
  }
});

test('长辈版 and 高对比 print as always: the same lines, dark on white', async ({ page }) => {
  for (const address of ['#/work', '#/charts', '#/enterprises']) {
    const { sheets: plain } = await printed(page, address);
    const { sheets: read } = await printed(page, `${address}?mode=elder&contrast=high&size=2`);
    // The address alone says how it was read.
    const lines = (sheets: Sheet[]) => sheets.map(({ lines }) => lines.map(({ text }) => text).filter((text) => !text.includes('/park/2021/')));
    expect(lines(read), address).toEqual(lines(plain));
    await page.emulateMedia({ media: 'print' });
    const faint = await page.evaluate(() => {
      const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
      const light = (color: string) => {
        const [r, g, b] = color.match(/[\d.]+/g)!.map((part) => channel(Number(part) / 255));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      return [...document.querySelectorAll('body *')]
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim()))
        .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen'))
        // Writing on a bar, which is printed as it is.
        .filter((element) => !element.matches('.value--inside'))
        .filter((element) => 1.05 / (light(element.closest('svg') ? getComputedStyle(element).fill : getComputedStyle(element).color) + 0.05) < 4.5)
        .map((element) => `${element.tagName}.${element.getAttribute('class')} ${element.textContent}`);
    });
    expect(faint, address).toEqual([]);
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ media: null });
  }
});

test('a search says on paper how many of a group it does not print', async ({ page }) => {
  const { text } = await printed(page, '#/search?q=产业');
  // It may have been printed for another test.
  await open(page, '#/search?q=产业');
  await expect(page.locator('.found').first()).toBeVisible();
  const groups = await page.locator('.found').evaluateAll((groups) => groups.map((group) => ({
    all: Number(group.querySelector('.found__count')!.textContent),
    printed: group.querySelectorAll('.found__line').length,
    list: group.querySelector('.more') !== null,
  })));
  const cut = groups.filter(({ all, printed, list }) => all > printed && !list);
  expect(cut.length).toBeGreaterThan(0);
  for (const { all, printed } of cut) expect(text).toContain(bare(`还有 ${all - printed} 条没有印出。`));
  // On the screen the button says it.
  await expect(page.locator('.found__unprinted').first()).toBeHidden();
});
