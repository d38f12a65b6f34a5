// 搜索全文: one box for sections, figures, enterprises, projects, problems, plan and charts.
import { expect, expectAccessible, expectNothingBeyond, go, hold, listen, open, pack, test, type Page } from '../fixtures.ts';
import { enterprises, figures, projects, report } from './expected/pack.ts';
import { inLine } from './expected/written.ts';

const box = (page: Page) => page.getByRole('searchbox', { name: '搜索全文' });
const group = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name} `) });
const told = (page: Page) => page.locator('main').getByRole('status');
const results = (page: Page) => page.locator('.found__line a');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** How many lines of each group hold a word, counted over the pack's own files. */
function counted(word: string): Record<string, number> {
  const holds = (...texts: string[]) => texts.some((text) => text.includes(word));
  const printed = (ids: string[] = []) => ids.map((id) => figures.find((figure) => figure.id === id)!.printed);
  const count = (found: boolean[]) => found.filter(Boolean).length;
  const sections = report.sections.flatMap((section: any) => [
    holds(section.title, section.summary),
    ...section.items.flatMap((item: any) => [
      holds(item.title, section.title),
      ...item.points.map((point: any) => holds(point.text, `${section.title} · ${item.title}`, ...printed(point.figures))),
    ]),
  ]);
  const plan = Object.values(report.plan).filter(Array.isArray).flat() as any[];
  return {
    数字: count(figures.map((figure) => holds(figure.subject, inLine(figure), figure.printed))),
    重点工作: count(sections),
    问题: count(report.problems.flatMap((problem: any) => [holds(problem.title), ...problem.points.map((point: string) => holds(point, problem.title))])),
    打算: count(plan.map((item) => holds(item.text, ...printed(item.figures)))),
    图表: count(report.charts.map((chart: any) => holds(chart.title))),
  };
}

test('“/” opens it from any page, and is a sign like any other where somebody writes @phone', async ({ page }) => {
  await open(page, '#/problems');
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/#\/search$/);
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('1/2');
  await expect(box(page)).toHaveValue('1/2');
  await heading(page).click();
  await page.keyboard.press('/');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('1/2');
  await open(page, '#/enterprises');
  await page.getByRole('searchbox').fill('a');
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/#\/enterprises\?q=/);
});

test('what is typed before the box is there stands in it once it is', async ({ page }) => {
  await open(page, '#/');
  const release = await hold(page, /annual-report-app-lists-/);
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/#\/search$/);
  await expect(box(page)).toHaveCount(0);
  await page.keyboard.type('gytz');
  release();
  await expect(box(page)).toHaveValue('gytz');
  await expect(group(page, '数字').getByRole('link', { name: '工业投资', exact: true })).toBeVisible();
});

test('the fastest typist opens what was typed to its end', async ({ page }) => {
  await open(page, '#/search');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('gytz\n');
  await expect(heading(page)).toHaveText('工业投资');
});

test('the bar above every page leads there, and the box has the focus', async ({ page }) => {
  await open(page, '#/charts');
  await page.getByRole('region', { name: '阅读方式' }).getByRole('link', { name: '搜索全文' }).click();
  await expect(box(page)).toBeFocused();
  await expect(page).toHaveTitle(/^搜索 · /);
});

test('a figure is found by its number: Enter opens it, and back returns to the box with what was typed', async ({ page }) => {
  await open(page, '#/search');
  await box(page).pressSequentially('30.5');
  await expect(told(page)).toHaveText(/^找到 \d+ 处：数字 1/);
  const figure = figures.find(({ printed }) => printed === '30.5%')!;
  await expect(group(page, '数字').locator('li')).toContainText([inLine(figure)]);
  await expect(group(page, '数字').locator('mark')).toHaveText(['30.5']);
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(figure.subject);
  await page.goBack();
  await expect(box(page)).toHaveValue('30.5');
  await expect(box(page)).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(/#\/search$/);
  await expect(box(page)).toHaveValue('');
});

for (const word of ['产业', '投资', '企业']) {
  test(`“${word}” is found everywhere where it stands, and each group says how often`, async ({ page }) => {
    await open(page, `#/search?q=${word}`);
    for (const [name, count] of Object.entries(counted(word))) {
      const found = group(page, name);
      if (count === 0) {
        await expect(found).toHaveCount(0);
        continue;
      }
      await expect(found.getByRole('heading', { level: 2 })).toHaveText(`${name} ${count}`);
      await expect(told(page)).toContainText(`${name} ${count}`);
      await expect(found.locator('li')).toHaveCount(Math.min(count, 6));
      if (count > 6) await found.getByRole('button', { name: `再看 ${count - 6} 条` }).click();
      await expect(found.locator('li')).toHaveCount(count);
    }
  });
}

test('enterprises and projects are found by name, pinyin and initials, and more than a few lead to their list', async ({ page }) => {
  const [firm] = enterprises;
  for (const typed of [firm.name, firm.pinyin, firm.initials.toUpperCase()]) {
    await open(page, `#/search?q=${encodeURIComponent(typed)}`);
    await expect(group(page, '企业').getByRole('link', { name: firm.name, exact: true })).toHaveAttribute('href', `#/enterprises/${firm.id}`);
  }
  const [project] = projects;
  await open(page, `#/search?q=${project.initials}`);
  await expect(group(page, '项目').getByRole('link', { name: project.name, exact: true })).toBeVisible();
  await open(page, '#/search?q=产业');
  const more = group(page, '项目').getByRole('link', { name: /^在列表里看全部 \d+ 个$/ });
  const count = Number(/\d+/.exec((await more.textContent())!)![0]);
  await more.click();
  await expect(page).toHaveURL((url) => decodeURIComponent(url.hash) === '#/projects?q=产业');
  await expect(page.locator('.count')).toContainText(`筛选后 ${count} `);
});

test('figures and sections are found by the letters of their characters, too', async ({ page }) => {
  for (const typed of ['gongyetouzi', 'gytz', 'GYTZ', 'gongye tz']) {
    await open(page, `#/search?q=${encodeURIComponent(typed)}`);
    await expect(group(page, '数字').getByRole('link', { name: '工业投资', exact: true })).toBeVisible();
  }
  const [section] = report.sections;
  expect(section.title).toBe('主要指标');
  await open(page, '#/search?q=zyzb');
  await expect(group(page, '重点工作').getByRole('link', { name: section.title, exact: true })).toBeVisible();
});

test('the characters that the letters spell are marked, and a place is found by its whole name', async ({ page }) => {
  await open(page, '#/search?q=gytz');
  await expect(group(page, '数字').locator('li').filter({ has: page.getByRole('link', { name: '工业投资', exact: true }) }).locator('mark')).toHaveText(['工业投资']);
  await open(page, '#/search?q=tz');
  await expect(group(page, '数字').locator('li').filter({ has: page.getByRole('link', { name: '工业投资', exact: true }) }).locator('mark')).toHaveText(['投资']);
  // 二（三）, in half width as well.
  const section = report.sections.find(({ id }: any) => id === '2.3');
  for (const typed of ['二（三）', '二(三)']) {
    await open(page, `#/search?q=${encodeURIComponent(typed)}`);
    await expect(group(page, '重点工作').getByRole('link', { name: section.title, exact: true })).toBeVisible();
    for (const place of await page.locator('.found__place').allTextContents()) expect(place).toBe('二（三）');
  }
});

test('how much was found is announced once for every answer, by words that change where they stand', async ({ page }) => {
  await open(page, '#/search');
  await expect(box(page)).toBeFocused();
  const said = await listen(page, 'main [role=status]');
  await box(page).fill('30.5');
  await expect(told(page)).toHaveText(/^找到 \d+ 处：数字 1/);
  const first = await told(page).textContent();
  await box(page).fill('没有这样的词');
  await expect(told(page)).toHaveText(/^没有找到/);
  const second = await told(page).textContent();
  await expect(page.locator('main').getByRole('status')).toHaveCount(1);
  // The same words found in another way are no news.
  await box(page).fill('没有这样的词 ');
  await expect(page).toHaveURL(/%20$|\+$| $/);
  expect(await said()).toEqual([first, second]);
});

test('when the readings cannot be had, that is said and can be tried again; words are found all the same', async ({ page, allowFailure }) => {
  allowFailure(/pinyin\.txt/);
  await page.route(/pinyin\.txt/, (route) => route.fulfill({ status: 404, body: '' }));
  await open(page, '#/search?q=gytz');
  const failure = page.getByRole('alert').filter({ hasText: '拼音未能载入' });
  await expect(failure).toBeVisible();
  await expect(told(page)).toHaveText(/^没有找到/);
  await page.unroute(/pinyin\.txt/);
  await failure.getByRole('button', { name: '重试' }).click();
  await expect(group(page, '数字').getByRole('link', { name: '工业投资', exact: true })).toBeVisible();
  await expect(failure).toHaveCount(0);
});

test('arrows walk from the box through what was found and back, and what was opened has the focus again', async ({ page }) => {
  await open(page, '#/search?q=投资');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).nth(0)).toBeFocused();
  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowDown');
  await expect(results(page).nth(3)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/search/);
  await expect(heading(page)).toBeFocused();
  await page.goBack();
  await expect(results(page).nth(3)).toBeFocused();
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press('ArrowUp');
  await expect(box(page)).toBeFocused();
});

test('typing is one step back, whatever was typed is only text, and nothing found says so', async ({ page }) => {
  await open(page, '#/');
  await go(page, '#/search');
  await box(page).pressSequentially('<b>没有这样的词</b>');
  await expect(told(page)).toHaveText('没有找到“<b>没有这样的词</b>”。可以少打几个字，或换一个词。');
  await expect(page).toHaveURL((url) => decodeURIComponent(url.hash) === '#/search?q=<b>没有这样的词</b>');
  await page.goBack();
  await expect(page).toHaveURL(/#\/search$/);
  await page.goBack();
  await expect(page).toHaveURL(/#\/$/);
});

test('who has typed nothing is shown what can be, out of the report itself', async ({ page }) => {
  await open(page, '#/search');
  const ways = page.locator('main .link-tag');
  await expect(ways).toHaveText([String(figures.find(({ id }) => id === report.headline[0])!.value), enterprises[0].initials, report.tags[0]]);
  for (const nth of [0, 1, 2]) {
    await open(page, '#/search');
    await ways.nth(nth).click();
    await expect(told(page)).toHaveText(/^找到 \d+ 处/);
  }
});

test('each file that cannot be had is said, and what the others hold is found all the same', async ({ page, allowFailure }) => {
  allowFailure(/figures\.json/);
  await page.route(/figures\.json/, (route) => route.fulfill({ status: 404, body: '' }));
  await open(page, '#/search?q=产业');
  await expect(page.getByRole('alert')).toContainText('数字未能载入');
  await expect(group(page, '数字')).toHaveCount(0);
  await expect(group(page, '重点工作')).toBeVisible();
});

test('of more than two hundred in one group the first are listed, and it says so', async ({ page }) => {
  const long = structuredClone(report);
  long.sections[2].items[0].points = Array.from({ length: 230 }, (_, nth) => ({ text: `甲乙丙丁第${nth + 1}句` }));
  await page.route(/report\.json/, (route) => route.fulfill({ json: long }));
  await open(page, '#/search?q=甲乙丙丁');
  const work = group(page, '重点工作');
  await expect(work.getByRole('heading')).toHaveText('重点工作 230');
  await work.getByRole('button', { name: '再看 194 条' }).press('Enter');
  await expect(work.locator('li')).toHaveCount(200);
  // The keyboard goes on with the first that was not there before.
  await expect(work.locator('li').nth(6).getByRole('link')).toBeFocused();
  await expect(work).toContainText('列出了前 200 条，还有 30 条。');
});

test('a group that was opened is that of one question, and not of the next, however that is asked', async ({ page }) => {
  await open(page, '#/search?q=业');
  const work = group(page, '重点工作');
  await work.getByRole('button', { name: /^再看/ }).click();
  expect(await work.locator('li').count()).toBeGreaterThan(6);
  await go(page, '#/search?q=工');
  await expect(work.getByRole('heading')).toHaveText(`重点工作 ${counted('工').重点工作}`);
  await expect(work.locator('li')).toHaveCount(6);
});

test('who comes back to a search finds the group open that he opened, and the line that he followed has the focus', async ({ page }) => {
  await open(page, '#/search?q=业');
  const work = group(page, '重点工作');
  await work.getByRole('button', { name: /^再看/ }).click();
  const count = await work.locator('li').count();
  const line = work.locator('li').nth(count - 1).getByRole('link');
  await line.press('Enter');
  await expect(page).not.toHaveURL(/search/);
  await page.goBack();
  await expect(work.locator('li')).toHaveCount(count);
  await expect(line).toBeFocused();
  await expect(line).toBeInViewport();
  // Also after he went on to another search from there and came back twice.
  await box(page).fill('工');
  await expect(work.locator('li')).toHaveCount(6);
  await page.goBack();
  await expect(work.locator('li')).toHaveCount(count);
});

for (const width of [320, 768, 1440]) {
  test(`axe finds nothing and nothing sticks out at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const hash of ['#/search', '#/search?q=产业']) {
      await open(page, hash);
      await expect(box(page)).toBeVisible();
      await expectAccessible(page);
      await expectNothingBeyond(page, hash);
    }
  });
}

test('the pack that this expects is the one that is served', async () => {
  expect(pack<unknown[]>('2021/figures.json')).toHaveLength(figures.length);
});
