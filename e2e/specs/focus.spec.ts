// Where the keyboard is can be seen: never covered by something else, and always marked (WCAG 2.4.11, 2.4.13).
import { expect, open, test, type Page } from '../fixtures.ts';
import { enterprises } from './expected/pack.ts';

const PAGES = [
  '#/', '#/work', '#/enterprises?q=丝绸&industry=丝绸纺织', `#/enterprises?compare=${enterprises.slice(0, 2).map(({ id }) => id).join(',')}`,
  `#/enterprises/${enterprises[0].id}`, '#/projects', '#/charts', '#/problems', '#/figure/output-above-scale', '#/search?q=产业', '#/about',
];
/** The bar of picks stands over the list, and in large type it is high. */
const PICKED = `#/enterprises?compare=${enterprises.slice(0, 3).map(({ id }) => id).join(',')}&mode=elder`;
/** More stops than this show nothing that the first ones do not. */
const MOST = 90;

for (const [width, height] of [[360, 640], [1280, 720]]) {
  for (const address of [...PAGES, PICKED]) {
    test(`nothing covers what has the focus on “${address}” at ${width} px, to and fro`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await open(page, address);
      await page.waitForLoadState('networkidle');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const there = await walk(page, 'Tab');
      expect(there.stops).toBeGreaterThan(12);
      expect(there.amiss).toEqual([]);
      const back = await walk(page, 'Shift+Tab', there.stops);
      expect(back.stops).toBeGreaterThan(12);
      expect(back.amiss).toEqual([]);
    });
  }
}

/** Goes from stop to stop until the page ends, and looks at each. */
async function walk(page: Page, key: string, most = MOST): Promise<{ stops: number; amiss: string[] }> {
  const amiss: string[] = [];
  let stops = 0;
  while (stops < most) {
    await page.keyboard.press(key);
    const found = await page.evaluate(look);
    if (found === null) break;
    stops += 1;
    amiss.push(...found);
  }
  return { stops, amiss };
}

/** What is wrong with the place of the focus; null where the page has none. */
function look(): string[] | null {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body) return null;
  const name = `${element.tagName}.${element.className} ${element.textContent!.trim().slice(0, 16)}`;
  const found: string[] = [];

  // What is broken into lines has a box for each of them.
  const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const hit = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
    const top = document.elementFromPoint(x, y);
    // The label of a box is part of it, and a tip of its picture.
    return top !== null && (element.contains(top) || top.contains(element) || element.closest('label')?.contains(top) === true);
  };
  const inset = 3;
  const points = boxes.flatMap(({ left, right, top, bottom }) => {
    const [l, r, t, b] = [left + inset, right - inset, top + inset, bottom - inset];
    return [[(l + r) / 2, (t + b) / 2], [l, t], [r, t], [l, b], [r, b]];
  });
  const free = points.filter(([x, y]) => hit(x, y)).length;
  // What is higher than the window cannot be in it whole.
  const fits = boxes.every(({ width, height }) => width <= innerWidth && height <= innerHeight - 100);
  if (free === 0 || (fits && free < points.length)) found.push(`${name}: ${free} of ${points.length} points are free`);

  const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const parts = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]: number[]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
  const ground = (from: Element | null): number[] => {
    for (let at = from; at; at = at.parentElement) {
      const color = parts(getComputedStyle(at).backgroundColor);
      if (color.length > 0 && color[3] !== 0) return color;
    }
    return [255, 255, 255];
  };
  const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element);
  // An outline that lies within stands on the element itself, one around it on what it stands on.
  const behind = ground(Number.parseFloat(outlineOffset) < 0 ? element : element.parentElement);
  const [low, high] = [light(parts(outlineColor)), light(behind)].sort((a, b) => a - b);
  const contrast = (high + 0.05) / (low + 0.05);
  const marked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && contrast >= 3;
  if (!marked) found.push(`${name}: marked by ${outlineStyle} ${outlineWidth} at ${contrast.toFixed(2)}:1`);
  return found;
}
