// 增长图表: what is drawn is what the report says, and what was computed looks and reads like it.
import { expect, open, test, type Page } from '../../fixtures.ts';
import { lines, sources, unit, type Bar } from '../expected/charts.ts';
import { chart, figure, report, type Chart } from '../expected/pack.ts';
import { inLine, placeName } from '../expected/written.ts';

const { charts } = report;
const allBars = (of: Chart): Bar[] => lines(of).flatMap(({ bar, other }) => (other ? [bar, other] : [bar]));
/** A point on a bar is a point of its line, whichever of the picture's elements takes it. */
const ANYWHERE = { force: true };
const at = (page: Page, { id }: Chart) => page.locator(`#chart-${id}`);
/** The bars of the picture; the legend has some of its own. */
const bars = (page: Page, of: Chart) => at(page, of).locator('.picture .bar');
const legend = (page: Page, of: Chart) => at(page, of).getByRole('list', { name: '图例' }).getByRole('listitem');

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
    await expect(at(page, of).locator('.chart__source .place')).toHaveText(sources(of).map(placeName));
    for (const note of of.notes ?? []) await expect(at(page, of).locator('.chart__notes')).toContainText(note);
  }
});

test('a figure of the report leads to its page wherever a chart says it: in its description and in its notes', async ({ page }) => {
  const ways = (part: string) => page.locator(part).evaluateAll((all) => all.map((link) => ({ said: link.textContent!, href: link.getAttribute('href')! })));
  for (const of of charts.filter((of) => of.figures && unit(of))) {
    const said = await ways(`#chart-${of.id} .chart__description a`);
    expect(said.length, of.id).toBeGreaterThan(0);
    for (const { said: text, href } of said) {
      const known = of.figures!.find((id) => href === `#/figure/${id}`);
      expect(known, `${of.id}: ${href}`).toBeDefined();
      expect(text).toBe(inLine(figure(known!)));
    }
  }
  const nearly = [{ said: '近6倍', href: '#/figure/agreed-investment-growth' }];
  expect(await ways('#chart-growth .chart__notes a')).toEqual(nearly);
  // Before the app, too.
  const before = await page.evaluate(async () => {
    const still = new DOMParser().parseFromString(await (await fetch('./')).text(), 'text/html');
    const links = [...still.querySelectorAll('.chart__notes a')];
    return links.map((link) => ({ said: link.textContent!, href: link.getAttribute('href')! }));
  });
  // Of the one chart, beneath 概览 and among all.
  expect(before.filter(({ href }) => href === nearly[0].href).length).toBeGreaterThanOrEqual(2);
  await page.locator('#chart-growth .chart__notes a').click();
  await expect(page).toHaveURL((url) => url.hash === nearly[0].href);
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
    const expected = allBars(of);
    await expect(bars(page, of)).toHaveCount(expected.length);
    const boxes = await bars(page, of).evaluateAll((all) => all.map((bar) => ['x', 'width'].map((name) => Number(bar.getAttribute(name)))));
    // A chart has one zero line, which writing may interrupt; one of panels has one a panel.
    const axes = await at(page, of).locator('.picture .axis').evaluateAll((all) => all.map((axis) => (axis as SVGGraphicsElement).getBBox().x));
    const values = expected.map(({ value }) => value);
    const longest = values.indexOf(Math.max(...values));
    // Panels share a scale, so that lengths compare from one to another.
    const perUnit = boxes[longest][1] / values[longest];
    for (const [nth, value] of values.entries()) {
      const which = `${of.id}: ${expected[nth].label}`;
      const [x, width] = boxes[nth];
      expect(Math.abs(width - value * perUnit), which).toBeLessThanOrEqual(1);
      expect(axes.some((axis) => Math.abs(x - axis) <= 0.5), `${which} begins at zero`).toBe(true);
    }
    expect(boxes[longest][1], `${of.id}: the longest bar is worth looking at`).toBeGreaterThan(of.kind === 'areas' ? 80 : 200);
  }
});

test('small charts stand in a grid of as many columns as have room, each beneath its heading', async ({ page }) => {
  const of = charts.find(({ kind }) => kind === 'areas')!;
  const panels = [...new Set(lines(of).map(({ panel }) => panel!))];
  for (const [width, columns] of [[320, 1], [768, 2], [1440, 3]]) {
    await page.setViewportSize({ width, height: 900 });
    const headings = at(page, of).locator('.picture .heading');
    await expect(headings).toHaveText(panels);
    const lefts = async () => new Set(await headings.evaluateAll((all) => all.map((text) => text.getAttribute('x')))).size;
    await expect.poll(lefts, `${width} px`).toBe(columns);
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
    const derived = allBars(of).map(({ derived }) => Boolean(derived));
    const fills = await bars(page, of).evaluateAll((all) => all.map((bar) => getComputedStyle(bar).fill));
    expect(fills.map((fill) => fill.includes('#hatch')), of.id).toEqual(derived);
    const marked = await at(page, of).locator('.picture .value').allTextContents();
    expect(marked.map((text) => text.includes('推算')), of.id).toEqual(derived);
    const computed = allBars(of).find(({ derived }) => derived);
    if (!computed) continue;
    await expect(legend(page, of)).toContainText([lines(of)[0].bar.series, computed.series, '四舍五入']);
    await expect(at(page, of).locator('.chart__notes')).toContainText('不是上年公布数');
  }
  expect(charts.flatMap(allBars).some(({ derived }) => derived), 'the pack has something to compute').toBe(true);
});

test('what is only expected has a pattern of its own, and the legend says so', async ({ page }) => {
  for (const of of charts) {
    const expected = allBars(of).map(({ expected }) => expected);
    const fills = await bars(page, of).evaluateAll((all) => all.map((bar) => getComputedStyle(bar).fill));
    expect(fills.map((fill) => fill.includes('#stripe')), of.id).toEqual(expected);
    const told = await legend(page, of).allTextContents();
    expect(told.some((text) => text.includes('预计')), of.id).toBe(expected.includes(true));
  }
  expect(charts.flatMap(allBars).some(({ expected }) => expected), 'the pack has something expected').toBe(true);
});

test('a swatch of the legend looks like the marks that it stands for', async ({ page }) => {
  const look = (mark: Element) => {
    const { fill, stroke, strokeDasharray, fillOpacity } = getComputedStyle(mark);
    return [fill, stroke, strokeDasharray, fillOpacity].join(' ');
  };
  for (const of of charts) {
    const swatches = at(page, of).locator('.key .bar');
    for (let nth = 0; nth < (await swatches.count()); nth += 1) {
      const swatch = await swatches.nth(nth).evaluate(look);
      const marks = await Promise.all((await bars(page, of).all()).map((bar) => bar.evaluate(look)));
      expect(marks, `${of.id}: swatch ${nth}`).toContain(swatch);
    }
  }
});

test('what was counted is told from what was stated, in picture, legend and notes', async ({ page }) => {
  for (const of of charts) {
    const counted = allBars(of).map(({ counted }) => counted);
    const classes = await bars(page, of).evaluateAll((all) => all.map((bar) => bar.classList.contains('bar--counted')));
    expect(classes, of.id).toEqual(counted);
    if (!counted.includes(true)) continue;
    await expect(legend(page, of)).toHaveText(['按报告列名统计，不是公布数']);
    await expect(at(page, of).locator('.chart__notes')).toContainText('不是报告公布的数');
  }
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
    const classes = await bars(page, of).evaluateAll((all) => all.map((bar) => bar.classList.contains('bar--open')));
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
    await expect(table.getByRole('rowheader')).toHaveText(expected.map(({ label, panel }) => (panel ? `${panel}：${label}` : label)));
    for (const [nth, { section, qualifier, bar, other }] of expected.entries()) {
      const cells = table.getByRole('row').nth(nth + 1).getByRole('cell');
      await expect(cells.first()).toHaveText(String(bar.value));
      await expect(cells.last()).toHaveText(placeName(section));
      if (qualifier) await expect(cells.nth(other ? 2 : 1)).toContainText(qualifier);
      if (bar.counted) await expect(cells.nth(2)).toHaveText('统计');
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
  for (const of of [chart('growth'), chart('base'), charts.find(({ kind }) => kind === 'areas')!]) {
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
      await expect(picture.locator('.bar.active')).toHaveCount(other ? 2 : 1);
    }
    await page.keyboard.press('ArrowUp');
    await expect(tip).toContainText(lines(of).at(-2)!.label);
    await page.keyboard.press('Escape');
    await expect(tip).toBeHidden();
    await expect(picture.locator('.bar.active')).toHaveCount(0);
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
    await expect(picture.locator('.tip')).toContainText('区间');
    const [, from, to] = /区间 ([\d.]+)–([\d.]+)/.exec((await picture.locator('.tip').textContent()) ?? '')!;
    const digits = from.split('.')[1].length;
    expect([from, to]).toEqual([low.toFixed(digits), high.toFixed(digits)]);
    expect(Number(to), 'the interval does not collapse').toBeGreaterThan(Number(from));
  }
});

test('a pointer over a line shows its tip beside it, and away from the chart none', async ({ page }) => {
  for (const of of [chart('growth'), charts.find(({ kind }) => kind === 'areas')!]) {
    const tip = at(page, of).locator('.tip');
    for (const [nth, { label, bar, panel }] of lines(of).entries()) {
      // A bar of no length has no place for a pointer.
      if (bar.value === 0) continue;
      // From elsewhere: the tip of the bar above may lie upon this one, and stays while the pointer is on it.
      await page.mouse.move(0, 0);
      await bars(page, of).nth(nth).hover(ANYWHERE);
      await expect(tip).toContainText(`${panel ? `${panel} ` : ''}${label}：${bar.series} ${bar.label}`);
      await expect(tip).toBeVisible();
      const [{ y, height }, told] = [(await bars(page, of).nth(nth).boundingBox())!, (await tip.boundingBox())!];
      expect(told.y - y - height, 'the tip stands close beneath').toBeLessThan(60);
      expect(told.y, 'the tip hides no bar').toBeGreaterThanOrEqual(y + height);
    }
    await page.getByRole('heading', { level: 1 }).hover();
    await expect(tip).toBeHidden();
  }
});

test.describe('under a finger', () => {
  test.use({ hasTouch: true });

  test('a tap on a bar shows its tip @phone', async ({ page }) => {
    const of = chart('growth');
    for (const [nth, { label, bar }] of lines(of).entries()) {
      await bars(page, of).nth(nth).tap(ANYWHERE);
      await expect(at(page, of).locator('.tip')).toContainText(`${label}：${bar.series} ${bar.label}`);
      await expect(at(page, of).locator('.tip')).toBeVisible();
    }
  });
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  for (const ask of ['', '?mode=elder&size=3']) {
    test(`what a tap shows is on the screen, over no bar, and opens its figure${ask && ' in the largest type'}`, async ({ page }) => {
      for (const of of charts.filter(({ figures }) => figures)) {
        await open(page, `#/chart/${of.id}${ask}`);
        const tip = at(page, of).locator('.tip');
        const bar = bars(page, of).first();
        await bar.scrollIntoViewIfNeeded();
        await bar.tap(ANYWHERE);
        await expect(tip, of.id).toBeVisible();
        const [told, drawn] = [(await tip.boundingBox())!, (await at(page, of).locator('.sheet').boundingBox())!];
        expect(told.y, of.id).toBeGreaterThanOrEqual(0);
        expect(told.y + told.height, of.id).toBeLessThanOrEqual(740);
        expect(told.height, of.id).toBeLessThanOrEqual(740 / 2);
        if (drawn.y + drawn.height < 700 - told.height) expect(told.y, of.id).toBeGreaterThanOrEqual(drawn.y + drawn.height);
        await tip.tap();
        await expect(page, of.id).toHaveURL(/#\/figure\//);
      }
    });
  }
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
