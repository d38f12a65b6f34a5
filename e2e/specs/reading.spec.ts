// How somebody wants to read: type, 高对比, 长辈版 and 朗读, with the app and without it.
import { expect, expectAccessible, expectNothingBeyond, go, hold, open, test, type Page } from '../fixtures.ts';
import { rows } from '../list.ts';
import { enterprises, projects, report } from './expected/pack.ts';

const PAGES = ['#/', '#/work', '#/enterprises', `#/enterprises/${enterprises[0].id}`, '#/projects', '#/charts', '#/problems'];
const bar = (page: Page) => page.getByRole('region', { name: '阅读方式' });
const way = (page: Page, name: string | RegExp) => bar(page).getByRole('button', { name });
const type = (page: Page) => page.locator('body').evaluate((body) => Number.parseFloat(getComputedStyle(body).fontSize));
const at = (hash: string) => new RegExp(`${hash.replace(/[?.+]/g, '\\$&')}$`);
const ready = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible();

test('长辈版 is switched on and off, and goes with the reader from page to page and from visit to visit', async ({ page, context }) => {
  await open(page, '#/enterprises');
  expect(await type(page)).toBe(18);
  await expect(way(page, '朗读')).toBeHidden();
  await way(page, '长辈版').click();
  await expect(way(page, '长辈版')).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(at('#/enterprises?mode=elder'));
  expect(await type(page)).toBe(24);
  // What the app asks for is in the address beside it.
  await page.locator('.facet__value input').first().check();
  await expect(page).toHaveURL(/#\/enterprises\?industry=.+&mode=elder$/);
  await page.getByRole('link', { name: '项目', exact: true }).click();
  await expect(page).toHaveURL(at('#/projects?mode=elder'));
  await page.goBack();
  await expect(page).toHaveURL(/#\/enterprises\?industry=.+&mode=elder$/);
  // Somebody who comes back, by an address that says nothing of it.
  const later = await context.newPage();
  await open(later, '#/problems');
  await expect(later).toHaveURL(at('#/problems?mode=elder'));
  expect(await type(later)).toBe(24);
  await way(later, '长辈版').click();
  await expect(later).toHaveURL(at('#/problems'));
  await open(later, '#/work');
  expect(await type(later)).toBe(18);
});

test('to switch is no step: what was gone back to before is gone back to after, read as the reader reads now', async ({ page }) => {
  await open(page, '#/problems');
  await go(page, '#/projects');
  await expect(rows(page).first()).toBeVisible();
  await way(page, '高对比').click();
  await expect(page).toHaveURL(at('#/projects?contrast=high'));
  await page.goBack();
  await expect(page).toHaveURL(at('#/problems?contrast=high'));
  await expect(page.locator('.problem')).toHaveCount(report.problems.length);
  await way(page, '高对比').click();
  await page.goForward();
  await expect(rows(page).first()).toBeVisible();
  await expect(page).toHaveURL(at('#/projects'));
  await expect(way(page, '高对比')).toHaveAttribute('aria-pressed', 'false');
});

test('type goes up and down by steps with an end, and says how large it is', async ({ page }) => {
  await open(page, '#/work');
  const sizes: number[] = [];
  for (let step = 0; step < 4; step += 1) {
    // At the end of the steps the button says that it does nothing, and does nothing.
    await way(page, /A\+/).click({ force: step === 3 });
    sizes.push(Math.round((await type(page)) * 10) / 10);
  }
  expect(sizes).toEqual([20.3, 22.8, 25.6, 25.6]);
  await expect(way(page, /A\+/)).toHaveAttribute('aria-disabled', 'true');
  await expect(page.locator('#reading-said')).toHaveText('字号 142%');
  await expect(page).toHaveURL(at('#/work?size=3'));
  await way(page, /标准字号/).click();
  await expect(page).toHaveURL(at('#/work'));
  await way(page, /A−/).click();
  expect(await type(page)).toBeCloseTo(16, 1);
  await expect(way(page, /A−/)).toHaveAttribute('aria-disabled', 'true');
  // The type of 长辈版 is as small as it may be.
  await way(page, '长辈版').click();
  await expect(way(page, '长辈版')).toHaveAttribute('aria-pressed', 'true');
  expect(await type(page)).toBe(24);
  await expect(way(page, /A−/)).toHaveAttribute('aria-disabled', 'true');
});

test('an address says how it is read, and what it says amiss is as usual', async ({ page }) => {
  for (const [hash, size, url] of [
    ['#/charts?mode=elder&size=1', 27, '#/charts?mode=elder&size=1'],
    ['#/charts?mode=young&size=many', 18, '#/charts'],
    ['#/charts?size=99', 25.6, '#/charts?size=3'],
    ['#/charts?mode=elder&size=-1', 24, '#/charts?mode=elder'],
  ] as const) {
    await open(page, hash);
    expect(await type(page)).toBeCloseTo(size, 1);
    await expect(page).toHaveURL(at(url));
    await expect(page.locator('.notice')).toHaveCount(0);
  }
});

test('it is so before anything is painted, and without the app', async ({ page, allowFailure }) => {
  const wasm = /_bg\.wasm$/;
  allowFailure(/annual-report-app|boot\.js/);
  const release = await hold(page, wasm);
  await page.goto('./#/enterprises?mode=elder', { waitUntil: 'domcontentloaded' });
  expect(await type(page)).toBe(24);
  await way(page, '高对比').click();
  await expect(page).toHaveURL(at('#/enterprises?mode=elder&contrast=high'));
  release();
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  await expect(page).toHaveURL(at('#/enterprises?mode=elder&contrast=high'));
  await page.route(wasm, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('about:blank');
  await page.goto('./#/problems');
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'failed');
  // How it is read is no condition that only the app could answer.
  await expect(page.locator('#boot-asked')).toBeHidden();
  expect(await type(page)).toBe(24);
  await way(page, '长辈版').click();
  expect(await type(page)).toBe(18);
  await page.locator('#still').getByRole('navigation', { name: '页面' }).getByRole('link', { name: '项目' }).click();
  await expect(page).toHaveURL(at('#/projects?contrast=high'));
});

test('a browser that refuses storage remembers by the address', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } });
  });
  await open(page, '#/work');
  await way(page, '长辈版').click();
  await go(page, '#/problems');
  await expect(page).toHaveURL(at('#/problems?mode=elder'));
  await page.reload();
  expect(await type(page)).toBe(24);
});

test('however it is read, a list shows the rows that were found and no others @phone', async ({ page }) => {
  for (const ask of ['', 'mode=elder', 'contrast=high', 'mode=elder&size=3']) {
    for (const [address, all] of [['#/enterprises?q=丝绸', enterprises], ['#/projects?q=技改', projects]] as const) {
      await open(page, `${address}&${ask}`);
      const found = Number(/筛选后 (\d+)/.exec((await page.locator('.count').textContent())!)![1]);
      expect(found).toBeGreaterThan(0);
      expect(found).toBeLessThan(all.length);
      await expect(page.locator('.list__row:visible'), `${address} ${ask}`).toHaveCount(found);
      await expect(page.locator('[hidden]:visible'), `${address} ${ask}`).toHaveCount(0);
    }
  }
});

test('a frame is read as its address says, and offers nothing of it', async ({ page }) => {
  await open(page, '#/problems?embed=1&mode=elder');
  expect(await type(page)).toBe(24);
  await expect(bar(page)).toHaveCount(0);
});

for (const width of [360, 1440]) {
  test(`长辈版 keeps its measures at ${width} px: type, lines, numbers, what is pressed`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 900 });
    await open(page, '#/?mode=elder');
    const numbers = await page.locator('.card .amount__number').evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(40);
    for (const address of PAGES) {
      await go(page, address);
      await ready(page);
      await page.waitForLoadState('networkidle');
      const found = await page.evaluate(() => {
        const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true } as CheckVisibilityOptions) && !element.closest('.unseen, svg, .skip');
        const name = (element: Element) => `${element.tagName}.${element.className} ${(element.textContent ?? '').trim().slice(0, 12)}`;
        const words = [...document.querySelectorAll('body *')].filter(
          (element) => seen(element) && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim()),
        );
        const small: string[] = [];
        const close: string[] = [];
        for (const element of words) {
          const { fontSize, lineHeight, display } = getComputedStyle(element);
          const size = Number.parseFloat(fontSize);
          // Marks beside a number are smaller than it, and still no smaller than the text of others.
          const least = element.matches('.badge, .amount__unit, .amount__unit *, .figure__arrow, .none') ? 17 : 23.9;
          if (size < least && size > 0) small.push(`${name(element)} ${size}`);
          if (display === 'block' && element.matches('p, li, dd, dt') && Number.parseFloat(lineHeight) < 1.5 * size - 0.1) close.push(`${name(element)} ${lineHeight}`);
        }
        const pressed = [...document.querySelectorAll('a[href], button, summary, input:not([type=checkbox]), label.facet__value, label.pick')].filter(
          // A word in a sentence is as high as its line.
          (element) => seen(element) && !element.closest('p, .point__text, .event__text'),
        );
        const tight = pressed.flatMap((element) => {
          const { width, height } = element.getBoundingClientRect();
          return width >= 59.5 && height >= 59.5 ? [] : [`${name(element)} ${Math.round(width)}×${Math.round(height)}`];
        });
        return { small: [...new Set(small)], close: [...new Set(close)], tight: [...new Set(tight)], words: words.length, pressed: pressed.length };
      });
      expect.soft({ small: found.small, close: found.close, tight: found.tight.slice(0, 12) }, address).toEqual({ small: [], close: [], tight: [] });
      expect(found.words).toBeGreaterThan(20);
      expect(found.pressed).toBeGreaterThan(10);
    }
  });
}

for (const [width, size] of [[320, 0], [320, 3], [360, 1], [375, 0], [390, 0], [412, 0], [430, 0], [768, 0], [768, 3], [1440, 0]]) {
  test(`in 长辈版 nothing scrolls sideways at ${width} px, size ${size}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, `#/?mode=elder&size=${size}`);
    for (const address of PAGES) {
      await go(page, address);
      await ready(page);
      await expectNothingBeyond(page, address);
    }
  });
}

for (const width of [900, 1024]) {
  test(`a list has room beside its conditions, or stands beneath them, at ${width} px in the largest type`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ['#/enterprises?size=3', '#/projects?size=3']) {
      await open(page, address);
      await expect(rows(page).first()).toBeVisible();
      await expectNothingBeyond(page, address);
    }
  });
}

for (const [width, asked] of [320, 360, 600, 768].flatMap((width) => ['mode=elder', 'size=3', 'mode=elder&size=3'].map((asked) => [width, asked] as const))) {
  test(`what a menu opens stays on the screen at ${width} px, ${asked}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ['#/charts', '#/enterprises', '#/projects']) {
      await open(page, `${address}?${asked}`);
      const menus = page.locator('main .menu');
      await expect(menus.first()).toBeVisible();
      // Of every kind the first, and of the choices all: each chart has its own.
      const names = await menus.locator('summary').allTextContents();
      for (const [nth, name] of names.entries()) {
        if (name !== '选项' && names.indexOf(name) < nth) continue;
        const menu = menus.nth(nth);
        await menu.locator('summary').click();
        await expect(menu.locator('.menu__body :is(button, input)').first()).toBeVisible();
        await expectNothingBeyond(page, `${address}: ${name} ${nth}`);
        const body = await menu.locator('.menu__body').evaluate((body) => ({
          left: Math.min(0, body.getBoundingClientRect().left),
          beyond: body.scrollWidth - body.clientWidth,
        }));
        expect(body, `${address}: ${name} ${nth}`).toEqual({ left: 0, beyond: 0 });
        await page.keyboard.press('Escape');
      }
    }
    await page.getByRole('button', { name: '嵌入' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    expect(await dialog.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
    await expectNothingBeyond(page, '嵌入');
  });
}

for (const [name, asked] of [['长辈版', 'mode=elder'], ['高对比', 'contrast=high'], ['both', 'mode=elder&contrast=high&size=2']]) {
  test(`axe finds nothing in ${name} @phone`, async ({ page }) => {
    test.setTimeout(180_000);
    await open(page, `#/?${asked}`);
    for (const address of PAGES) {
      await go(page, address);
      await ready(page);
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
    }
  });
}

const FURTHER = [`#/compare?compare=${enterprises.slice(0, 3).map(({ id }) => id).join(',')}`, '#/projects/data-lake-park', '#/figure/output-above-scale', '#/search?q=产业', '#/about'];

for (const [name, asked] of [['长辈版', 'mode=elder'], ['高对比', 'contrast=high']]) {
  test(`axe finds nothing in ${name} on pages that others lead to, nor in what opens over a page @phone`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.route(/\/park\/2021\/$/, async (route) => {
      const answer = await route.fetch();
      const text = (await answer.text()).replace('</title>', '</title><meta name="original" content="data/2021/source.json">');
      await route.fulfill({ response: answer, body: text });
    });
    const passages = ['2.1', '2.2', '2.3'].map((place) => ({ place, text: `（二）示例 ${place}` }));
    await page.route(/source\.json$/, (route) => route.fulfill({ json: { passages } }));
    await open(page, `#/?${asked}`);
    for (const address of FURTHER) {
      await go(page, address);
      await ready(page);
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
    }
    await go(page, '#/work/2.2');
    await page.locator('[id="at-2.2"]').getByText('看原文').click();
    await expect(page.locator('.original__text mark')).toHaveText([passages[1].text]);
    await expectAccessible(page);
    for (const menu of ['选项', '下载', '更多']) {
      await go(page, '#/problems');
      await go(page, '#/chart/growth');
      await page.locator('.chart summary', { hasText: menu }).click();
      await expect(page.locator('.chart .menu__body:visible')).toHaveCount(1);
      await expectAccessible(page);
    }
    await go(page, '#/problems');
    await page.locator('.colophon').getByRole('button', { name: '嵌入' }).click();
    await expect(page.locator('dialog[open]')).toBeVisible();
    await expectAccessible(page);
  });
}

test('高对比 stands at 7:1 and more, also in pictures', async ({ page }) => {
  await open(page, '#/charts?contrast=high');
  await expect(page.locator('#chart-growth svg').first()).toBeVisible();
  for (const address of [...PAGES, '#/search?q=产业', '#/enterprises?q=丝绸', '#/figure/output-above-scale', '#/about']) {
    await go(page, address);
    await ready(page);
    if (address.includes('?q=')) await expect(page.locator('main mark').first()).toBeVisible();
    const faint = await page.evaluate(() => {
      const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
      const parts = (color: string) => color.match(/[\d.]+/g)!.map(Number);
      const light = ([r, g, b]: number[]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
      const ground = (element: Element | null): number[] => {
        for (; element; element = element.parentElement) {
          const color = parts(getComputedStyle(element).backgroundColor);
          if (color[3] !== 0) return color;
        }
        return [255, 255, 255];
      };
      const found = new Set<string>();
      for (const element of document.querySelectorAll('body *')) {
        const isWord = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim());
        if (!isWord || !element.checkVisibility() || element.closest('.unseen, .skip, option')) continue;
        const style = getComputedStyle(element);
        const isInside = element.matches('.value--inside');
        const color = parts(element.closest('svg') ? style.fill : style.color);
        const [one, other] = [light(color), isInside ? light(parts('255, 225, 77')) : light(ground(element))].sort((a, b) => b - a);
        const ratio = (one + 0.05) / (other + 0.05);
        if (ratio < 7) found.add(`${element.tagName}.${element.getAttribute('class')} ${ratio.toFixed(2)}`);
      }
      return [...found];
    });
    expect(faint, address).toEqual([]);
  }
});

test('in 长辈版 the arrow is large upon everything that is pressed, also upon what does nothing now', async ({ page }) => {
  for (const address of ['#/enterprises?mode=elder', '#/charts?mode=elder&size=3']) {
    await open(page, address);
    await ready(page);
    const small = await page.locator('a[href], button, summary, label, input').evaluateAll((all) =>
      all.filter((one) => one.checkVisibility() && !getComputedStyle(one).cursor.startsWith('url(')).map((one) => `${one.className} ${one.textContent}`),
    );
    expect(small, address).toEqual([]);
    await expect(way(page, address.includes('size') ? /A\+/ : /A−/)).toHaveAttribute('aria-disabled', 'true');
  }
});

test('charts are laid out anew in the type of 长辈版', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page, '#/charts/growth');
  const picture = page.locator('#chart-growth .picture svg').first();
  const before = (await picture.boundingBox())!;
  await way(page, '长辈版').click();
  await expect.poll(async () => (await picture.boundingBox())!.height).toBeGreaterThan(before.height * 1.2);
  const labels = await picture.locator('text').evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
  expect(Math.min(...labels)).toBeGreaterThanOrEqual(19);
  expect((await picture.boundingBox())!.width).toBeLessThanOrEqual(360);
});

for (const width of [360, 1440]) {
  test(`every chart is laid out anew in 长辈版 and at A+, as wide as its place and with nothing outside, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, '#/charts');
    const pictures = page.locator('.picture');
    await expect(page.locator('.picture .drawing')).toHaveCount(report.charts.length);
    const sizes = () => pictures.evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one.querySelector('text')!).fontSize)));
    for (const name of [/A\+/, /A\+/, '长辈版', /A\+/]) {
      const before = await sizes();
      await way(page, name).click();
      await expect.poll(async () => (await sizes()).every((size, nth) => size !== before[nth])).toBe(true);
      const faults = () => pictures.evaluateAll((all) => all.flatMap((picture) => {
        const place = picture.getBoundingClientRect();
        const { width } = picture.querySelector('svg')!.getBoundingClientRect();
        const parts = [...picture.querySelectorAll('svg text, svg [data-datum]')].filter((part) => part.getClientRects().length);
        const out = parts.filter((part) => {
          const box = part.getBoundingClientRect();
          return box.left < place.left - 1 || box.right > place.right + 1 || box.top < place.top - 2 || box.bottom > place.bottom + 2;
        });
        const wrong = Math.abs(width - place.width) > 1 ? [`${width} px in ${place.width}`] : [];
        return [...wrong, ...out.map((part) => part.textContent || part.getAttribute('class'))].map((fault) => `${picture.closest('.chart')!.id}: ${fault}`);
      }));
      await expect.poll(faults, { message: `after ${name}` }).toEqual([]);
    }
  });
}

test('paper is as always', async ({ page }) => {
  await open(page, '#/problems?mode=elder&contrast=high&size=3');
  await page.emulateMedia({ media: 'print' });
  const { color, backgroundColor, fontSize } = await page.locator('body').evaluate((body) => {
    const { color, backgroundColor, fontSize } = getComputedStyle(body);
    return { color, backgroundColor, fontSize };
  });
  expect({ color, backgroundColor, fontSize: Math.round(Number.parseFloat(fontSize) * 10) / 10 }).toEqual({
    color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)', fontSize: 14.7,
  });
  await expect(bar(page)).toBeHidden();
});

test.describe('朗读', () => {
  type Spoken = { text: string; voice: string };

  /** Stands in for the machine's voices: says every part in no time, and keeps what it said. */
  const withVoices = (page: Page, voices: { name: string; lang: string; localService: boolean }[]) =>
    page.addInitScript((voices) => {
      const spoken: Spoken[] = [];
      let waiting: ReturnType<typeof setTimeout> | undefined;
      class Utterance {
        voice: { name: string } | null = null;
        onend = () => {};
        constructor(readonly text: string) {}
      }
      const speechSynthesis = {
        getVoices: () => voices,
        speak(words: Utterance) {
          spoken.push({ text: words.text, voice: words.voice!.name });
          waiting = setTimeout(() => words.onend(), 50);
        },
        cancel: () => clearTimeout(waiting),
      };
      Object.defineProperty(window, 'speechSynthesis', { value: speechSynthesis });
      Object.assign(window, { SpeechSynthesisUtterance: Utterance, spoken });
    }, voices);
  const spoken = (page: Page) => page.evaluate(() => (window as unknown as { spoken: Spoken[] }).spoken);
  const LOCAL = { name: 'local', lang: 'zh-CN', localService: true };

  test('reads what is on the screen, part after part, by a voice of this device', async ({ page }) => {
    await withVoices(page, [{ name: 'far', lang: 'zh-CN', localService: false }, { name: 'english', lang: 'en-US', localService: true }, LOCAL]);
    await open(page, '#/problems?mode=elder');
    await expect(page.locator('.problem')).toHaveCount(report.problems.length);
    await way(page, '朗读').click();
    await expect(way(page, '朗读')).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('[data-aloud]')).toHaveCount(1);
    await expect.poll(async () => (await spoken(page)).length).toBeGreaterThan(6);
    const said = await spoken(page);
    expect(said[0].text).toBe('问题与打算');
    expect(said.map(({ text }) => text).join('')).toContain(report.problems[0].title);
    expect(new Set(said.map(({ voice }) => voice))).toEqual(new Set(['local']));
    // Each part once.
    const points = said.map(({ text }) => text).filter((text) => text === report.problems[0].points[0]);
    expect(points).toHaveLength(1);
    await way(page, '朗读').click();
    await expect(page.locator('[data-aloud]')).toHaveCount(0);
    const then = (await spoken(page)).length;
    await page.waitForTimeout(300);
    expect((await spoken(page)).length).toBe(then);
  });

  test('reads a row of a list whole: its name, and its numbers with what their columns are called', async ({ page }) => {
    await withVoices(page, [LOCAL]);
    for (const [address, names, told] of [
      ['#/enterprises?mode=elder', enterprises, /，事项数：\d+，产值增长：.+，出口增长：/],
      ['#/projects?mode=elder', projects, /，“.+”，/],
    ] as const) {
      await open(page, address);
      await expect(rows(page)).toHaveCount(names.length);
      await way(page, '朗读').click();
      await expect(way(page, '朗读')).toHaveAttribute('aria-pressed', 'false', { timeout: 30_000 });
      const said = (await spoken(page)).map(({ text }) => text);
      for (const { name } of names) expect(said.filter((text) => text.startsWith(`${name}，`)), name).toHaveLength(1);
      expect(said.find((text) => text.startsWith(`${names[0].name}，`))).toMatch(told);
      // What an event is tagged with, and then what is said of it.
      const events = 'events' in names[0] ? names[0].events : [];
      for (const { tag, text } of events) {
        expect(said.find((said) => said.startsWith(`${names[0].name}，`))).toContain(`，${tag}，${text.replace(/\s/g, ' ')}`);
      }
    }
  });

  test('says what arrows mean, and not the arrows', async ({ page }) => {
    await withVoices(page, [LOCAL]);
    await open(page, '#/work/1?mode=elder');
    await way(page, '朗读').click();
    await expect.poll(async () => (await spoken(page)).map(({ text }) => text).join('\n')).toMatch(/工业投资同比增长，53\.15%，预计$/m);
    expect((await spoken(page)).map(({ text }) => text).filter((text) => /[▲▼]/.test(text))).toEqual([]);
  });

  test('reads the section that is in view and what of it is open, and then the next', async ({ page }) => {
    await withVoices(page, [LOCAL]);
    const [, , ...sections] = report.sections;
    await open(page, `#/work/${sections[0].id}?mode=elder`);
    await expect(page.locator(`[id="at-${sections[0].id}"]`)).toBeInViewport();
    await page.waitForLoadState('networkidle');
    const read = async () => {
      const before = (await spoken(page)).length;
      await way(page, '朗读').evaluate((button: HTMLElement) => button.click());
      await expect(way(page, '朗读')).toHaveAttribute('aria-pressed', 'false', { timeout: 30_000 });
      return (await spoken(page)).slice(before).map(({ text }) => text);
    };
    for (const section of sections.slice(0, 2)) {
      const said = await read();
      expect(said[0]).toContain(section.title);
      for (const item of section.items) expect(said).toContain(item.title);
      expect(said.filter((text) => sections.some((other) => other !== section && text.endsWith(other.title)))).toEqual([]);
    }
    const door = page.getByRole('button', { name: sections[2].title });
    await door.click();
    await page.evaluate(() => scrollTo(0, 0));
    await door.evaluate((door) => door.scrollIntoView());
    expect(await read()).toEqual([expect.stringContaining(sections[2].title), sections[2].summary]);
  });

  test('tells the cells of a table apart, each with whose it is', async ({ page }) => {
    await withVoices(page, [LOCAL]);
    const [one, other] = enterprises;
    await open(page, `#/compare?compare=${one.id},${other.id}&mode=elder`);
    await expect(page.locator('.compare tbody tr').first()).toBeVisible();
    await way(page, '朗读').click();
    await expect(way(page, '朗读')).toHaveAttribute('aria-pressed', 'false', { timeout: 30_000 });
    const said = (await spoken(page)).map(({ text }) => text);
    expect(said).toContain(`行业，${one.name}：${one.industry}，${other.name}：${other.industry}`);
  });

  test('stops at Escape, with the page, and with 长辈版', async ({ page }) => {
    await withVoices(page, [LOCAL]);
    await open(page, '#/work?mode=elder');
    const aloud = page.locator('[data-aloud]');
    for (const leave of [
      () => page.keyboard.press('Escape'),
      () => go(page, '#/problems'),
      () => way(page, '长辈版').click(),
    ]) {
      await way(page, '朗读').click();
      await expect(aloud).toHaveCount(1);
      await leave();
      await expect(aloud).toHaveCount(0);
    }
  });

  test('says so where the device has no voice of its own, rather than send the text away', async ({ page }) => {
    await withVoices(page, [{ name: 'far', lang: 'zh-CN', localService: false }]);
    await open(page, '#/work?mode=elder');
    await way(page, '朗读').click();
    await expect(page.locator('#reading-said')).toContainText('没有本地的中文语音');
    expect(await spoken(page)).toEqual([]);
  });
});
