// Larger by the browser's own means: zoom up to 400 %, and type set wider apart by the reader. Nothing is cut off.
import { expect, expectNothingBeyond, open, test, type Page } from '../fixtures.ts';
import { enterprises } from './expected/pack.ts';

const PAGES = [
  '#/', '#/work', '#/enterprises', '#/enterprises?q=丝绸&tag=出口增长&growth=10..50', `#/enterprises/${enterprises[0].id}`,
  `#/compare?compare=${enterprises.slice(0, 3).map(({ id }) => id).join(',')}`,
  '#/projects', '#/charts', '#/problems', '#/figure/output-above-scale', '#/search?q=产业', '#/about',
];

async function come(page: Page, address: string): Promise<void> {
  await open(page, address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
}

const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';

/** Writing that does not fit into the box that cuts it off, and writing that lies upon other writing. */
const amiss = (page: Page) =>
  page.evaluate(() => {
    const name = (element: Element) => `${element.tagName}.${element.getAttribute('class')} ${element.textContent!.trim().slice(0, 16)}`;
    const seen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen, .skip, svg') && getComputedStyle(element).clip === 'auto';
    const all = [...document.querySelectorAll('body *')].filter(seen);
    // A frame that scrolls shows all of it, though not at once.
    const clips = (value: string) => value === 'hidden' || value === 'clip';
    const cut = all.filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const tooWide = clips(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const tooHigh = clips(overflowY) && element.scrollHeight > element.clientHeight + 1;
      return element.textContent!.trim() !== '' && (tooWide || tooHigh);
    });
    const fixed = all.filter((element) => ['fixed', 'sticky'].includes(getComputedStyle(element).position));
    const lines = all
      // What stays where it is lies upon whatever is scrolled beneath it.
      .filter((element) => !fixed.some((other) => other.contains(element)))
      .flatMap((element) =>
        [...element.childNodes]
          .filter((node) => node.nodeType === 3 && node.textContent!.trim())
          .flatMap((node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            return [...range.getClientRects()].map(({ left, right, top, bottom }) => ({ element, node, left, right, top, bottom }));
          }),
      )
      .filter(({ left, right }) => right - left > 1)
      .sort((one, other) => one.top - other.top);
    const upon: string[] = [];
    lines.forEach((one, nth) => {
      for (let next = nth + 1; next < lines.length && lines[next].top < one.bottom; next += 1) {
        const other = lines[next];
        // The boxes of lines overlap by what is above and below their letters; letters do when it is a third of them.
        const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const least = Math.min(one.bottom - one.top, other.bottom - other.top);
        if (one.node !== other.node && wide > 2 && high > least / 3) upon.push(`${name(one.element)} | ${name(other.element)}`);
      }
    });
    const pictures = [...document.querySelectorAll('.picture svg')].filter((svg) => svg.checkVisibility());
    const words = pictures.map((svg) => [...svg.querySelectorAll('text')].map((text) => ({ text, box: text.getBoundingClientRect() })));
    const out = words.flat().filter(({ box }) => box.width > 0 && (box.left < 0 || box.right > innerWidth)).map(({ text }) => name(text));
    for (const all of words) {
      all.forEach((one, nth) => {
        for (const other of all.slice(nth + 1)) {
          const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          if (wide > 2 && high > Math.min(one.box.height, other.box.height) / 3) upon.push(`${name(one.text)} | ${name(other.text)}`);
        }
      });
    }
    return { cut: [...cut.map(name), ...out], upon };
  });

/** How much of the window is covered by what stays where it is when the page is scrolled. */
const covered = (page: Page) =>
  page.evaluate(async () => {
    const fixed = [...document.querySelectorAll('body *')].filter((element) => {
      const { position } = getComputedStyle(element);
      return (position === 'fixed' || position === 'sticky') && element.checkVisibility() && !element.closest('.list__frame');
    });
    let most = 0;
    for (let y = 0; y <= document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      const shown = fixed.map((element) => {
        const { top, bottom, width } = element.getBoundingClientRect();
        return width < innerWidth / 2 ? 0 : Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0));
      });
      most = Math.max(most, shown.reduce((sum, height) => sum + height, 0));
    }
    scrollTo(0, 0);
    return most / innerHeight;
  });

for (const zoom of [2, 4]) {
  test.describe(`at ${zoom * 100} %`, () => {
    test.use({ viewport: { width: 1280 / zoom, height: 1024 / zoom }, deviceScaleFactor: zoom });

    test('nothing scrolls sideways, is cut off or stands in the way', async ({ page }) => {
      for (const address of PAGES) {
        await come(page, address);
        await expectNothingBeyond(page, address);
        expect.soft(await amiss(page), address).toEqual({ cut: [], upon: [] });
        expect.soft(await covered(page), address).toBeLessThanOrEqual(1 / 3);
      }
    });

    test('picked rows and their bar leave most of the window to the list', async ({ page }) => {
      await come(page, `#/enterprises?compare=${enterprises.slice(0, 4).map(({ id }) => id).join(',')}`);
      await expect(page.locator('.picks')).toBeVisible();
      await expectNothingBeyond(page, 'with picks');
      expect(await covered(page)).toBeLessThanOrEqual(1 / 3);
    });
  });
}

test.describe('with type set apart as WCAG 1.4.12 has it', () => {
  // The reader's own style sheet is none of the page's, which the policy would refuse.
  test.use({ bypassCSP: true });

  for (const width of [360, 1280]) {
    test(`nothing is cut off, lies upon another or scrolls sideways at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      for (const address of PAGES) {
        await come(page, address);
        await page.addStyleTag({ content: SPACING });
        expect(await page.locator('h1').evaluate((h1) => Number.parseFloat(getComputedStyle(h1).letterSpacing))).toBeGreaterThan(2);
        await expectNothingBeyond(page, address);
        expect.soft(await amiss(page), address).toEqual({ cut: [], upon: [] });
      }
    });
  }
});

for (const [ask, width] of [['mode=elder&size=3', 320], ['mode=elder&size=3', 360], ['mode=elder', 320], ['size=3', 320], ['size=3', 430]] as const) {
  test(`with ${ask} at ${width} px no writing stands one character below the other`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const address of ['#/search?q=亿元', '#/enterprises', '#/projects', '#/work', '#/problems', '#/figure/output-above-scale']) {
      await come(page, `${address}${address.includes('?') ? '&' : '?'}${ask}`);
      for (const summary of await page.locator('details.explorer__facets:not([open]) > summary').all()) await summary.click();
      const narrow = await page.evaluate(() => {
        const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen, .skip, svg') && getComputedStyle(element).clip === 'auto';
        const all = [...document.querySelectorAll('main *')].filter(isSeen);
        // By its lines: a long writing has one of at least four characters.
        return all.flatMap((element) =>
          [...element.childNodes].flatMap((node) => {
            const text = node.nodeType === Node.TEXT_NODE ? node.textContent!.trim() : '';
            if (text.length < 6) return [];
            const range = document.createRange();
            range.selectNodeContents(node);
            const lines = [...range.getClientRects()].map(({ width }) => width);
            return lines.length > 2 && Math.max(...lines) < 3.5 * Number.parseFloat(getComputedStyle(element).fontSize) ? [`${element.className}: ${text.slice(0, 16)}`] : [];
          }),
        );
      });
      expect(narrow, address).toEqual([]);
    }
  });
}
