// The harness itself: what it counts to a page as a fault, and what not.
import { open, test } from '../fixtures.ts';

test('what a page asks for in its last moment is no fault of it, also after a step within itself', async ({ page }) => {
  await open(page, '#/');
  // Whenever its last moment is, it takes a step in it and asks for something then.
  await page.evaluate(() => {
    setInterval(() => {
      history.replaceState(history.state, '', location.href);
      for (const wait of [0, 2, 5]) setTimeout(() => fetch('data/index.json').catch(() => {}), wait);
    }, 7);
  });
  await open(page, '#/about');
});

test('what a page breaks off while it stands is a fault of it, also after a step within itself', async ({ page }) => {
  test.fail();
  await open(page, '#/');
  await page.route(/given=/, () => {});
  await page.evaluate(async () => {
    history.replaceState(history.state, '', location.href);
    const given = new AbortController();
    const answer = fetch('data/index.json?given=up', { signal: given.signal }).catch(() => {});
    setTimeout(() => given.abort(), 100);
    await answer;
  });
});
