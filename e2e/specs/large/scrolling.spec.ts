// A long list scrolls in a frame of its own, in which a few rows stand for all: no reader, seeing or hearing, can tell.
import { expect, expectAccessible, open, test } from '../../fixtures.ts';
import { active, expectActive, grid } from '../../list.ts';
import { CASES } from './cases.ts';
import { expectSeen, openLong, seen, watchRows } from './list.ts';

for (const { list, of } of CASES) {
  const { rows } = of({});
  const last = rows.length - 1;

  test(`twenty screens of ${list} down and up again show the right rows, none blank and never many`, async ({ page }) => {
    await open(page, `#/${list}`);
    await openLong(page);
    const most = await watchRows(page);
    const frame = page.locator('.list__frame');
    const height = await frame.evaluate((frame) => frame.clientHeight);
    await frame.hover();
    let reached = 0;
    for (const direction of [1, -1]) {
      for (let screen = 0; screen < 20; screen += 1) {
        const { y } = await seen(page);
        await page.mouse.wheel(0, direction * height);
        await expect.poll(async () => (await seen(page)).y, 'the wheel scrolls the list').not.toBe(y);
        await expectSeen(page, rows);
      }
      reached = Math.max(reached, (await seen(page)).y);
    }
    expect(reached).toBeGreaterThan(15 * height);
    expect((await seen(page)).rows[0].place).toBe(0);
    expect(await most()).toBeLessThanOrEqual(60);
  });

  test(`End, Home and the page keys go to the right ${list} at once, and their numbers are those of the whole list`, async ({ page }) => {
    await open(page, `#/${list}`);
    await openLong(page);
    const most = await watchRows(page);
    await grid(page).focus();
    await page.keyboard.press('End');
    await expectActive(page, last, rows[last].name);
    const atEnd = await expectSeen(page, rows);
    expect(atEnd.rows.at(-1)).toEqual({ place: last, name: rows[last].name });
    await page.keyboard.press('PageUp');
    const { place } = (await active(page))!;
    expect(place).toBeLessThan(last - 1);
    await expectActive(page, place, rows[place].name);
    await expectSeen(page, rows);
    await page.keyboard.press('Home');
    await expectActive(page, 0, rows[0].name);
    expect((await expectSeen(page, rows)).rows[0].place).toBe(0);
    for (let nth = 1; nth <= 30; nth += 1) await page.keyboard.press('ArrowDown');
    await expectActive(page, 30, rows[30].name);
    await expectSeen(page, rows);
    await expect(grid(page)).toHaveAttribute('aria-rowcount', String(rows.length + 1));
    expect(await most()).toBeLessThanOrEqual(60);
  });

  test(`a jump of the scroll bar into the middle of the ${list} shows what is there @phone`, async ({ page }) => {
    await open(page, `#/${list}`);
    await openLong(page);
    const frame = page.locator('.list__frame');
    for (const share of [0.5, 0.9, 0.1, 1, 0]) {
      await frame.evaluate((frame, share) => frame.scrollTo(0, share * frame.scrollHeight), share);
      const { rows: shown } = await expectSeen(page, rows);
      expect(Math.abs(shown[0].place - share * rows.length)).toBeLessThan(20);
    }
  });

  test(`Enter on a row deep among the ${list}, and back: the same rows, the same place, the same row`, async ({ page }) => {
    await open(page, `#/${list}?sort=name`);
    const sorted = of({ sort: 'name' }).rows;
    await openLong(page);
    await expectSeen(page, sorted);
    await grid(page).focus();
    for (const key of ['End', 'PageUp', 'PageUp', 'PageUp', 'ArrowUp']) await page.keyboard.press(key);
    const { place } = (await active(page))!;
    await expectActive(page, place, sorted[place].name);
    const { y } = await expectSeen(page, sorted);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(sorted[place].name);
    await page.goBack();
    await openLong(page);
    await expectActive(page, place, sorted[place].name);
    await expect.poll(async () => (await seen(page)).y).toBe(y);
    await expectSeen(page, sorted);
    await grid(page).focus();
    await page.keyboard.press('ArrowDown');
    await expectActive(page, place + 1, sorted[place + 1].name);
  });

  test(`axe finds nothing in the long list of ${list}, at its top and deep in it, and nothing scrolls sideways @phone`, async ({ page }) => {
    await open(page, `#/${list}`);
    await openLong(page);
    await expectAccessible(page);
    await grid(page).focus();
    await page.keyboard.press('End');
    await expectActive(page, last, rows[last].name);
    await expectSeen(page, rows);
    await expectAccessible(page);
    const beyond = await page.evaluate(() => ({
      page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      frame: [...document.querySelectorAll('.list__frame')].map((frame) => frame.scrollWidth - frame.clientWidth),
    }));
    expect(beyond).toEqual({ page: 0, frame: [0] });
  });
}

test('picking a row deep in the list leaves the list where it is', async ({ page }) => {
  const { rows } = CASES[0].of({});
  const last = rows.length - 1;
  await open(page, '#/enterprises');
  await openLong(page);
  await grid(page).focus();
  for (const key of ['End', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
  await expectActive(page, last - 2, rows[last - 2].name);
  const { y } = await expectSeen(page, rows);
  await page.keyboard.press('Space');
  await expect(page.locator('.picks')).toContainText(`对比：${rows[last - 2].name}`);
  await expectActive(page, last - 2, rows[last - 2].name);
  expect((await expectSeen(page, rows)).y).toBe(y);
  await page.locator('.list__row--active').getByRole('checkbox').uncheck();
  await expect(page.locator('.picks')).toHaveCount(0);
  expect((await expectSeen(page, rows)).y).toBe(y);
});
