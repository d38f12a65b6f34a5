// The tables as files: what is found now, or all of it, with the pack's own words and numbers and nothing else.
import { parseCsv } from '../../csv.ts';
import { save } from '../../downloads.ts';
import { expect, test } from '../../fixtures.ts';
import { box, names, openList } from '../../list.ts';
import { ENTERPRISE_HEAD, enterpriseLine, PROJECT_HEAD, projectLine, referred } from '../expected/files.ts';
import { enterprise, enterprises, figure, figures, projects, report, type Enterprise, type Project } from '../expected/pack.ts';
import { enterprisesOf, growthOf, hash, projectsOf, type Question } from '../expected/selection.ts';

type Case = {
  list: 'enterprises' | 'projects';
  what: string;
  noun: string;
  all: (Enterprise | Project)[];
  of: (question: Question) => (Enterprise | Project)[];
  lines: (rows: (Enterprise | Project)[]) => string[][];
  /** The figures that a row refers to. */
  figures: (row: any) => string[];
  question: Question;
};

const CASES: Case[] = [
  {
    list: 'enterprises', what: '企业', noun: '家', all: enterprises, of: enterprisesOf,
    lines: (rows) => [ENTERPRISE_HEAD, ...(rows as Enterprise[]).map((row) => enterpriseLine(row, growthOf(row, '产值增长'), growthOf(row, '出口增长')))],
    figures: ({ events }: Enterprise) => events.flatMap((event) => event.figures ?? []),
    question: { industry: ['丝绸纺织', '医药', '新材料'], sort: '-export' },
  },
  {
    list: 'projects', what: '项目', noun: '个', all: projects, of: projectsOf,
    lines: (rows) => [PROJECT_HEAD, ...(rows as Project[]).map((row) => projectLine(row, (id) => enterprise(id).name, figure))],
    figures: (row: Project) => row.figures ?? [],
    question: { category: '产业', status: ['投用', '推进'], sort: 'name' },
  },
];

for (const { list, what, noun, all, of, lines, figures: figuresOf, question } of CASES) {
  const found = of(question);
  const address = hash(list, question);

  test(`the ${list} found are one CSV file, in their order, and all are another`, async ({ page }) => {
    await openList(page, address);
    await expect(names(page)).toHaveText(found.map(({ name }) => name));
    const some = await save(page, '当前筛选', 'CSV');
    expect(some.name).toBe(`${report.meta.year}年${what}（筛选）.csv`);
    expect(parseCsv(some.text)).toEqual(lines(found));
    const whole = await save(page, '全部', 'CSV');
    expect(whole.name).toBe(`${report.meta.year}年${what}.csv`);
    expect(parseCsv(whole.text)).toEqual(lines(all));
    expect(found.length).toBeGreaterThan(1);
    expect(found.length).toBeLessThan(all.length);
  });

  test(`the ${list} as JSON are the pack’s own records, with the figures that they refer to`, async ({ page }) => {
    await openList(page, address);
    await expect(names(page)).toHaveText(found.map(({ name }) => name));
    for (const [extent, rows, name] of [
      ['当前筛选', found, `${report.meta.year}年${what}（筛选）.json`],
      ['全部', all, `${report.meta.year}年${what}.json`],
    ] as const) {
      const saved = await save(page, extent, 'JSON');
      expect(saved.name).toBe(name);
      const { title, year, table, count, total, ...rest } = JSON.parse(saved.text);
      expect({ title, year, table, count, total }).toEqual({
        title: report.meta.title, year: report.meta.year, table: what, count: rows.length, total: all.length,
      });
      expect(rest.address).toEqual(extent === '全部' ? '' : expect.stringMatching(new RegExp(`^#/${list}\\?`)));
      expect(rest.rows).toEqual(rows);
      expect(rest.figures).toEqual(referred(figures, rows.flatMap(figuresOf)));
    }
  });

  test(`the menu says how many ${list} each file has, as the list changes`, async ({ page }) => {
    await openList(page, address);
    const menu = page.locator('details.menu');
    await menu.getByText('下载', { exact: true }).click();
    const group = menu.getByRole('group');
    await expect(group.first()).toContainText(`当前筛选（${found.length} ${noun}）`);
    await expect(group.last()).toContainText(`全部（${all.length} ${noun}）`);
    await box(page).fill('园');
    // The reader has gone elsewhere, and the menu with him.
    await expect(menu).not.toHaveAttribute('open');
    await menu.getByText('下载', { exact: true }).click();
    await expect(group.first()).toContainText(`当前筛选（${of({ ...question, q: '园' }).length} ${noun}）`);
    await expect(group.first()).toHaveAccessibleName(`当前筛选（${of({ ...question, q: '园' }).length} ${noun}）`);
  });

  test(`the words in the menu of ${list} can be pressed, and selected, without closing it`, async ({ page }) => {
    await openList(page, address);
    const menu = page.locator('details.menu');
    await menu.getByText('下载', { exact: true }).click();
    const words = `全部（${all.length} ${noun}）`;
    await menu.getByText(words).dblclick();
    await expect(menu).toHaveAttribute('open');
    expect(await page.evaluate(() => getSelection()!.toString())).not.toBe('');
    // From there, the keyboard goes on in the menu.
    await page.keyboard.press('Escape');
    await expect(menu).not.toHaveAttribute('open');
    await expect(menu.locator('summary')).toBeFocused();
  });

  test(`an order alone is no filter: the file of the ${list} has no 筛选 in its name, but has the order`, async ({ page }) => {
    const sorted = of({ sort: '-name' });
    await openList(page, hash(list, { sort: '-name' }));
    await expect(names(page)).toHaveText(sorted.map(({ name }) => name));
    const saved = await save(page, '当前筛选', 'CSV');
    expect(saved.name).toBe(`${report.meta.year}年${what}.csv`);
    expect(parseCsv(saved.text)).toEqual(lines(sorted));
  });
}

test('the address in a file leads to the rows of the file', async ({ page }) => {
  await openList(page, '#/enterprises');
  await box(page).pressSequentially('丝绸');
  await page.getByRole('checkbox', { name: /^研发平台/ }).check();
  const found = enterprisesOf({ q: '丝绸', tag: '研发平台' }).map(({ name }) => name);
  await expect(names(page)).toHaveText(found);
  const { address } = JSON.parse((await save(page, '当前筛选', 'JSON')).text);
  await openList(page, address);
  await expect(names(page)).toHaveText(found);
});

test('nothing found is a file with a head and no lines', async ({ page }) => {
  await openList(page, '#/enterprises?q=没有这个词');
  await expect(page.locator('.nothing')).toBeVisible();
  expect(parseCsv((await save(page, '当前筛选', 'CSV')).text)).toEqual([ENTERPRISE_HEAD]);
  expect(JSON.parse((await save(page, '当前筛选', 'JSON')).text)).toMatchObject({ count: 0, rows: [], figures: [] });
});
