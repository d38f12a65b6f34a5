// How running text breaks.
import { expect, go, open, test } from '../fixtures.ts';
import { enterprises } from './expected/pack.ts';

const PROSE = '.chart__description, .chart__notes p, .section__summary, .point__text, .event__text, .highlight__text, .problem p, .plan li, .derived, .told dd, .found__detail';

for (const width of [320, 360, 768]) {
  test(`no number parts from its unit at the end of a line, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page, '#/charts');
    let numbers = 0;
    for (const address of ['#/charts', '#/', '#/work', '#/problems', '#/figure/output-above-scale', '#/about', '#/search?q=亿元', `#/enterprises/${enterprises[0].id}`]) {
      await go(page, address);
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
      await expect(page.locator(PROSE).first()).toBeAttached();
      const seen = await page.locator(PROSE).evaluateAll((all) => {
        const broken: string[] = [];
        let count = 0;
        for (const element of all) {
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const node = walker.currentNode as Text;
            for (const match of node.data.matchAll(/\d[\d.,]* ?(亿元|万元|%|余?(家次|人次|个|家|人|名|次|项|件|起|份|套|户|倍))/g)) {
              const range = document.createRange();
              range.setStart(node, match.index!);
              range.setEnd(node, match.index! + match[0].length);
              const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
              count += 1;
              if (lines.size > 1) broken.push(match[0]);
            }
          }
        }
        return { broken, count };
      });
      expect(seen.broken, address).toEqual([]);
      numbers += seen.count;
    }
    expect(numbers).toBeGreaterThan(50);
  });
}
