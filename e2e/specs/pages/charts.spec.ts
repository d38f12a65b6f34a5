// 增长图表: what is drawn is what the report says, and what was computed looks and reads like it.
import { expect, open, test, type Page } from '../../fixtures.ts';
import { lines, unit, type Bar } from '../expected/charts.ts';
import { chart, figure, report, type Chart } from '../expected/pack.ts';
import { placeName } from '../expected/written.ts';

const { charts } = report;
const allBars = (of: Chart): Bar[] => lines(of).flatMap(({ bar, other }) => (other ? [bar, other] : [bar]));
/** A point on a bar is a point of its line, whichever of the picture's elements takes it. */
const ANYWHERE = { force: true };
const at = (page: Page, { id }: Chart) => page.locator(`#chart-${id}`);

test.beforeEach(async ({ page }) => {
  await open(page, '#/charts');
  await expect(page.locator('.chart')).toHaveCount(charts.length);
  // The names of enterprises come last; charts that bear them are drawn again.
  const [{ label }] = lines(chart('exports'));
  await expect(page.locator('#chart-exports .label').first()).toHaveText(label);
});

test('every chart of the report stands with its finding, its unit, its notes and its source', async ({ page }) => {
  await expect(page.locator('.chart__title')).toHaveText(charts.map(({ title }) => title));
  await expect(page.locator('.chart__unit')).toHaveText(charts.map((of) => `单位：${unit(of) ?? '见各项'}`));
  for (const of of charts) {
    const places = new Set(of.figures.map((id) => placeName(figure(id).section)));
    await expect(at(page, of).locator('.chart__source .place')).toHaveText([...places]);
    for (const note of of.notes ?? []) await expect(at(page, of).locator('.chart__notes')).toContainText(note);
  }
});

test('the list of contents leads to every chart', async ({ page }) => {
  const contents = page.getByRole('navigation', { name: '图表' });
  for (const of of charts) {
    await contents.getByRole('link', { name: of.title }).click();
    await expect(at(page, of)).toBeFocused();
    await expect(at(page, of).locator('.chart__title')).toBeInViewport();
    await expect(contents.locator('[aria-current="location"]')).toHaveText([of.title]);
  }
});

test('bars begin at zero and are as long as their numbers, to a pixel', async ({ page }) => {
  for (const of of charts) {
    const drawn = at(page, of).locator('.bar');
    const expected = allBars(of);
    await expect(drawn).toHaveCount(expected.length);
    const boxes = await drawn.evaluateAll((bars) => bars.map((bar) => (bar as SVGGraphicsElement).getBBox()).map(({ x, width }) => ({ x, width })));
    const values = expected.map(({ value }) => value);
    const longest = values.indexOf(Math.max(...values));
    const perUnit = boxes[longest].width / values[longest];
    for (const [nth, value] of values.entries()) {
      const which = `${of.id}: ${expected[nth].label}`;
      expect(Math.abs(boxes[nth].width - value * perUnit), which).toBeLessThanOrEqual(1);
      expect(Math.abs(boxes[nth].x - boxes[0].x), `${which} begins at zero`).toBeLessThanOrEqual(0.5);
    }
    expect(boxes[longest].width, `${of.id}: the longest bar is worth looking at`).toBeGreaterThan(200);
  }
});

test('every bar carries its number with unit and qualifier, and every line its name', async ({ page }) => {
  for (const of of charts) {
    await expect(at(page, of).locator('.picture .value')).toHaveText(allBars(of).map(({ label }) => label));
    const labels = await at(page, of).locator('.picture .label').allTextContents();
    expect(labels.join('')).toBe(lines(of).map(({ label }) => label).join(''));
  }
});

test('what was computed is hatched, marked 推算 and explained; what was stated is not', async ({ page }) => {
  for (const of of charts) {
    const expected = allBars(of).map(({ derived }) => Boolean(derived));
    const fills = await at(page, of).locator('.bar').evaluateAll((bars) => bars.map((bar) => getComputedStyle(bar).fill));
    expect(fills.map((fill) => fill.startsWith('url(')), of.id).toEqual(expected);
    const marked = await at(page, of).locator('.picture .value').allTextContents();
    expect(marked.map((text) => text.includes('推算')), of.id).toEqual(expected);
    const computed = allBars(of).find(({ derived }) => derived);
    if (!computed) continue;
    await expect(at(page, of).getByRole('list', { name: '图例' }).getByRole('listitem')).toContainText([lines(of)[0].bar.series, computed.series]);
    await expect(at(page, of).locator('.chart__notes')).toContainText('不是上年公布数');
  }
  expect(charts.flatMap(allBars).some(({ derived }) => derived), 'the pack has something to compute').toBe(true);
});

test('hatching is drawn in lines of another colour than their ground', async ({ page }) => {
  const pattern = page.locator('.chart pattern').first();
  const [ground, line] = await Promise.all([
    pattern.locator('.hatch__ground').evaluate((rect) => getComputedStyle(rect).fill),
    pattern.locator('.hatch__line').evaluate((stroke) => getComputedStyle(stroke).stroke),
  ]);
  expect(line).toMatch(/^rgb/);
  expect(line).not.toBe(ground);
});

test('a bar of which the report gives only a bound has an open end', async ({ page }) => {
  for (const of of charts) {
    const classes = await at(page, of).locator('.bar').evaluateAll((bars) => bars.map((bar) => bar.classList.contains('bar--open')));
    expect(classes, of.id).toEqual(allBars(of).map(({ open }) => open));
  }
});

test('a share is drawn against its whole', async ({ page }) => {
  const of = charts.find(({ kind }) => kind === 'share')!;
  await expect(at(page, of).locator('.reference-label')).toContainText(`${of.whole} 100%`);
  await expect(at(page, of).locator('.reference')).not.toHaveCount(0);
});

test('the same data stand in a table, which a switch shows and hides', async ({ page }) => {
  for (const of of charts) {
    const toggle = at(page, of).getByRole('button', { name: '表格' });
    await toggle.click();
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
    await expect(at(page, of).locator('.picture')).toHaveCount(0);
    const table = at(page, of).getByRole('table');
    const expected = lines(of);
    await expect(table.getByRole('rowheader')).toHaveText(expected.map(({ label }) => label));
    for (const [nth, { section, qualifier, bar, other }] of expected.entries()) {
      const cells = table.getByRole('row').nth(nth + 1).getByRole('cell');
      await expect(cells.first()).toHaveText(String(bar.value));
      await expect(cells.last()).toHaveText(placeName(section));
      if (qualifier) await expect(cells.nth(other ? 2 : 1)).toContainText(qualifier);
      if (!other?.derived) continue;
      const computed = (await cells.nth(1).textContent()) ?? '';
      expect(computed).toBe(other.value.toFixed(computed.split('.')[1]?.length ?? 0));
      await expect(cells.nth(3)).toContainText('推算');
    }
    await toggle.click();
    await expect(toggle).toHaveAttribute('aria-pressed', 'false');
    await expect(table).toHaveCount(0);
    await expect(at(page, of).locator('.picture svg')).toBeVisible();
  }
});

test('arrow keys walk the bars one by one, and Escape puts the tip away', async ({ page }) => {
  for (const of of [chart('growth'), chart('base')]) {
    const picture = at(page, of).locator('.picture');
    const tip = picture.locator('.tip');
    const spoken = picture.locator('[aria-live="polite"]');
    await picture.focus();
    await expect(tip).toBeHidden();
    for (const { label, bar, other } of lines(of)) {
      await page.keyboard.press('ArrowDown');
      await expect(tip).toBeVisible();
      await expect(tip).toContainText(`${label}：${bar.series} ${bar.label}`);
      if (other) await expect(tip).toContainText(`${other.series} ${other.label}`);
      await expect(spoken).toHaveText((await tip.textContent()) ?? '');
      await expect(picture.locator('.bar--active')).toHaveCount(other ? 2 : 1);
    }
    await page.keyboard.press('ArrowUp');
    await expect(tip).toContainText(lines(of).at(-2)!.label);
    await page.keyboard.press('Escape');
    await expect(tip).toBeHidden();
    await expect(picture.locator('.bar--active')).toHaveCount(0);
    await expect(picture).toBeFocused();
  }
});

test('the tip says between which numbers a computed one lies', async ({ page }) => {
  const of = chart('base');
  const picture = at(page, of).locator('.picture');
  await picture.focus();
  for (const { other } of lines(of)) {
    await page.keyboard.press('ArrowDown');
    const { low, high } = other!.derived!;
    await expect(picture.locator('.tip')).toContainText(`区间 ${low.toFixed(3)}–${high.toFixed(3)}`);
  }
});

test('a pointer over a line shows its tip, and away from the chart none', async ({ page }) => {
  const of = chart('growth');
  const tip = at(page, of).locator('.tip');
  for (const [nth, { label, bar }] of lines(of).entries()) {
    await at(page, of).locator('.bar').nth(nth).hover(ANYWHERE);
    await expect(tip).toContainText(`${label}：${bar.series} ${bar.label}`);
    await expect(tip).toBeVisible();
  }
  await page.getByRole('heading', { level: 1 }).hover();
  await expect(tip).toBeHidden();
});

test.describe('under a finger', () => {
  test.use({ hasTouch: true });

  test('a tap on a bar shows its tip @phone', async ({ page }) => {
    const of = chart('growth');
    for (const [nth, { label, bar }] of lines(of).entries()) {
      await at(page, of).locator('.bar').nth(nth).tap(ANYWHERE);
      await expect(at(page, of).locator('.tip')).toContainText(`${label}：${bar.series} ${bar.label}`);
      await expect(at(page, of).locator('.tip')).toBeVisible();
    }
  });
});

test('a picture fits its room, and is drawn again when that changes', async ({ page }) => {
  for (const width of [1440, 768, 320]) {
    await page.setViewportSize({ width, height: 900 });
    for (const of of charts) {
      const picture = at(page, of).locator('.picture');
      await expect.poll(() => picture.evaluate((frame) => Math.abs(frame.clientWidth - frame.querySelector('svg')!.clientWidth))).toBeLessThanOrEqual(1);
      const beyond = await picture.locator('text').evaluateAll((texts) => texts.filter((text) => {
        const frame = text.closest('.picture')!.getBoundingClientRect();
        const { left, right } = text.getBoundingClientRect();
        return left < frame.left - 1 || right > frame.right + 1;
      }).map((text) => text.textContent));
      expect(beyond, `${of.id} at ${width} px`).toEqual([]);
    }
  }
});
