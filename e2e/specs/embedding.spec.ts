// The report in frames of another site, which has a strict policy of its own: the dialog that gives the code, frames as
// high as what they show, and nothing taken from anybody but a height.
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Frame, Locator } from '@playwright/test';
import { expect, expectAccessible, hold, open, test, type Page } from '../fixtures.ts';
import { portal, report as origin, stranger } from '../origins.ts';
import { chart, enterprises, report } from './expected/pack.ts';

test.use({ hosts: [portal, stranger] });

const REPORT = `${origin}/park/2021/`;
const SCRIPT = `<script src="${REPORT}embed.js" defer></script>`;
const SANDBOX = 'allow-scripts allow-same-origin allow-downloads allow-popups';
const OPAQUE = 'allow-scripts allow-downloads allow-popups';

/** A frame as the dialog writes it. */
const frame = (hash: string, sandbox = SANDBOX, id = 'report') =>
  `<iframe id="${id}" src="${REPORT}${hash}" title="报告" width="100%" height="480" frameborder="0" loading="lazy" sandbox="${sandbox}" data-annual-report></iframe>`;

/** Opens a page of the portal that has this in it. */
async function show(page: Page, body: string): Promise<void> {
  await page.goto(`${portal}/?body=${encodeURIComponent(body)}`);
}

/** The document in an element's frame, once the app has started in it. */
async function within(page: Page, id = 'report'): Promise<Frame> {
  const frame = await (await page.locator(`#${id}`).elementHandle())!.contentFrame();
  await frame!.waitForSelector('html[data-boot="started"]');
  return frame!;
}

const height = (frame: Locator) => frame.evaluate((frame) => (frame as HTMLElement).offsetHeight);
const content = (frame: Frame) => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));

/** The frame is as high as what it shows, to the px, and has nothing to scroll. */
async function expectFits(page: Page, inside: Frame, id = 'report'): Promise<number> {
  const outside = page.locator(`#${id}`);
  await expect
    .poll(async () => ({ off: Math.abs((await height(outside)) - (await content(inside))) <= 1, grown: (await height(outside)) !== 480 }))
    .toEqual({ off: true, grown: true });
  const scrolls = await inside.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  expect(scrolls, 'nothing to scroll').toBeLessThanOrEqual(1);
  return height(outside);
}

/** What is posted to the page, from when it is loaded. */
async function listen(page: Page): Promise<() => Promise<{ data: Record<string, unknown>; origin: string }[]>> {
  await page.addInitScript(() => {
    if (window !== parent) return;
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    addEventListener('message', ({ data, origin }) => heard.push({ data, origin }));
  });
  return () => page.evaluate(() => (window as unknown as { heard: { data: Record<string, unknown>; origin: string }[] }).heard);
}

test('the script is small enough to be read', () => {
  const file = fileURLToPath(new URL('../../public/embed.js', import.meta.url));
  expect(statSync(file).size).toBeLessThan(1024);
});

for (const [name, sandbox] of [['with its origin', SANDBOX], ['without an origin', OPAQUE]]) {
  test(`a frame ${name} grows and shrinks with what it shows`, async ({ page }) => {
    await show(page, frame('#/enterprises?embed=1', sandbox) + SCRIPT);
    const inside = await within(page);
    expect(await inside.evaluate(() => window.origin)).toBe(sandbox === SANDBOX ? origin : 'null');
    await expect(inside.locator('.masthead, .colophon, .skip')).toHaveCount(0);
    const all = await expectFits(page, inside);
    expect(all).toBeGreaterThan(2000);
    const box = inside.getByRole('searchbox');
    await box.fill('双河丝绸');
    await expect(inside.locator('.list__row:not([hidden])')).toHaveCount(1);
    await inside.locator('.explorer__facets summary').click();
    const one = await expectFits(page, inside);
    expect(one, 'it shrinks').toBeLessThan(all / 2);
    await box.fill('');
    await expect(inside.locator('.list__row:not([hidden])')).toHaveCount(enterprises.length);
    expect(await expectFits(page, inside), 'it grows').toBeGreaterThan(one + 1000);
  });
}

test('a frame without an origin can do what the report can, though nothing can be kept there', async ({ page }) => {
  await show(page, frame('#/chart/base?embed=1', OPAQUE) + SCRIPT);
  const inside = await within(page);
  expect(await inside.evaluate(() => { try { return String(localStorage.length); } catch (refused) { return (refused as Error).name; } })).toBe('SecurityError');
  const before = await expectFits(page, inside);
  await inside.getByRole('button', { name: '表格' }).click();
  await expect(inside.getByRole('table')).toBeVisible();
  await expect.poll(() => decodeURIComponent(new URL(inside.url()).hash)).toBe('#/chart/base?view=table&embed=1');
  expect(await expectFits(page, inside)).not.toBe(before);
  await inside.getByText('下载', { exact: true }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), inside.getByRole('button', { name: 'CSV' }).click()]);
  expect(readFileSync(await file.path(), 'utf8')).toContain(report.meta.year.toString());
});

test('the table of a chart and its picture each get their height, and a section closed gets little', async ({ page }) => {
  await show(page, frame('#/work/2.2?embed=1') + SCRIPT);
  const inside = await within(page);
  await expect(inside.locator('.section')).toHaveCount(1);
  await expect(inside.locator('.contents')).toBeHidden();
  const whole = await expectFits(page, inside);
  await inside.locator('.section__door').click();
  const closed = await expectFits(page, inside);
  expect(closed).toBeLessThan(whole / 2);
  // Closed or open, it is what the frame is for.
  await expect.poll(() => new URL(inside.url()).hash).toBe('#/work/2.2?embed=1');
  await inside.locator('.section__door').click();
  expect(await expectFits(page, inside)).toBe(whole);
});

test('two frames of one page each get their own height, and say which they are', async ({ page }) => {
  const heard = await listen(page);
  await show(page, frame('#/chart/base?embed=1') + frame('#/problems/4?embed=1', OPAQUE, 'other') + SCRIPT);
  const [first, second] = [await within(page), await within(page, 'other')];
  const [one, two] = [await expectFits(page, first), await expectFits(page, second, 'other')];
  expect(Math.abs(one - two)).toBeGreaterThan(50);
  const messages = await heard();
  expect(new Set(messages.map(({ data, origin }) => `${data.id} ${origin}`))).toEqual(new Set([`#/chart/base?embed=1 ${origin}`, '#/problems/4?embed=1 null']));
  for (const { data } of messages) {
    expect(Object.keys(data)).toEqual(['type', 'v', 'id', 'height']);
    expect(data).toMatchObject({ type: 'annual-report:height', v: 1 });
    expect(Number.isInteger(data.height)).toBe(true);
  }
  await first.getByRole('button', { name: '表格' }).click();
  await expect(first.getByRole('table')).toBeVisible();
  await expectFits(page, first);
  expect(await height(page.locator('#other'))).toBe(two);
});

test('at most one message goes out in a frame of the screen, and none of less than two px', async ({ page }) => {
  const heard = await listen(page);
  await show(page, frame('#/chart/base?embed=1') + SCRIPT);
  const inside = await within(page);
  await expectFits(page, inside);
  const before = (await heard()).length;
  // Ten changes within one frame of the screen, and then one px.
  await inside.evaluate(async () => {
    const block = document.body.appendChild(document.createElement('div'));
    for (let nth = 1; nth <= 10; nth += 1) block.style.height = `${nth * 20 + block.offsetHeight * 0}px`;
    await new Promise((done) => setTimeout(done, 200));
    block.style.height = '201px';
    await new Promise((done) => setTimeout(done, 200));
  });
  expect((await heard()).length).toBe(before + 1);
  await inside.evaluate(() => { (document.body.lastElementChild as HTMLElement).style.height = '202px'; });
  await expect.poll(async () => (await heard()).length).toBe(before + 2);
});

test('a report that nobody frames, and one that is framed with all that stands around it, tell nobody', async ({ page }) => {
  const heard = await listen(page);
  await page.goto(`${REPORT}#/chart/base?embed=1`);
  await expect(page.locator('.chart__title')).toHaveText(chart('base').title);
  await page.waitForTimeout(500);
  expect(await heard()).toEqual([]);
  await show(page, frame('#/problems'));
  const inside = await within(page);
  await expect(inside.locator('.colophon')).toBeVisible();
  await page.waitForTimeout(500);
  expect(await heard()).toEqual([]);
});

test('without the script the frame stays as it is and scrolls inside', async ({ page }) => {
  await show(page, frame('#/enterprises?embed=1'));
  const inside = await within(page);
  await expect(inside.locator('.list__row:not([hidden])')).toHaveCount(enterprises.length);
  expect(await height(page.locator('#report'))).toBe(480);
  await page.locator('#report').hover();
  await page.mouse.wheel(0, 600);
  await expect.poll(() => inside.evaluate(() => scrollY)).toBeGreaterThan(300);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('a script that comes late is told all the same', async ({ page }) => {
  await show(page, frame('#/chart/base?embed=1'));
  const inside = await within(page);
  await expect(inside.locator('.chart__title')).toBeVisible();
  await page.waitForTimeout(500);
  expect(await height(page.locator('#report'))).toBe(480);
  await page.addScriptTag({ url: `${REPORT}embed.js` });
  await expectFits(page, inside);
});

test('only the report is heard, and of it only a height', async ({ page }) => {
  const evil = `<iframe id="evil" src="${stranger}/" title="别人" data-annual-report></iframe>`;
  const bystander = `<iframe id="bystander" src="${stranger}/" title="别人"></iframe>`;
  await show(page, frame('#/chart/base?embed=1') + evil + bystander + SCRIPT);
  const inside = await within(page);
  const right = await expectFits(page, inside);
  const say = (data: unknown) => ({ type: 'annual-report:height', v: 1, id: '#/chart/base?embed=1', height: data });
  const frames = Object.fromEntries(await Promise.all(['evil', 'bystander'].map(async (id) => [id, await (await page.locator(`#${id}`).elementHandle())!.contentFrame()] as const)));
  const before = await page.evaluate(() => location.href + document.body.innerHTML);

  // From the page itself, and from other frames, of which one is marked as a report: nothing but its own height.
  await page.evaluate((message) => postMessage(message, '*'), say(900));
  await frames.bystander!.evaluate((message) => parent.postMessage(message, '*'), say(901));
  await frames.evil!.evaluate((message) => parent.postMessage(message, '*'), say(333));
  await expect.poll(() => height(page.locator('#evil'))).toBe(333 + 4);
  expect(await height(page.locator('#bystander'))).toBe(154);
  expect(await height(page.locator('#report'))).toBe(right);

  // From the report's own window, but not what it says.
  const wrong = [
    ...[NaN, Infinity, -Infinity, '900', '900px', null, undefined, [900], { valueOf: 900 }, true, new Date(900)].map(say),
    { ...say(900), type: 'annual-report:size' },
    { ...say(900), type: 'height' },
    { ...say(900), v: 2 },
    { ...say(900), v: '1' },
    { type: 'annual-report:navigate', v: 1, url: 'https://example.com/' },
    { type: 'annual-report:height', v: 1, html: '<b>x</b>', url: 'https://example.com/' },
    'annual-report:height', 900, null, undefined, [], [say(900)], JSON.stringify(say(900)),
  ];
  for (const message of wrong) await inside.evaluate((message) => parent.postMessage(message, '*'), message);
  await page.waitForTimeout(300);
  expect(await height(page.locator('#report'))).toBe(right);
  expect(await page.evaluate(() => location.href + document.body.innerHTML.replace('height: 333px;', '').replace(' style=""', ''))).toBe(before);

  // A number that no report would have is brought within bounds, and what else the message holds is left alone.
  for (const [told, taken] of [[1e9, 20000], [-5, 150], [0, 150], [700.4, 700]]) {
    await inside.evaluate((message) => parent.postMessage({ ...message, url: 'https://example.com/', html: '<b>x</b>' }, '*'), say(told));
    await expect.poll(() => height(page.locator('#report')), String(told)).toBe(taken);
  }
});

test('a frame that has gone to another origin is heard no more', async ({ page }) => {
  await show(page, frame('#/chart/base?embed=1') + SCRIPT);
  const right = await expectFits(page, await within(page));
  const frameElement = page.locator('#report');
  await frameElement.evaluate((frame: HTMLIFrameElement, url) => {
    frame.contentWindow!.location.href = url;
  }, `${stranger}/`);
  await expect.poll(() => page.frames().map((frame) => frame.url())).toContain(`${stranger}/`);
  const moved = page.frames().find((frame) => frame.url() === `${stranger}/`)!;
  await moved.evaluate(() => parent.postMessage({ type: 'annual-report:height', v: 1, id: '', height: 900 }, '*'));
  await page.waitForTimeout(300);
  expect(await height(page.locator('#report'))).toBe(right);
});

test('without an origin of its own a frame must have been given none', async ({ page }) => {
  // The same origin `null`, but from a frame whose sandbox leaves the report its origin.
  await show(page, frame('#/chart/base?embed=1') + SCRIPT);
  const right = await expectFits(page, await within(page));
  await page.locator('#report').evaluate((frame) => frame.setAttribute('sandbox', 'allow-scripts'));
  const inside = (await (await page.locator('#report').elementHandle())!.contentFrame())!;
  await inside.evaluate(() => parent.postMessage({ type: 'annual-report:height', v: 1, id: '', height: 900 }, '*'));
  await page.waitForTimeout(300);
  expect(await height(page.locator('#report')), 'the origin is still the report’s, and null is expected').toBe(right);
});

test('a frame that grows because it has grown is left to scroll', async ({ page }) => {
  await show(page, frame('#/chart/base?embed=1') + SCRIPT);
  const inside = await within(page);
  const right = await expectFits(page, inside);
  await inside.evaluate(() => {
    const feed = () => parent.postMessage({ type: 'annual-report:height', v: 1, id: '', height: innerHeight + 30 }, '*');
    addEventListener('resize', feed);
    feed();
  });
  await page.waitForTimeout(1500);
  const after = await height(page.locator('#report'));
  expect(after).toBeGreaterThan(right);
  expect(after).toBeLessThan(right + 25 * 30);
});

test('slow growth is no loop', async ({ page }) => {
  await show(page, frame('#/chart/base?embed=1') + SCRIPT);
  const inside = await within(page);
  await expectFits(page, inside);
  await inside.evaluate(async () => {
    for (let nth = 1; nth <= 30; nth += 1) {
      // Every eighth waits longer than what counts as one after the other.
      await new Promise((done) => setTimeout(done, nth % 8 ? 20 : 600));
      parent.postMessage({ type: 'annual-report:height', v: 1, id: '', height: 1000 + nth * 10 }, '*');
    }
  });
  await expect.poll(() => height(page.locator('#report'))).toBe(1300);
});

test('a link opens the report itself in a page of its own', async ({ page, allowFailure }) => {
  // A page opened by a sandboxed frame is in that sandbox, of which the browser says that the report could leave it.
  allowFailure(/#\/work/);
  for (const sandbox of [SANDBOX, OPAQUE]) {
    await show(page, frame('#/chart/base?embed=1', sandbox) + SCRIPT);
    const inside = await within(page);
    await expectFits(page, inside);
    const [opened] = await Promise.all([page.waitForEvent('popup'), inside.locator('.place').first().click()]);
    await expect(opened.locator('.masthead')).toBeVisible();
    expect(opened.url()).toMatch(/#\/work\/[\d./]+$/);
    expect(new URL(inside.url()).hash).toBe('#/chart/base?embed=1');
    await opened.close();
  }
});

test('the page around keeps its focus and its place when a frame arrives', async ({ page }) => {
  await show(page, `<input id="mine"><p>${'门户的文字。<br>'.repeat(30)}</p>${frame('#/problems/3/4?embed=1').replace('loading="lazy"', '')}${SCRIPT}`);
  await page.locator('#mine').focus();
  const inside = await within(page);
  await expectFits(page, inside);
  await expect(page.locator('#mine')).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('only the portal may show it', async ({ page, allowFailure }) => {
  // What the browser says of it stands under no address.
  allowFailure(/^/);
  await page.goto(`${stranger}/?body=${encodeURIComponent(frame('#/chart/base?embed=1'))}`);
  await page.waitForTimeout(1000);
  const inside = (await (await page.locator('#report').elementHandle())!.contentFrame())!;
  await expect(inside.locator('.chart')).toHaveCount(0);
});

test.describe('the dialog', () => {
  const dialog = (page: Page) => page.getByRole('dialog', { name: '嵌入到别的页面' });
  const code = (page: Page) => dialog(page).getByLabel('嵌入代码', { exact: true });
  const opened = async (page: Page) => {
    await page.getByRole('contentinfo').getByRole('button', { name: '嵌入', exact: true }).click();
    await expect(dialog(page)).toBeVisible();
  };

  test('gives code that works as it is, on another site @phone', async ({ page }) => {
    await open(page, '#/enterprises?tag=出口增长&sort=-growth');
    await opened(page);
    const snippet = await code(page).inputValue();
    const script = await dialog(page).getByRole('textbox', { name: '自动高度' }).inputValue();
    expect(snippet).toMatch(/^<iframe src="[^"]+" title="企业 · [^"]+" width="100%" height="720" frameborder="0" loading="lazy" sandbox="allow-scripts allow-same-origin allow-downloads allow-popups" data-annual-report><\/iframe>$/);
    expect(script.split('\n')).toHaveLength(2);
    await show(page, snippet.replace('<iframe', '<iframe id="report"') + script);
    const inside = await within(page);
    await expect(inside.locator('.count')).toContainText('筛选后');
    await expectFits(page, inside);
  });

  test('leaves the choice between what is seen and all, and between a page and its parts', async ({ page }) => {
    await open(page, '#/enterprises?q=丝绸');
    await opened(page);
    await expect(code(page)).toHaveValue(/#\/enterprises\?q=丝绸&amp;embed=1"/);
    await dialog(page).getByLabel('嵌入什么').selectOption('全部企业');
    await expect(code(page)).toHaveValue(/#\/enterprises\?embed=1"/);
    await open(page, '#/work/2.2/1');
    await opened(page);
    await expect(code(page)).toHaveValue(/#\/work\/2\.2\?embed=1" title="[^"]*产业升级 · /);
    await expect(dialog(page).getByLabel('嵌入什么').locator('option')).toHaveCount(report.sections.length + 1);
    await open(page, '#/charts');
    await opened(page);
    await dialog(page).getByLabel('嵌入什么').selectOption(chart('base').title);
    await expect(code(page)).toHaveValue(/#\/chart\/base\?embed=1"/);
    await open(page, '#/projects');
    await opened(page);
    await expect(dialog(page).getByLabel('嵌入什么')).toHaveCount(0);
  });

  test('keeps the focus, and gives it back', async ({ page }) => {
    await open(page, '#/problems');
    const button = page.getByRole('contentinfo').getByRole('button', { name: '嵌入', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByRole('button', { name: '关闭' })).toBeFocused();
    for (let nth = 0; nth < 12; nth += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement === document.body || !!document.activeElement?.closest('dialog'))).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await expect(button).toBeFocused();
    await button.click();
    await dialog(page).getByRole('button', { name: '关闭' }).click();
    await expect(button).toBeFocused();
    await button.click();
    await expect(dialog(page)).toBeVisible();
    await page.mouse.click(5, 5);
    await expect(dialog(page)).toHaveCount(0);
    await expect(button).toBeFocused();
  });

  test('copies, and says so', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, '#/');
    await opened(page);
    for (const name of ['嵌入代码', '自动高度（可选）']) {
      const field = dialog(page).getByRole('textbox', { name });
      await dialog(page).getByRole('button', { name: `复制${name}` }).click();
      await expect(dialog(page).getByRole('status').filter({ hasText: '已复制' }).last()).toBeVisible();
      const value = await field.inputValue();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(value);
    }
  });

  test('is open to everybody, and fits @phone @tablet', async ({ page }, { project }) => {
    for (const address of ['#/work', '#/']) {
      await open(page, address);
      await opened(page);
      await expectAccessible(page);
      const cut = await dialog(page).evaluate((dialog) => ({
        sideways: dialog.scrollWidth - dialog.clientWidth,
        beyond: [...dialog.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > innerWidth).length,
      }));
      expect(cut, project.name).toEqual({ sideways: 0, beyond: 0 });
    }
  });
});

for (const [how, fails] of [['is on its way', false], ['cannot be had', true]] as const) {
  test(`while the app ${how} a frame shows what its address names, also when that changes, and never what stands around`, async ({ page, allowFailure }) => {
    if (fails) {
      allowFailure(/_bg\.wasm$|boot\.js$/);
      await page.route(/_bg\.wasm$/, (route) => route.abort());
    }
    const release = fails ? () => {} : await hold(page, /_bg\.wasm$/);
    await page.goto(`${REPORT}#/chart/base?embed=1`, { waitUntil: 'domcontentloaded' });
    const still = page.locator('#still');
    const alone = async (shown: string) => {
      await expect(still.locator(shown).first()).toBeVisible();
      await expect(still.locator('.masthead, .colophon')).toHaveCount(0);
    };
    await alone('[id="/charts/base"]');
    for (const [hash, shown] of [
      ['#/enterprises?embed=1', '.list__row'],
      ['#/charts/growth?embed=1', '[id="/charts/growth"]'],
      ['#/search?q=1&embed=1', '.hero'],
      ['#/chart/base?embed=1', '[id="/charts/base"]'],
    ]) {
      await page.evaluate((hash) => { location.hash = hash; }, hash);
      await alone(shown);
    }
    if (fails) return expect(page.getByRole('alert')).toContainText('互动功能没有启动');
    release();
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
    await expect(page.locator('main .picture').first()).toBeVisible();
  });
}
