// What is painted before the styles are here, and where the masthead stands after them.
import { expect, hold, type Page } from './fixtures.ts';

const STYLES = /\/main-[0-9a-f]+\.css$/;

/** Opens a page whose styles are kept back: the report's name is painted all the same, and stays where it is with them. */
export async function expectNameInPlace(page: Page, path: string): Promise<void> {
  const release = await hold(page, STYLES);
  await page.goto(path, { waitUntil: 'commit' });
  const painted = () => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
  await expect.poll(painted).toBe(1);
  const [org, title] = [page.locator('#first tspan').first(), page.locator('#first tspan').last()];
  await expect(page.locator('#still')).toHaveCount(0);
  const before = [await org.boundingBox(), await title.boundingBox()];
  const said = [await org.textContent(), await title.textContent()];
  const bottom = await page.locator('#first').evaluate((first) => first.getBoundingClientRect().bottom);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const unstyled = await ground();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  release();
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  await expect(page.locator('#first')).toHaveCount(0);
  const masthead = page.locator('.masthead');
  const parts = [masthead.locator('.masthead__org'), masthead.locator('.masthead__title')];
  for (const [nth, part] of parts.entries()) {
    expect(await part.textContent()).toBe(said[nth]);
    const [was, is] = [before[nth]!, (await part.boundingBox())!];
    expect(Math.abs(was.x - is.x), `${said[nth]}: from ${was.x} to ${is.x}`).toBeLessThan(1);
    expect(Math.abs(was.width - is.width), said[nth]!).toBeLessThan(1);
    expect(Math.abs(was.y + was.height / 2 - is.y - is.height / 2), `${said[nth]}: from ${was.y} to ${is.y}`).toBeLessThan(1.5);
  }
  // Where the navigation stands below the name, the masthead goes on.
  expect(bottom).toBeLessThan((await masthead.evaluate((masthead) => masthead.getBoundingClientRect().bottom)) + 1);
  expect(await ground()).toBe(unstyled);
}
