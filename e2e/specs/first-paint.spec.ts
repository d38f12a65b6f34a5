// The first thing that a reader on a slow line sees, and what is on its way meanwhile.
import { expectNameInPlace } from '../first.ts';
import { expect, hold, open, test } from '../fixtures.ts';

for (const width of [360, 600, 768, 1024, 1440, 1920]) {
  test(`at ${width} px the report's name stands where it will, before any style is here`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await expectNameInPlace(page, './#/enterprises');
  });
}

test('nothing of it is left over in a frame', async ({ page }) => {
  await open(page, '#/problems?embed=1');
  await expect(page.locator('#first')).toHaveCount(0);
});

for (const hash of ['#/?mode=elder', '#/?contrast=high']) {
  test(`${hash} is shown without it as soon as there are styles`, async ({ page }) => {
    const release = await hold(page, /boot\.js$/);
    await page.goto(`./${hash}`, { waitUntil: 'commit' });
    await expect(page.locator('#first')).toHaveCSS('display', 'none');
    release();
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  });
}

test('without script the page itself lies over it', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL, viewport: { width: 1440, height: 800 } });
  const page = await context.newPage();
  await page.goto('./', { waitUntil: 'load' });
  const masthead = (await page.locator('.masthead').boundingBox())!;
  const first = (await page.locator('#first').boundingBox())!;
  expect(masthead.y).toBeLessThan(first.height);
  for (const part of ['#still', '#boot-none']) await expect(page.locator(part)).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await context.close();
});

test('who reads in 长辈版 sees no other page before it', async ({ page }) => {
  const release = await hold(page, /\/reading-[0-9a-f]+\.css$/);
  await page.goto('./#/problems?mode=elder', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-styles', 'coming');
  await expect(page.locator('body')).toHaveCSS('visibility', 'hidden');
  release();
  await expect(page.locator('body')).toHaveCSS('visibility', 'visible');
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
});

test('the files of the report are on their way before the index of reports is here', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/data/')[1] ?? ''));
  const release = await hold(page, /\/data\/index\.json$/);
  await page.goto('./#/enterprises', { waitUntil: 'commit' });
  const files = ['report', 'figures', 'enterprises', 'projects'].map((name) => `2021/${name}.json`);
  await expect.poll(() => files.filter((file) => !asked.includes(file))).toEqual([]);
  release();
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  // Each once: the app takes over what is on its way.
  expect(asked.filter((file) => files.includes(file)).sort()).toEqual(files.sort());
});
