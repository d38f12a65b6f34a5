// Everything can be done by keyboard alone, and the reader always sees where.
import { expect, open, test, type Page } from '../fixtures.ts';
import { expectActive, grid, names, openList, rows } from '../list.ts';
import { lines } from './expected/charts.ts';
import { chart, enterprises, points, report } from './expected/pack.ts';
import { ofEnterprises } from './expected/selection.ts';

const NAV = ['概览', '重点工作', '企业', '项目', '增长图表', '问题与打算'];
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const focused = (page: Page) => page.locator(':focus');

async function tabs(page: Page, times: number): Promise<void> {
  for (let nth = 0; nth < times; nth += 1) await page.keyboard.press('Tab');
}

test('the first stop is a link past the navigation, seen as soon as it has the focus', async ({ page }) => {
  await openList(page, '#/enterprises');
  await expect(rows(page)).toHaveCount(enterprises.length);
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).not.toBeInViewport();
  await tabs(page, 1);
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page).toHaveURL(/#\/enterprises$/);
  await tabs(page, 1);
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('tab goes through the ways of reading, name, navigation, search, facets and list in the order in which they are read', async ({ page }) => {
  await openList(page, '#/enterprises');
  await expect(rows(page)).toHaveCount(enterprises.length);
  await tabs(page, 1);
  for (const name of ['搜索全文', 'A−', 'A', 'A+', '高对比', '长辈版']) {
    await tabs(page, 1);
    await expect(focused(page)).toHaveText(name);
  }
  await tabs(page, 1);
  await expect(focused(page)).toContainText(report.meta.title);
  for (const name of NAV) {
    await tabs(page, 1);
    await expect(focused(page)).toHaveText(name);
  }
  await tabs(page, 1);
  await expect(page.getByRole('searchbox')).toBeFocused();
  await tabs(page, 1);
  await expect(focused(page)).toHaveText('筛选');
  const boxes = page.locator('.facet').getByRole('checkbox');
  await tabs(page, 1);
  await expect(boxes.first()).toBeFocused();
  await tabs(page, (await boxes.count()) - 1);
  await expect(boxes.last()).toBeFocused();
  for (const field of await page.locator('.range input').all()) {
    await tabs(page, 1);
    await expect(field).toBeFocused();
  }
  await tabs(page, 1);
  await expect(focused(page)).toHaveText('下载');
  await tabs(page, 1);
  await expect(grid(page)).toBeFocused();
  const heads = page.getByRole('columnheader').getByRole('button');
  for (const button of await heads.all()) {
    await tabs(page, 1);
    await expect(button).toBeFocused();
  }
  await tabs(page, 1);
  // The rows are no stops of their own: the next one is behind the list.
  await expect(page.locator('.list__frame').locator(':focus')).toHaveCount(0);
});

test('a reader searches, opens what was found, and comes back, by keyboard alone', async ({ page }) => {
  await open(page, '#/');
  await expect(heading(page)).toHaveText(report.meta.title);
  // Past the navigation, the search, the five ways of reading, the name, 概览, 重点工作.
  await tabs(page, 11);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('企业');
  await expect(heading(page)).toBeFocused();
  await tabs(page, 1);
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('shsc');
  const found = ofEnterprises({ q: 'shsc' }).names;
  await expect(names(page)).toHaveText(found);
  await page.keyboard.press('Enter');
  await expect(names(page)).toHaveText(found);
  const boxes = await page.locator('.facet').getByRole('checkbox').count();
  const bounds = await page.locator('.range input').count();
  const chips = await page.getByRole('list', { name: '已选条件' }).getByRole('button').count();
  // 筛选, boxes and bounds, 下载, chips, the list.
  await tabs(page, 1 + boxes + bounds + 1 + chips + 1);
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expectActive(page, 0, found[0]);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(found[0]);
  await expect(heading(page)).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('shsc');
  await expect(names(page)).toHaveText(found);
  // At the row that was opened, as if nothing had happened.
  await expect(grid(page)).toBeFocused();
  await expectActive(page, 0, found[0]);
});

test('a reader ticks a facet on the way, opens a row of what is left, and comes back to both, by keyboard alone', async ({ page }) => {
  await openList(page, '#/enterprises');
  await tabs(page, 1);
  await page.locator('#skip').press('Enter');
  await tabs(page, 1);
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('丝绸');
  const box = page.locator('[data-facet="industry"] [data-value="丝绸纺织"] input');
  for (let stop = 0; stop < 40 && !(await box.evaluate((box) => box === document.activeElement)); stop += 1) await tabs(page, 1);
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
  await expect(box).toBeFocused();
  const found = ofEnterprises({ q: '丝绸', industry: '丝绸纺织' }).names;
  await expect(names(page)).toHaveText(found);
  for (let stop = 0; stop < 60 && !(await grid(page).evaluate((grid) => grid === document.activeElement)); stop += 1) await tabs(page, 1);
  await page.keyboard.press('End');
  await expectActive(page, found.length - 1, found.at(-1)!);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(found.at(-1)!);
  await page.goBack();
  await expect(box).toBeChecked();
  await expect(page.getByRole('searchbox')).toHaveValue('丝绸');
  await expect(names(page)).toHaveText(found);
  await expect(grid(page)).toBeFocused();
  await expectActive(page, found.length - 1, found.at(-1)!);
});

test('coming back puts the focus into the page, not before it', async ({ page }) => {
  await openList(page, '#/enterprises');
  await names(page).nth(3).press('Enter');
  await expect(heading(page)).toHaveText(enterprises[3].name);
  await page.goBack();
  await expect(rows(page)).toHaveCount(enterprises.length);
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
});

test('the focus goes to the heading of every page that is opened', async ({ page }) => {
  await open(page);
  for (const name of [...NAV.slice(1), NAV[0]]) {
    await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name, exact: true }).press('Enter');
    await expect(heading(page)).toHaveText(name === '概览' ? report.meta.title : name);
    await expect(heading(page)).toBeFocused();
  }
});

test('facets are ticked with the space bar, heads and chips pressed with it, and the focus stays', async ({ page }) => {
  await openList(page, '#/enterprises');
  const box = page.getByRole('checkbox', { name: /^医药/ });
  await box.press('Space');
  await expect(box).toBeChecked();
  await expect(box).toBeFocused();
  await expect(names(page)).toHaveText(ofEnterprises({ industry: '医药' }).names);
  const head = page.getByRole('columnheader', { name: '事项数' });
  await head.getByRole('button').press('Space');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(head.getByRole('button')).toBeFocused();
});

test('a chip that takes itself away does not take the focus with it', async ({ page }) => {
  await open(page, '#/enterprises?q=丝绸&industry=丝绸纺织');
  await page.getByRole('button', { name: '去掉条件 搜索：丝绸' }).press('Enter');
  await expect(page.getByRole('list', { name: '已选条件' }).getByRole('button')).toHaveCount(2);
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
});

test('sections open and close by keyboard, and the focus stays on their doors', async ({ page }) => {
  await open(page, '#/work');
  await expect(page.locator('.point')).toHaveCount(points.length);
  const door = page.locator('.section__door').first();
  await door.press('Enter');
  await expect(door).toHaveAttribute('aria-expanded', 'false');
  await door.press('Space');
  await expect(door).toHaveAttribute('aria-expanded', 'true');
  await expect(door).toBeFocused();
});

test('a chart is one stop, and arrows, Home and End walk within it', async ({ page }) => {
  await open(page, '#/charts/growth');
  const of = chart('growth');
  const picture = page.locator('#chart-growth .picture');
  await expect(page.locator('#chart-growth')).toBeFocused();
  await tabs(page, 1);
  await expect(focused(page)).toHaveText('表格');
  for (const menu of ['选项', '下载', '更多']) {
    await tabs(page, 1);
    await expect(focused(page)).toHaveText(menu);
  }
  await tabs(page, 1);
  await expect(picture).toBeFocused();
  const spoken = picture.locator('[aria-live]');
  const labels = lines(of).map(({ label }) => label);
  for (const [key, label] of [
    ['ArrowRight', labels[0]], ['ArrowDown', labels[1]], ['End', labels.at(-1)], ['ArrowDown', labels.at(-1)],
    ['ArrowUp', labels.at(-2)], ['Home', labels[0]], ['ArrowLeft', labels[0]],
  ]) {
    await page.keyboard.press(key!);
    await expect(spoken, key).toContainText(`${label}：`);
  }
  await page.keyboard.press('Escape');
  await expect(spoken).toBeEmpty();
  await tabs(page, 1);
  await expect(page.locator('#chart-growth figcaption a').first()).toBeFocused();
});

test('“/” and “?” are heard at boxes to tick, choices and text that can only be read, and written where one writes', async ({ page }) => {
  const places = [
    ['#/enterprises', '.facet input[type="checkbox"]'],
    ['#/enterprises', '.list__row:not([hidden]) .cell--pick input'],
    ['#/chart/growth', '.chart input[type="radio"]'],
    ['#/figure/output-above-scale', 'textarea[readonly]'],
  ];
  for (const [address, at] of places) {
    for (const [key, way] of [['/', '#/search'], ['?', '#/about']]) {
      await open(page, address);
      if (address.startsWith('#/chart/')) await page.locator('.chart summary', { hasText: '选项' }).click();
      await page.locator(at).first().focus();
      await page.keyboard.press(key);
      await expect(page, `${key} at ${at}`).toHaveURL((url) => url.hash.startsWith(way));
    }
  }
  for (const [address, at] of [['#/enterprises', '.range input'], ['#/enterprises', '.explorer input[type="search"]'], ['#/search', '#search-all']]) {
    await open(page, address);
    const field = page.locator(at).first();
    await field.focus();
    await page.keyboard.type('/?');
    await expect(field, at).toHaveValue('/?');
  }
});

test('the focus is seen wherever it goes', async ({ page }) => {
  // Three hundred stops, each looked at.
  test.slow();
  for (const address of ['#/', '#/work', '#/enterprises?q=丝绸&industry=丝绸纺织', '#/projects', '#/charts', '#/problems', `#/enterprises/${enterprises[0].id}`]) {
    await test.step(address, async () => {
      await open(page, address);
      await expect(heading(page)).toBeVisible();
      await expectFocusSeen(page, 45);
    });
  }
});

/** Goes through so many stops of the page, or as many as it has, and looks at each. */
async function expectFocusSeen(page: Page, stops: number): Promise<void> {
  const seen = new Set<string>();
  for (let nth = 0; nth < stops; nth += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      if (element === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const { top, bottom, width, height } = element.getBoundingClientRect();
      return {
        name: `${element.tagName} ${element.className} ${element.textContent?.slice(0, 12)}`,
        outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        visible: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
      };
    });
    if (!stop) break;
    expect(stop, stop.name).toMatchObject({ outlined: true, visible: true });
    seen.add(stop.name);
  }
  expect(seen.size).toBeGreaterThanOrEqual(2 + NAV.length);
}
