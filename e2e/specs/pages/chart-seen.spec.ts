// What eyes of every kind can make out of a chart: contrast, pattern besides colour, no overlap at any width or type size.
import { expect, open, setType, test, type Page } from '../../fixtures.ts';
import { report } from '../expected/pack.ts';

type Seen = { what: string; contrast: number };

/** The contrast of every mark and text of all pictures against what lies beneath it, by WCAG 2's formula. */
const contrasts = (page: Page, selector: string, property: 'fill' | 'stroke') =>
  page.locator(selector).evaluateAll((elements, property): Seen[] => {
    const parse = (colour: string) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
    const luminance = (rgb: number[]) => {
      const [r, g, b] = rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (a: number[], b: number[]) => {
      const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
      return (light + 0.05) / (dark + 0.05);
    };
    return elements.map((element) => {
      const style = getComputedStyle(element);
      const paper = parse(getComputedStyle(element.closest('.chart')!).backgroundColor);
      const inside = element.classList.contains('value--inside');
      const bar = element.closest('svg')!.querySelector('.bar--other');
      const ground = inside && bar ? parse(getComputedStyle(bar).fill) : paper;
      return { what: `${element.getAttribute('class')} ${element.textContent}`, contrast: contrast(parse(style[property]), ground) };
    });
  }, property);

/** A chart of each kind. */
const kinds = report.charts.filter(({ kind }, nth, all) => all.findIndex((other) => other.kind === kind) === nth);

/** Where the areas of a picture are that answer a pointer and lie in the window, by a point near their beginning. */
const areas = (page: Page, id: string) =>
  page.locator(`#chart-${id} .picture .hit`).evaluateAll((all) =>
    all
      .map((area) => area.getBoundingClientRect())
      .map(({ left, top, width, height }) => ({ x: left + Math.min(12, width / 2), y: top + height / 2 }))
      .filter(({ y }) => y > 10 && y < innerHeight - 90),
  );

test.beforeEach(async ({ page }) => {
  await open(page, '#/charts');
  await expect(page.locator('.chart')).toHaveCount(report.charts.length);
  await expect(page.locator('.picture svg')).toHaveCount(report.charts.length);
});

test('texts stand out from their ground by 4.5 to 1', async ({ page }) => {
  const seen = await contrasts(page, '.picture text', 'fill');
  expect(seen.length).toBeGreaterThan(50);
  expect(seen.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
});

test('marks stand out by 3 to 1: what is filled by its colour, what has a pattern by its outline', async ({ page }) => {
  const filled = await contrasts(page, '.picture .bar:not([fill^="url"])', 'fill');
  const patterned = await contrasts(page, '.picture .bar[fill^="url"]', 'stroke');
  expect(filled.length).toBeGreaterThan(10);
  expect(patterned.length).toBeGreaterThan(3);
  expect([...filled, ...patterned].filter(({ contrast }) => contrast < 3)).toEqual([]);
  const lines = await contrasts(page, '.picture .axis, .picture .reference, .picture .interval', 'stroke');
  expect(lines.filter(({ contrast }) => contrast < 3)).toEqual([]);
});

test('what is computed, expected or only a bound differs by more than colour', async ({ page }) => {
  const of = (selector: string) => page.locator(selector).evaluateAll((all) => all.map((mark) => [mark.getAttribute('fill'), getComputedStyle(mark).strokeDasharray]));
  for (const [fill] of await of('.picture .bar--derived')) expect(fill).toMatch(/^url/);
  for (const [fill] of await of('.picture .bar--expected')) expect(fill).toMatch(/^url/);
  for (const [, dashes] of await of('.picture .bar--open')) expect(dashes).not.toBe('none');
  expect((await of('.picture .bar--derived')).length * (await of('.picture .bar--expected')).length).toBeGreaterThan(0);
});

test('in forced colours every mark still differs from the page', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const invisible = await page.locator('.picture .bar, .picture text:not(.value--inside)').evaluateAll(
    (marks, canvas) => marks.filter((mark) => {
      const { fill, stroke } = getComputedStyle(mark);
      return fill === canvas && (stroke === 'none' || stroke === canvas);
    }).map((mark) => `${mark.getAttribute('class')} ${mark.textContent}`),
    canvas,
  );
  expect(invisible).toEqual([]);
  const inside = await page.locator('.picture .value--inside').evaluateAll((texts) => texts.map((text) => [
    getComputedStyle(text).fill,
    getComputedStyle(text.closest('svg')!.querySelector('.bar--other')!).fill,
  ]));
  for (const [text, bar] of inside) expect(text).not.toBe(bar);
});

test('in forced colours writing in a picture has the colour of all other writing', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const colour = await page.locator('.chart__title').first().evaluate((title) => getComputedStyle(title).color);
  const fills = await page.locator('.picture text').evaluateAll((all) => all.map((text) => getComputedStyle(text).fill));
  expect([...new Set(fills)]).toEqual([colour]);
});

test('what a pointer brings goes by Escape wherever the focus is, and stays while the pointer is on it', async ({ page }) => {
  for (const { id, kind } of kinds) {
    const chart = page.locator(`#chart-${id}`);
    const tip = chart.locator('.tip');
    await page.getByRole('heading', { level: 1 }).hover();
    await page.getByRole('button', { name: '长辈版' }).focus();
    await chart.locator('.picture').scrollIntoViewIfNeeded();
    const [first] = await areas(page, id);
    await page.mouse.move(first.x, first.y);
    await expect(tip, kind).toBeVisible();
    const told = await tip.textContent();
    const box = (await tip.boundingBox())!;
    for (const [x, y] of [[box.x + 3, box.y + 3], [box.x + box.width / 2, box.y + box.height / 2], [box.x + box.width - 3, box.y + box.height - 3]]) {
      await page.mouse.move(x, y, { steps: 3 });
      await expect(tip, kind).toHaveText(told!);
    }
    await page.keyboard.press('Escape');
    await expect(tip, kind).toBeHidden();
  }
});

test.describe('under a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap on a mark of any kind of chart shows its tip within the screen, and Escape puts it away', async ({ page }) => {
    for (const { id, kind } of kinds) {
      const chart = page.locator(`#chart-${id}`);
      const tip = chart.locator('.tip');
      await chart.locator('.picture').scrollIntoViewIfNeeded();
      const marks = await areas(page, id);
      expect(marks.length, kind).toBeGreaterThan(0);
      const told = new Set<string | null>();
      for (const { x, y } of marks.slice(0, 4)) {
        await page.touchscreen.tap(x, y);
        await expect(tip, kind).toBeVisible();
        told.add(await tip.textContent());
        const box = (await tip.boundingBox())!;
        expect(box.x, kind).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width, kind).toBeLessThanOrEqual(390);
      }
      expect(told.size, kind).toBe(Math.min(4, marks.length));
      await page.keyboard.press('Escape');
      await expect(tip, kind).toBeHidden();
    }
  });
});

test('a reader who wants no motion sees none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.locator('.chart, .chart *').evaluateAll((all) => all.filter((element) => {
    const { transitionDuration, animationName } = getComputedStyle(element);
    return animationName !== 'none' || transitionDuration.split(',').some((time) => parseFloat(time) > 0);
  }).length);
  expect(moving).toBe(0);
});

test('no text lies upon another or leaves its picture, from 320 to 1600 px, in normal and in large type', async ({ page }) => {
  test.setTimeout(120_000);
  for (const size of [18, 27]) {
    await setType(page, size);
    for (const width of [320, 360, 480, 600, 768, 900, 1024, 1280, 1440, 1600]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => page.locator('.picture').evaluateAll((frames) => frames.every((frame) => Math.abs(frame.clientWidth - frame.querySelector('svg')!.clientWidth) <= 1))).toBe(true);
      const faults = await page.locator('.picture').evaluateAll((frames) => frames.flatMap((frame) => {
        const box = frame.getBoundingClientRect();
        const texts = [...frame.querySelectorAll('text')].map((text) => ({ text: text.textContent, rect: text.getBoundingClientRect() }));
        const out = texts.filter(({ rect }) => rect.left < box.left - 1 || rect.right > box.right + 1 || rect.bottom > box.bottom + 2);
        const over = texts.flatMap((a, nth) => texts.slice(nth + 1).filter((b) => {
          const across = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
          // A line of writing is as high as its letters, not as the box that browsers put around them.
          const down = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
          return across > 1 && down > Math.min(a.rect.height, b.rect.height) * 0.3;
        }).map((b) => `${a.text} upon ${b.text}`));
        return [...out.map(({ text }) => `${text} leaves`), ...over].map((fault) => `${frame.closest('.chart')!.id}: ${fault}`);
      }));
      expect(faults, `at ${width} px, type of ${size} px`).toEqual([]);
    }
  }
});

test('a reader who makes the type larger, and nothing else, has pictures laid out for it, and back again', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const heights = () => page.locator('.picture svg').evaluateAll((all) => all.map((svg) => Number(svg.getAttribute('height'))));
  const widthsMatch = () => page.locator('.picture').evaluateAll((frames) => frames.every((frame) => Math.abs(frame.clientWidth - frame.querySelector('svg')!.clientWidth) <= 1));
  await expect.poll(widthsMatch).toBe(true);
  const before = await heights();
  await setType(page, 24);
  await expect.poll(async () => (await heights()).every((height, nth) => height > before[nth])).toBe(true);
  const cut = await page.locator('.picture').evaluateAll((frames) => frames.flatMap((frame) => {
    const box = frame.getBoundingClientRect();
    return [...frame.querySelectorAll('text')]
      .filter((text) => text.getBoundingClientRect().left < box.left - 1 || text.getBoundingClientRect().right > box.right + 1)
      .map((text) => text.textContent);
  }));
  expect(cut).toEqual([]);
  await setType(page, 18);
  await expect.poll(heights).toEqual(before);
});
