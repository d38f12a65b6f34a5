// axe finds nothing on any page in any state, nothing scrolls sideways, and the page's frame is what it says it is.
import { expect, expectAccessible, expectNothingBeyond, go, hold, open, setType, test, type Page } from '../fixtures.ts';
import { bind, bounds, grid } from '../list.ts';
import { tooSmall } from '../targets.ts';
import { enterprises, report } from './expected/pack.ts';

const PAGES = [
  '#/',
  '#/work',
  '#/enterprises',
  '#/enterprises/ke-rui-nan-hai-zhi-yao',
  '#/enterprises/no-such-firm',
  `#/compare?compare=${enterprises.slice(0, 3).map(({ id }) => id).join(',')}`,
  '#/projects',
  '#/projects/data-lake-park',
  '#/charts',
  '#/problems',
  '#/figure/output-above-scale',
  '#/figure/no-such-figure',
  '#/search?q=产业',
  '#/about',
];

const ready = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible();

for (const address of PAGES) {
  test(`axe finds nothing on “${address}” @phone`, async ({ page }) => {
    await open(page, address);
    await ready(page);
    await expectAccessible(page);
  });
}

test.describe('axe finds nothing', () => {
  test('where conditions leave values without rows, and in the facets when they are opened @phone', async ({ page }) => {
    await open(page, '#/enterprises?q=丝绸&tag=出口增长');
    const facets = page.locator('.explorer__facets');
    if ((await facets.getAttribute('open')) === null) await page.getByText('筛选', { exact: true }).click();
    await expect(page.locator('.facet__value--empty').first()).toBeVisible();
    await expectAccessible(page);
  });

  test('where rows are picked, bounds are wrong and the menu of downloads is open @phone', async ({ page }) => {
    await open(page, `#/enterprises?growth=much&compare=${enterprises[0].id},${enterprises[1].id}`);
    const facets = page.locator('.explorer__facets');
    if ((await facets.getAttribute('open')) === null) await page.getByText('筛选', { exact: true }).click();
    await bind(bounds(page, 'growth').least, '很多');
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByText('下载', { exact: true }).click();
    await expect(page.locator('.menu__body')).toBeVisible();
    await expectAccessible(page);
  });

  test('where the keyboard is at a row @phone', async ({ page }) => {
    await open(page, '#/projects');
    await grid(page).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('.list__row--active')).toBeVisible();
    await expectAccessible(page);
  });

  test('where nothing is found, and where an address asked for what is not there', async ({ page }) => {
    await open(page, '#/enterprises?q=没有这个词&industry=没有这一行');
    await expect(page.locator('.nothing')).toBeVisible();
    await expectAccessible(page);
    await go(page, '#/nonsense');
    await expect(page.locator('.notice')).toContainText('nonsense');
    await expectAccessible(page);
  });

  test('where charts stand as tables @phone', async ({ page }) => {
    await open(page, '#/charts');
    await ready(page);
    for (const button of await page.getByRole('button', { name: '表格' }).all()) await button.click();
    await expect(page.locator('.chart').getByRole('table')).toHaveCount(report.charts.length);
    await expectAccessible(page);
  });

  test('where a chart tells one of its bars', async ({ page }) => {
    await open(page, '#/charts/base');
    await expect(page.locator('#chart-base')).toBeFocused();
    await page.locator('#chart-base .picture').press('ArrowDown');
    await expect(page.locator('#chart-base .tip')).toBeVisible();
    await expectAccessible(page);
  });

  test('where sections are closed', async ({ page }) => {
    await open(page, '#/work');
    await page.getByRole('button', { name: '全部收起' }).click();
    await expect(page.locator('.item:visible')).toHaveCount(0);
    await expectAccessible(page);
  });

  test('where a file has failed', async ({ page, allowFailure }) => {
    allowFailure(/figures\.json/);
    await page.route(/figures\.json/, (route) => route.fulfill({ status: 404, body: '' }));
    await open(page, '#/charts');
    await expect(page.getByRole('alert').first()).toBeVisible();
    await expectAccessible(page);
  });
});

const LARGE = 24;
for (const [width, type] of [[320], [360], [375], [390], [412], [430], [768], [1440], [320, LARGE], [360, LARGE], [768, LARGE]]) {
  test(`nothing scrolls sideways at ${width} px${type ? ` in type of ${type} px` : ''}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    if (type) await setType(page, type);
    for (const address of [...PAGES, '#/enterprises?q=技改&industry=食品饲料', '#/enterprises?q=没有这个词', '#/nonsense']) {
      await go(page, address);
      await ready(page);
      await expectNothingBeyond(page, address);
    }
  });
}

test('every page is in Chinese, has one main heading and no gap in the levels of its headings', async ({ page }) => {
  await open(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  for (const address of PAGES) {
    await go(page, address);
    await ready(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const levels = await page.locator('h1, h2, h3, h4, h5, h6').evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
    const gaps = levels.filter((level, nth) => level > (levels[nth - 1] ?? 0) + 1);
    expect(gaps, `${address}: ${levels}`).toEqual([]);
  }
});

test('the frame of the page has its landmarks, and says where the reader is', async ({ page }) => {
  const { short_name, title } = report.meta;
  await open(page, '#/projects');
  await expect(page.getByRole('banner')).toMatchAriaSnapshot(`
    - banner:
      - link "${short_name} ${title}":
        - /url: "#/"
      - navigation "页面":
        - link "概览":
          - /url: "#/"
        - link "重点工作":
          - /url: "#/work"
        - link "企业":
          - /url: "#/enterprises"
        - link "项目":
          - /url: "#/projects"
        - link "增长图表":
          - /url: "#/charts"
        - link "问题与打算":
          - /url: "#/problems"
  `);
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - banner
    - main:
      - heading "项目" [level=1]
      - search
      - grid
    - contentinfo:
      - region "读数说明":
        - heading "读数说明" [level=2]
  `);
  for (const landmark of ['banner', 'main', 'contentinfo'] as const) await expect(page.getByRole(landmark)).toHaveCount(1);
  await expect(page.locator('[aria-current="page"]')).toHaveText(['项目']);
});

test('a list keeps its roles where its rows are cards @phone', async ({ page }) => {
  await open(page, '#/enterprises?q=双河丝绸');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('columnheader')).toHaveCount(6);
  await expect(page.getByRole('gridcell')).toHaveCount(6);
});

for (const [name, asked, least] of [['', '', 44], [' in 长辈版', 'mode=elder', 60]] as const) {
  test(`what a finger touches is ${least} px wide and high${name}, on every page, in menus and in the dialog @phone`, async ({ page }) => {
    test.setTimeout(180_000);
    // Numbers stand in lines that are closer, and are pressed there by what is above and below them (style/main.css).
    const numbers = asked ? 'nothing' : 'a.figure, a.nb';
    await open(page, `#/?${asked}`);
    for (const address of [...PAGES, '#/chart/growth', '#/enterprises?q=丝绸&tag=出口增长']) {
      await go(page, address);
      await ready(page);
      await page.waitForLoadState('networkidle');
      const { small, pressed } = await tooSmall(page, least, 'body', numbers);
      expect.soft(small, address).toEqual([]);
      expect(pressed, address).toBeGreaterThan(8);
    }
    await go(page, '#/charts');
    const chart = page.locator('#chart-growth');
    await expect(chart.locator('.picture svg')).toBeVisible();
    for (const menu of await chart.locator('.menu').all()) {
      await menu.locator('summary').click();
      await expect(menu.locator('.menu__body :is(button, input)').first()).toBeVisible();
      expect.soft((await tooSmall(page, least, '#chart-growth .menu[open]')).small).toEqual([]);
      await page.keyboard.press('Escape');
    }
    for (const button of await page.getByRole('button', { name: '表格' }).all()) await button.click();
    expect.soft((await tooSmall(page, least, '.chart__table')).small, '表格').toEqual([]);
    await page.getByRole('button', { name: '嵌入' }).click();
    const dialog = await tooSmall(page, least, '.embed');
    expect(dialog.small, '嵌入').toEqual([]);
    expect(dialog.pressed).toBeGreaterThan(3);
  });
}

test('in forced colours the row that the keyboard is at, and the page that the reader is on, are told by lines', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const address of ['#/enterprises', '#/projects']) {
    await open(page, address);
    await grid(page).focus();
    await page.keyboard.press('ArrowDown');
    const lines = await page.locator('.list__row').evaluateAll((all) =>
      all.map((row) => getComputedStyle(row)).map(({ outlineStyle, outlineWidth }) => (outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth))),
    );
    expect(lines.filter((width) => width >= 2), address).toHaveLength(1);
    expect(lines[0], address).toBeGreaterThanOrEqual(2);
    const canvas = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    const painted = page.locator('.nav__link').evaluateAll(
      (all, canvas) => all.filter((link) => getComputedStyle(link).borderBottomColor !== canvas).map((link) => link.getAttribute('aria-current')),
      canvas,
    );
    expect(await painted, address).toEqual(['page']);
  }
});

test('in forced colours only pictures keep colours of their own', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  for (const address of ['#/', '#/work', '#/enterprises', '#/charts', '#/problems', '#/search?q=产业', '#/figure/output-above-scale', '#/about']) {
    await open(page, address);
    const own = page.locator('body *').evaluateAll((all) =>
      all.filter((element) => !element.closest('svg') && getComputedStyle(element).getPropertyValue('forced-color-adjust') === 'none').map(({ className }) => className),
    );
    expect(await own, address).toEqual([]);
  }
});

test('a note that is put away leaves the keyboard at the heading', async ({ page }) => {
  for (const address of ['#/wat', '#/work/9.9', '#/projects?status=zzz', '#/chart/growth?as=zzz', '#/compare?compare=san-lei-bo-xian,zzz', '#/enterprises?tag=zzz']) {
    await open(page, address);
    await page.getByRole('button', { name: '知道了' }).press('Enter');
    await expect(page.getByRole('button', { name: '知道了' }), address).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 }), address).toBeFocused();
  }
});

test('nothing moves for those who asked for less motion, also while the app is on its way', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = () => page.locator('body *').evaluateAll((all) => all.filter((element) => ['', '::before', '::after'].some((part) => {
    const { transitionDuration, animationName } = getComputedStyle(element, part);
    return parseFloat(transitionDuration) > 0 || animationName !== 'none';
  })).map(({ className }) => className));
  const release = await hold(page, /_bg\.wasm$/);
  await page.goto('./#/work', { waitUntil: 'domcontentloaded' });
  await expect(page.locator('.progress')).toBeVisible();
  expect(await moving()).toEqual([]);
  release();
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  await ready(page);
  expect(await moving()).toEqual([]);
});
