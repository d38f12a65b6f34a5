// What the preview says of a pack: the same as `cargo xtask check`.
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, go, test } from '../../fixtures.ts';
import { bare } from '../../paper.ts';
import { about, broken, chooseFolder, copy, DATA, expectShown, heading, openPreview, PARK, ROOT } from './opened.ts';

type Found = { level: string; file: string; path: string; line: number; column: number; problem: string; advice: string };

const LEVELS = ['error', 'warning', 'consistency'];
const LABEL: Record<string, string> = { error: '错误', warning: '警告', consistency: '待核对' };

/** How many there are of each kind that there is. */
function counts(problems: Found[]): string[] {
  const found = LEVELS.map((level) => ({ level, count: problems.filter((problem) => problem.level === level).length }));
  return found.filter(({ count }) => count > 0).map(({ level, count }) => `${LABEL[level]} ${count} 处`);
}

test.describe('what is said of it', () => {
  test('the same as by cargo xtask check, errors first, and the report is shown as far as it goes', async ({ page }) => {
    const folder = broken();
    let told = '';
    try {
      told = execFileSync('cargo', ['xtask', 'check', folder, '--format', 'json'], { cwd: ROOT, encoding: 'utf8' });
    } catch (error) {
      told = (error as { stdout: string }).stdout;
    }
    const { problems } = JSON.parse(told) as { problems: Found[] };
    expect(problems.length).toBeGreaterThan(2);
    const order = LEVELS.flatMap((level) => problems.filter((problem) => problem.level === level));

    await openPreview(page);
    await chooseFolder(page, folder);
    await expectShown(page);
    const list = page.locator('#preview-problems');
    // Errors are to be read first: the list stands open.
    await expect(list).toHaveAttribute('open', '');
    await expect(list.locator('summary .level')).toHaveText(counts(problems));
    const items = await list.getByRole('listitem').allTextContents();
    const place = ({ line, column, path }: Found) => (line ? `第 ${line} 行第 ${column} 列 ${path}` : path);
    expect(items.map(bare)).toEqual(order.map((found) => bare(`${LABEL[found.level]} ${found.file} ${place(found)} ${found.problem} → ${found.advice}`)));
    await list.locator('summary').click();
    await expect(list.getByRole('listitem').first()).toBeHidden();
    // The file that cannot be read says so in its place, with the name that the publisher knows.
    await go(page, '#/projects');
    await expect(page.locator('.failure')).toContainText('statuss');
  });

  for (const [what, folder] of [
    ['the project’s own', DATA],
    ['the examples', PARK],
  ] as const) {
    test(`of a sound pack that it is, and no kind of problem that it does not have: ${what}`, async ({ page }) => {
      const told = execFileSync('cargo', ['xtask', 'check', folder, '--format', 'json'], { cwd: ROOT, encoding: 'utf8' });
      const { problems } = JSON.parse(told) as { problems: Found[] };
      await openPreview(page);
      await chooseFolder(page, folder);
      await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
      const quiet = about(page).getByText('核对过了：没有错误、警告和待核对的地方。');
      await expect(quiet).toHaveCount(problems.length ? 0 : 1);
      await expect(page.locator('#preview-problems[open]')).toHaveCount(0);
      await expect(about(page).locator('summary .level')).toHaveText(counts(problems));
    });
  }

  test('with an index that cannot be read nothing can be shown, and why is said', async ({ page }) => {
    const folder = copy('no-index');
    writeFileSync(join(folder, 'index.json'), '{"schema": 1');
    await openPreview(page);
    await chooseFolder(page, folder);
    await expect(heading(page)).toHaveText('显示不了');
    await expect(page.locator('#preview-problems').getByRole('listitem')).toContainText(['index.json']);
    // Put right, it is read again.
    await page.getByRole('button', { name: '换一个数据包' }).click();
    cpSync(join(DATA, 'index.json'), join(folder, 'index.json'));
    await chooseFolder(page, folder);
    await expectShown(page);
  });

  test('of a missing file that it is missing, and nothing is fetched in its place', async ({ page }) => {
    const folder = copy('gone');
    rmSync(join(folder, '2021/enterprises.json'));
    await openPreview(page, '#/enterprises');
    await chooseFolder(page, folder);
    await expect(page.locator('.failure')).toContainText('2021/enterprises.json：找不到文件（404）');
    await page.locator('.failure').getByRole('button').click();
    await expect(page.locator('.failure')).toContainText('2021/enterprises.json：找不到文件（404）');
    await expect(page.locator('#preview-problems')).toContainText('读不到文件（没有这个文件）');
  });
});
