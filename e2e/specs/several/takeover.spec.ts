// Files of other years that take their time: the page before the app shows them, and so does the app from its first moment.
import { expect, jumps, open, test } from '../../fixtures.ts';

const VIEWS = [
  ['2023.html', '#/years', /\/data\/2022\//],
  ['2023.html', '#/charts/base', /\/data\/2022\//],
  ['2024.html', '#/chart/years', /\/data\/2023\//],
  // A chart further down stands as it was until all is here.
  ['2023.html', '#/work/1', /\/data\/2022\//],
] as const;

for (const width of [360, 1280]) {
  for (const [file, hash, other] of VIEWS) {
    test(`nothing jumps at ${width} px when the app takes over ${file}${hash}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const jumped = await jumps(page);
      let isHere = false;
      await page.route(other, async (route) => {
        await new Promise((later) => setTimeout(later, 1500));
        await route.continue();
        isHere = true;
      });
      await open(page, hash, file);
      await expect(page.locator('#still')).toHaveCount(0);
      if (hash === '#/work/1') await page.locator('#chart-years').scrollIntoViewIfNeeded();
      await expect.poll(() => isHere).toBe(true);
      if (hash !== '#/years') await expect(page.locator('#chart-base, #chart-years').locator('.picture svg').first()).toBeVisible();
      await page.waitForTimeout(500);
      expect(await jumped()).toBeLessThanOrEqual(0.02);
    });
  }
}
