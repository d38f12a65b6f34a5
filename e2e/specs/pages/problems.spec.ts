// 问题与打算: the problems that the report admits, beside what it plans.
import { expect, open, test } from '../../fixtures.ts';
import { report, type PlanList } from '../expected/pack.ts';
import { numeral, tag } from '../expected/written.ts';

const { problems, plan } = report;

const LISTS: [PlanList, string][] = [
  ['requirements', '总的要求'],
  ['opportunities', '可借的机遇'],
  ['industries', '产业'],
  ['directions', '主攻方向'],
  ['chain_strategy', '产业链'],
  ['aims', '目标'],
];

test.beforeEach(async ({ page }) => {
  await open(page, '#/problems');
});

test('every problem stands with its number and all its points', async ({ page }) => {
  const problem = page.locator('.problem');
  await expect(problem.getByRole('heading')).toHaveText(problems.map(({ id, title }) => numeral(id.split('/')[1]) + title));
  for (const [nth, { points }] of problems.entries()) {
    await expect(problem.nth(nth).locator('.problem__points li')).toHaveText(points);
  }
});

test('every problem says what in the plan answers it, or that nothing does', async ({ page }) => {
  const lines = LISTS.flatMap(([list]) => plan[list]);
  for (const [nth, { answered_by = [] }] of problems.entries()) {
    const answer = page.locator('.problem').nth(nth).locator('.problem__answer');
    const expected = lines.filter(({ id }) => answered_by.includes(id)).map(({ text }) => text);
    await expect(answer.getByRole('listitem')).toHaveText(expected);
    await expect(answer).toContainText(expected.length > 0 ? '打算中的回应' : '打算中没有逐条对应的安排');
  }
});

test('every list of the plan is there, with figures and the problems that a line answers', async ({ page }) => {
  const lists = LISTS.filter(([list]) => plan[list].length > 0);
  const section = page.locator('.plan');
  await expect(section.getByRole('heading', { level: 2 })).toHaveText(`${plan.year}年工作打算`);
  await expect(section.getByRole('heading', { level: 3 })).toHaveText(lists.map(([, name]) => name));
  const expected = lists.map(([list]) =>
    plan[list].map(({ id, text, figures = [] }) => {
      const answered = problems.filter(({ answered_by = [] }) => answered_by.includes(id)).map(({ title }) => title);
      return [text, ...figures.map(tag), answered.length > 0 ? `回应问题：${answered.join('；')}` : ''].join('');
    }),
  );
  await expect(section.locator('.plan__line')).toHaveText(expected.flat());
  const sizes = await section.locator('.plan__lines').evaluateAll((all) => all.map((list) => list.children.length));
  expect(sizes).toEqual(expected.map((list) => list.length));
});
