// A hundred thousand enterprises and three thousand projects are asked like thirty, and answer the same.
import { parseCsv } from '../../csv.ts';
import { save } from '../../downloads.ts';
import { expect, go, open, test } from '../../fixtures.ts';
import { bind, bounds, box, head } from '../../list.ts';
import { hash } from '../expected/answer.ts';
import { report } from '../expected/large.ts';
import { CASES } from './cases.ts';
import { expectLongAnswer, expectSeen, openLong, watchRows } from './list.ts';

for (const { list, what, noun, all, of, questions, typed, selection, head: columns, line, record } of CASES) {
  test(`the list of ${all.length} ${list} opens with its first rows`, async ({ page }) => {
    await open(page, `#/${list}`);
    await openLong(page);
    const { rows } = await expectSeen(page, of({}).rows);
    expect(rows[0].place).toBe(0);
    await expect(page.locator('.count')).toHaveText(`共 ${all.length} ${noun}`);
    await expect(page.locator('.list__frame')).toHaveAttribute('aria-rowcount', String(all.length + 1));
  });

  test(`words, pinyin, initials, full width, facets, ranges and orders find the right ${list}`, async ({ page }) => {
    await open(page, `#/${list}`);
    await openLong(page);
    for (const question of questions) {
      await test.step(JSON.stringify(question), async () => {
        const answer = of(question);
        if (question.q !== '没有这个词') expect(answer.rows.length).toBeGreaterThan(0);
        await go(page, hash(list, question));
        await expectLongAnswer(page, answer);
        if (Object.keys(question).some((key) => key !== 'sort')) {
          await expect(page.locator('.count')).toHaveText(`共 ${all.length} ${noun}，筛选后 ${answer.rows.length} ${noun}`);
        }
      });
    }
  });

  test(`every letter of a search among the ${list} is answered, and the page never holds more rows than are seen`, async ({ page }) => {
    await open(page, `#/${list}`);
    await openLong(page);
    const most = await watchRows(page);
    for (let length = 1; length <= typed.length; length += 1) {
      await box(page).press(typed[length - 1]);
      await expectLongAnswer(page, of({ q: typed.slice(0, length) }));
    }
    await box(page).fill('');
    // Quicker than any reader, so that answers overtake each other if they can.
    await box(page).pressSequentially(typed);
    await expectLongAnswer(page, of({ q: typed }));
    expect(await most()).toBeLessThanOrEqual(60);
  });

  test(`the ${list} found are taken away as files, in their order`, async ({ page }) => {
    const found = of(selection).rows;
    expect(found.length).toBeGreaterThan(100);
    await open(page, hash(list, selection));
    await openLong(page);
    await expectSeen(page, found);
    const csv = await save(page, '当前筛选', 'CSV');
    expect(csv.name).toBe(`${report.meta.year}年${what}（筛选）.csv`);
    expectLines(parseCsv(csv.text), [columns, ...found.map(line)]);
    const json = await save(page, '当前筛选', 'JSON');
    const { count, total, rows } = JSON.parse(json.text);
    expect({ count, total }).toEqual({ count: found.length, total: all.length });
    expect(rows).toEqual(found.map(record));
    const whole = await save(page, '全部', 'CSV');
    expect(whole.name).toBe(`${report.meta.year}年${what}.csv`);
    expectLines(parseCsv(whole.text), [columns, ...all.map(line)]);
  });
}

/** The first line that differs is worth more than a hundred thousand lines side by side. */
function expectLines(lines: string[][], expected: string[][]): void {
  expect(lines.length).toBe(expected.length);
  const wrong = lines.findIndex((line, nth) => line.join('\0') !== expected[nth].join('\0'));
  expect(lines[wrong], `line ${wrong + 1}`).toEqual(expected[wrong]);
}

test('boxes, bounds and heads ask as addresses do', async ({ page }) => {
  const { of } = CASES[0];
  await open(page, '#/enterprises');
  await openLong(page);
  await page.getByRole('checkbox', { name: /^轻纺服装/ }).check();
  await expectLongAnswer(page, of({ industry: '轻纺服装' }));
  await bind(bounds(page, 'growth').least, '30');
  await bind(bounds(page, 'growth').most, '40');
  await expectLongAnswer(page, of({ industry: '轻纺服装', growth: '30..40' }));
  for (const sort of ['-export', 'export']) {
    await head(page, '出口增长').getByRole('button').click();
    await expectLongAnswer(page, of({ industry: '轻纺服装', growth: '30..40', sort }));
  }
  await expect(head(page, '出口增长')).toHaveAttribute('aria-sort', 'ascending');
});
