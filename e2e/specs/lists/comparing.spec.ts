// Two to four enterprises side by side: picked in the list, named in the address, each thing said in a row of its own.
import { expect, expectAccessible, open, test, type Page } from '../../fixtures.ts';
import { active, box, expectActive, grid, names, openList, rows } from '../../list.ts';
import { enterprise, enterprises, type Enterprise } from '../expected/pack.ts';
import { growthOf, ofEnterprises } from '../expected/selection.ts';
import { inLine, KINDS, placeName, tag } from '../expected/written.ts';

const bar = (page: Page) => page.locator('.picks');
const tick = (page: Page, nth: number) => rows(page).nth(nth).getByRole('checkbox', { name: /^选入对比：./ });
const expectHash = (page: Page, hash: string) => expect(page).toHaveURL((url) => decodeURIComponent(url.hash) === hash);
const ids = (...places: number[]) => places.map((place) => enterprises[place].id).join(',');
const named = (...places: number[]) => places.map((place) => enterprises[place].name).join('、');
const together = (text: string | null) => (text ?? '').replace(/\s/g, '');

test('what is picked stands in a bar and in the address; two can be compared, and back lets the last go', async ({ page }) => {
  await openList(page, '#/enterprises');
  await expect(names(page)).toHaveCount(enterprises.length);
  await expect(bar(page)).toHaveCount(0);
  await tick(page, 3).check();
  await expect(bar(page)).toContainText(`对比：${named(3)}`);
  await expect(bar(page)).toContainText('再选一家');
  await expect(bar(page).getByRole('link')).toHaveCount(0);
  await expectHash(page, `#/enterprises?compare=${ids(3)}`);
  await tick(page, 1).check();
  await expect(bar(page)).toContainText(`对比：${named(3, 1)}`);
  await expect(bar(page).getByRole('link', { name: '并排对比' })).toHaveAttribute('href', `#/compare?compare=${ids(3, 1)}`);
  await expectHash(page, `#/enterprises?compare=${ids(3, 1)}`);
  await page.goBack();
  await expect(tick(page, 1)).not.toBeChecked();
  await expect(tick(page, 3)).toBeChecked();
  await expect(bar(page)).toContainText(`对比：${named(3)}`);
  await tick(page, 3).uncheck();
  await expect(bar(page)).toHaveCount(0);
  await expectHash(page, '#/enterprises');
});

test('the space bar picks the row that the keyboard is at, and the keyboard stays there', async ({ page }) => {
  await openList(page, '#/enterprises');
  await expect(names(page)).toHaveCount(enterprises.length);
  await grid(page).focus();
  for (let nth = 0; nth < 12; nth += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(tick(page, 11)).toBeChecked();
  await expect(bar(page)).toContainText(`对比：${named(11)}`);
  await expectActive(page, 11, enterprises[11].name);
  await expect(grid(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(bar(page)).toContainText(`对比：${named(11, 12)}`);
  await page.keyboard.press('Space');
  await expect(bar(page)).toContainText(`对比：${named(11)}`);
  await expect(tick(page, 12)).not.toBeChecked();
  expect(await active(page)).toMatchObject({ place: 12 });
});

test('each box says whom it picks, also when the rows are others', async ({ page }) => {
  await openList(page, '#/enterprises');
  const boxes = page.locator('.list__row:not([hidden]) input');
  const called = () => boxes.evaluateAll((all) => all.map((box) => box.getAttribute('aria-label')));
  for (const typed of ['', '丝绸']) {
    await box(page).fill(typed);
    await expect.poll(async () => (await names(page).allTextContents()).map((name) => `选入对比：${name}`)).toEqual(await called());
  }
});

test('more than four cannot be picked, by pointer or by keyboard', async ({ page }) => {
  await openList(page, '#/enterprises');
  for (const nth of [0, 2, 4, 6]) await tick(page, nth).check();
  await expect(bar(page)).toContainText(`对比：${named(0, 2, 4, 6)}`);
  await expect(tick(page, 1)).toBeDisabled();
  await expect(tick(page, 4)).toBeEnabled();
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(tick(page, 1)).not.toBeChecked();
  await expectHash(page, `#/enterprises?compare=${ids(0, 2, 4, 6)}`);
  await tick(page, 2).uncheck();
  await expect(tick(page, 1)).toBeEnabled();
  await tick(page, 1).check();
  await expect(bar(page)).toContainText(`对比：${named(0, 4, 6, 1)}`);
});

test('picks outlast search, order and reset, and go all at once', async ({ page }) => {
  await openList(page, '#/enterprises');
  await tick(page, 0).check();
  await tick(page, 5).check();
  await box(page).pressSequentially('丝绸');
  await expect(names(page)).toHaveText(ofEnterprises({ q: '丝绸' }).names);
  await page.getByRole('columnheader', { name: '事项数' }).getByRole('button').click();
  await expectHash(page, `#/enterprises?q=丝绸&sort=-events&compare=${ids(0, 5)}`);
  await expect(bar(page)).toContainText(`对比：${named(0, 5)}`);
  await page.getByRole('button', { name: '全部清除' }).click();
  await expectHash(page, `#/enterprises?sort=-events&compare=${ids(0, 5)}`);
  await bar(page).getByRole('button', { name: '不对比了' }).click();
  await expect(bar(page)).toHaveCount(0);
  await expectHash(page, '#/enterprises?sort=-events');
});

/** The rows of a comparison: what each is about, and what stands under each enterprise. Tags that more share come first. */
function compared(all: Enterprise[]): [string, string[]][] {
  const growth = (row: Enterprise, of: string) => {
    const shown = growthOf(row, of);
    return shown ? `${inLine(shown)}${placeName(shown.section)}` : '报告未提及';
  };
  const tags = [...new Set(all.flatMap(({ events }) => events.map((event) => event.tag)))];
  const having = (of: string) => all.filter(({ events }) => events.some((event) => event.tag === of)).length;
  const said = ({ events }: Enterprise, of: string) =>
    events
      .filter((event) => event.tag === of)
      .map(({ text, section, figures = [] }) => [text, placeName(section), ...figures.map(tag)].join(''))
      .join('') || '报告未提及';
  return [
    ['类型', all.map(({ kind }) => KINDS[kind])],
    ['行业', all.map(({ industry }) => industry)],
    ['事项数', all.map(({ events }) => `${events.length}项`)],
    ['产值增长', all.map((row) => growth(row, '产值增长'))],
    ['出口增长', all.map((row) => growth(row, '出口增长'))],
    ...tags.sort((a, b) => having(b) - having(a)).map((of): [string, string[]] => [`事项：${of}`, all.map((row) => said(row, of))]),
  ];
}

const WITH_GROWTH = enterprises.filter((row) => growthOf(row, '出口增长')).map(({ id }) => id);

for (const all of [WITH_GROWTH.slice(0, 2), WITH_GROWTH, [...WITH_GROWTH.slice(0, 3), enterprises[0].id]]) {
  test(`${all.length} enterprises stand side by side with everything that the report says of them`, async ({ page }) => {
    await open(page, `#/compare?compare=${all.join(',')}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('企业对比');
    await expect(page).toHaveTitle(/^企业对比 · /);
    const table = page.getByRole('table');
    await expect(table.getByRole('columnheader')).toHaveText(all.map((id) => enterprise(id).name));
    const links = await table.getByRole('columnheader').getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(all.map((id) => `#/enterprises/${id}`));
    const lines = await table.locator('tbody tr').evaluateAll((all) => all.map((line) => [...line.children].map(({ textContent }) => textContent)));
    const expected = compared(all.map(enterprise)).map(([name, cells]) => [name, ...cells]);
    expect(lines.map((line) => line.map(together))).toEqual(expected.map((line) => line.map(together)));
    await expect(page.locator('.notice')).toHaveCount(0);
  });
}

test('from the list to the comparison, and back to the list with its picks', async ({ page }) => {
  await openList(page, '#/enterprises');
  await tick(page, 7).check();
  await tick(page, 8).check();
  await bar(page).getByRole('link', { name: '并排对比' }).click();
  await expect(page.getByRole('columnheader')).toHaveText([enterprises[7].name, enterprises[8].name]);
  await expect(page.getByRole('navigation', { name: '页面' }).locator('[aria-current="page"]')).toHaveText(['企业']);
  await page.getByRole('link', { name: '增减企业' }).click();
  await expectHash(page, `#/enterprises?compare=${ids(7, 8)}`);
  await expect(tick(page, 7)).toBeChecked();
  await expect(rows(page).getByRole('checkbox', { checked: true })).toHaveCount(2);
});

test('an address with more than four compares the first four, and one named twice once', async ({ page }) => {
  await open(page, `#/compare?compare=${ids(0, 1, 0, 2, 3, 4)}`);
  await expect(page.getByRole('columnheader')).toHaveText([0, 1, 2, 3].map((place) => enterprises[place].name));
});

test('enterprises of an address that the report does not have are said, and the others compared', async ({ page }) => {
  await open(page, `#/compare?compare=no-such-firm,${ids(1, 2)},nor-this`);
  await expect(page.getByRole('columnheader')).toHaveText([1, 2].map((place) => enterprises[place].name));
  const note = page.locator('.notice');
  await expect(note).toContainText('no-such-firm');
  await expect(note).toContainText('nor-this');
  await note.getByRole('button').click();
  await expect(note).toHaveCount(0);
  await expectHash(page, `#/compare?compare=${ids(1, 2)}`);
});

test('a list whose address picks what the report does not have says so, and the note can be put away', async ({ page }) => {
  await openList(page, `#/enterprises?compare=no-such-firm,${ids(1)}`);
  await expect(tick(page, 1)).toBeChecked();
  const note = page.locator('.notice');
  await expect(note).toContainText('no-such-firm');
  await expect(bar(page)).toContainText(new RegExp(`对比：${named(1)}$|对比：${named(1)}[^、]`));
  await note.getByRole('button').click();
  await expect(note).toHaveCount(0);
  await expectHash(page, `#/enterprises?compare=${ids(1)}`);
});

test('a comparison of nothing that there is says so, and leads to the list', async ({ page }) => {
  await open(page, '#/compare?compare=no-such-firm');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有找到');
  await page.getByRole('link', { name: '去选企业' }).click();
  await expect(names(page)).toHaveCount(enterprises.length);
});

test('a comparison of four fits the page, and axe finds nothing @phone', async ({ page }) => {
  await open(page, `#/compare?compare=${WITH_GROWTH.join(',')},${ids(0)}`);
  await expect(page.getByRole('table')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await expectAccessible(page);
});
