// Every figure can be traced: what the document prints and where, what else states it, what follows, how to quote it.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, expectAccessible, expectNothingBeyond, go, open, test, type Page } from '../fixtures.ts';
import { openList, rows } from '../list.ts';
import { enterprise, figure, figures, report } from './expected/pack.ts';
import { amount, date, inLine, note, placeHref, placeName } from './expected/written.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const card = (page: Page) => page.locator('.page--narrow');
const way = (id: string) => `#/figure/${id}`;
/** The figures of the chart of growths as they are drawn, the largest first. */
const drawn = [...report.charts.find(({ id }: { id: string }) => id === 'growth')!.figures!].sort(
  (a: string, b: string) => Number(figure(b).value) - Number(figure(a).value),
);

test('every figure of the pack has a page: subject, printed form, qualifier, unit, place', async ({ page }) => {
  test.slow();
  await open(page, way(figures[0].id));
  for (const shown of figures) {
    await test.step(shown.id, async () => {
      await go(page, way(shown.id));
      await expect(heading(page)).toHaveText(shown.subject);
      await expect(card(page).locator('.figure-page__amount')).toHaveText(amount(shown) + note(shown), { useInnerText: false });
      await expect(card(page).locator('q').first()).toHaveText(shown.printed);
      const facts = card(page).locator('.facts').first();
      const named = await facts.locator('dt').allTextContents();
      expect(named.includes('限定')).toBe(shown.qualifier !== undefined);
      if (shown.qualifier) await expect(facts).toContainText(`限定${shown.qualifier}`);
      // What the document writes in words has no unit beside it.
      const hasUnit = shown.unit !== '日期' && /\d/.test(shown.printed);
      expect(named.includes('单位')).toBe(hasUnit);
      if (hasUnit) await expect(facts).toContainText(`单位${shown.unit}`);
      await expect(facts.locator('.place')).toHaveText(placeName(shown.section));
      await expect(facts.locator('.place')).toHaveAttribute('href', placeHref(shown.section));
      await expect(page).toHaveTitle(new RegExp(`^${shown.subject.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} · `));
    });
  }
});

test('what has to do with each other leads to each other, and what is derived says that it is', async ({ page }) => {
  const [level, growth] = [figure('output-above-scale'), figure('output-above-scale-growth')];
  await open(page, way(level.id));
  const related = page.locator('.told');
  await expect(related).toContainText('增减');
  await related.getByRole('link', { name: growth.subject }).click();
  await expect(heading(page)).toHaveText(growth.subject);
  await expect(related).toContainText('这是它的增减');
  const derived = page.locator('.derived');
  await expect(derived).toContainText('推算');
  await expect(derived).toContainText(`由 ${inLine(level)} 和 ${inLine(growth)} 算出`);
  // 56.75/1.3055 to 56.85/1.3045, rounded outwards to two decimals or as near.
  const [low, high] = /区间 ([\d.]+)–([\d.]+)/.exec((await derived.textContent())!)!.slice(1).map(Number);
  expect(low).toBeCloseTo(56.75 / 1.3055, 2);
  expect(high).toBeCloseTo(56.85 / 1.3045, 2);
  await page.goBack();
  await expect(heading(page)).toHaveText(level.subject);
  await expect(related.getByRole('link', { name: growth.subject })).toBeFocused();
  // Nearly six times is no rate that a base follows from.
  await go(page, way('agreed-investment'));
  await expect(heading(page)).toHaveText(figure('agreed-investment').subject);
  await expect(derived).toHaveCount(0);
  // A share of the budget is said of the revenue; the budget itself the report does not state.
  await go(page, way('fiscal-revenue-budget-share'));
  await expect(related).toContainText(`这个比例说的是${figure('fiscal-revenue').subject}`);
  await go(page, way('opening-year'));
  await expect(related).toContainText('同一个数在别处');
});

test('a list that names only some says so, and leads to those that it names', async ({ page }) => {
  const shown = figure('fast-growing-firms');
  await open(page, way(shown.id));
  await expect(card(page)).toContainText(`已列名 ${shown.enterprises!.length} / 共 ${shown.group}`);
  for (const id of shown.enterprises!) {
    await expect(card(page).getByRole('link', { name: enterprise(id).name })).toHaveAttribute('href', `#/enterprises/${id}`);
  }
});

test('the quotation holds figure, qualifier, document, place and address, and can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const shown = figure('fixed-investment');
  await open(page, way(shown.id));
  const { organisation, title, issuer, printed_on } = report.meta;
  const line = `${shown.subject}：${inLine(shown)}。${organisation}《${title}》${placeName(shown.section)}，${issuer}${date(printed_on)}印发。${page.url()}`;
  await expect(page.getByRole('textbox', { name: '引文' })).toHaveValue(line);
  await page.getByRole('button', { name: '复制引文' }).click();
  await expect(page.getByText('已复制')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(line);
});

test('a figure leads to its page wherever it stands @phone', async ({ page }) => {
  const known = new Set(figures.map(({ id }) => way(id)));
  const ways: [address: string, selector: string][] = [
    ['#/', '.card .figure'], ['#/', '.highlight .figure'], ['#/work', '.point .figure'], ['#/problems', '.plan .figure'],
    ['#/enterprises/shuang-he-si-chou', '.event .figure'], ['#/projects/carpet-gluing-line', '.page .figure'],
  ];
  for (const [address, selector] of ways) {
    await open(page, address);
    const found = page.locator(`main ${selector}`);
    await expect(found.first()).toBeVisible();
    const leading = await found.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(leading.filter((href) => !known.has(href!)), `${address} ${selector}`).toEqual([]);
    const first = leading[0]!;
    await found.first().click();
    await expect(page).toHaveURL((url) => url.hash === first);
    await expect(heading(page)).toHaveText(figure(first.slice('#/figure/'.length)).subject);
    await page.goBack();
    await expect(found.first()).toBeFocused();
  }
});

test('the numbers of a list, a comparison and a chart lead there, too', async ({ page }) => {
  await openList(page, '#/enterprises?sort=-export');
  const exported = rows(page).first().locator('a.nb').last();
  const href = await exported.getAttribute('href');
  await exported.click();
  await expect(page).toHaveURL((url) => url.hash === href);
  await expect(heading(page)).toContainText('出口');
  await open(page, '#/compare?compare=shuang-he-si-chou,ke-rui-nan-hai-zhi-yao');
  await page.locator('.compare a.nb').first().click();
  await expect(page).toHaveURL(/#\/figure\//);
  await open(page, '#/chart/growth?view=table');
  await page.locator('.chart__table th a').first().click();
  await expect(page).toHaveURL(/#\/figure\//);
  await open(page, '#/chart/growth');
  const picture = page.getByRole('group', { name: /^图：/ });
  await picture.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL((url) => url.hash === way(drawn[1]));
});

test('a mark is opened by a click', async ({ page }) => {
  const middle = async () => {
    const box = (await page.locator('.picture [data-datum="0"]').first().boundingBox())!;
    return [box.x + Math.min(20, box.width / 2), box.y + box.height / 2] as const;
  };
  await open(page, '#/chart/growth');
  await page.mouse.click(...(await middle()));
  await expect(page).toHaveURL((url) => url.hash === way(drawn[0]));
});

test('a finger sees first, and opens with the second tap @phone', async ({ page }) => {
  test.skip(!(await page.evaluate(() => navigator.maxTouchPoints > 0)), 'there is no finger on a desk');
  await open(page, '#/chart/growth');
  const box = (await page.locator('.picture [data-datum="0"]').first().boundingBox())!;
  const [x, y] = [box.x + Math.min(20, box.width / 2), box.y + box.height / 2];
  await page.touchscreen.tap(x, y);
  await expect(page.locator('.tip')).not.toBeEmpty();
  await expect(page).toHaveURL(/#\/chart\/growth$/);
  await page.touchscreen.tap(x, y);
  await expect(page).toHaveURL((url) => url.hash === way(drawn[0]));
});

test('a figure that the report does not have says so', async ({ page }) => {
  await open(page, '#/figure/no-such-figure');
  await expect(heading(page)).toHaveText('没有找到');
  await page.getByRole('link', { name: '回到概览' }).click();
  await expect(page).toHaveURL(/#\/$/);
});

for (const width of [320, 768, 1440]) {
  test(`axe finds nothing and nothing sticks out at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const id of ['output-above-scale', 'fast-growing-firms', 'printed-on']) {
      await open(page, way(id));
      await expect(heading(page)).toBeVisible();
      await expectAccessible(page);
      await expectNothingBeyond(page, id);
    }
  });
}

/* ---- the document itself, where its publisher has put it beside the pack ---- */

const printed = figure('output-above-scale').printed;
const ORIGINAL = {
  passages: [
    { place: '1', text: '一、示例的指标' },
    { place: '1/1', text: `——示例产值${printed}，示例其他${printed}。`, figures: [{ id: 'output-above-scale', start: 3 * 6, end: 3 * 6 + Buffer.byteLength(printed) }] },
    { place: '2.2', text: '（二）示例的第二节。' },
    { place: '2.2/1', text: '一是示例。', runs_on: true },
    { place: '3', text: '三、示例的问题' },
  ],
};

async function withOriginal(page: Page, body: unknown = ORIGINAL, status = 200): Promise<void> {
  await page.route(/\/park\/2021\/$/, async (route) => {
    const answer = await route.fetch();
    const text = (await answer.text()).replace('</title>', '</title><meta name="original" content="data/2021/source.json">');
    await route.fulfill({ response: answer, body: text });
  });
  await page.route(/source\.json$/, (route) => route.fulfill({ status, json: body }));
}

test('without the document there is no door to it, and nobody asks for it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, way('output-above-scale'));
  await expect(heading(page)).toBeVisible();
  await expect(page.getByText('看原文')).toHaveCount(0);
  expect(asked.filter((url) => url.includes('source.json'))).toEqual([]);
});

test('where the document is, a figure shows the place that prints it, and a section all that it says', async ({ page }) => {
  await withOriginal(page);
  await open(page, way('output-above-scale'));
  const text = page.locator('.original__text');
  await expect(text).toHaveCount(0);
  await page.getByText('看原文').click();
  await expect(text.locator('p')).toHaveText([ORIGINAL.passages[1].text]);
  // The first of the two, which is the one that is meant.
  await expect(text.locator('mark')).toHaveText([printed]);
  expect(await text.locator('p').evaluate((line) => line.firstChild!.textContent)).toBe('——示例产值');
  await go(page, way('above-scale-fostered'));
  await expect(heading(page)).toHaveText(figure('above-scale-fostered').subject);
  await page.getByText('看原文').click();
  await expect(page.getByText('原文里没有找到这一处。')).toBeVisible();
  await go(page, '#/work/2.2');
  const section = page.locator('[id="at-2.2"]');
  await section.getByText('看原文').click();
  // Among what stands around them, and in view.
  await expect(section.locator('.original__text p')).toHaveText([1, 2, 3, 4].map((nth) => ORIGINAL.passages[nth].text));
  await expect(section.locator('.original__text mark')).toHaveText(['（二）示例的第二节。', '一是示例。']);
  await expect(section.locator('.original__text mark').first()).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
  await go(page, '#/problems/3');
  await page.locator('#at-3').getByText('看原文').click();
  await expect(page.locator('#at-3 .original__text p')).toHaveText(['一是示例。', '三、示例的问题']);
  await expect(page.locator('#at-3 .original__text mark')).toHaveText(['三、示例的问题']);
});

/** A text as the project's own command reads it: `cargo xtask source`, into a folder of its own. */
function readByTheProject(text: string): typeof ORIGINAL {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'original-'));
  try {
    copyFileSync(join(root, 'data/2021/figures.json'), join(folder, 'figures.json'));
    execFileSync('cargo', ['run', '-q', '--locked', '-p', 'xtask', '--example', 'source', '--', folder, 'data/2021'], { cwd: root, input: text });
    return JSON.parse(readFileSync(join(folder, 'source.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a document that the project has read itself is shown where it says something', async ({ page }) => {
  test.setTimeout(300_000);
  const lines = ['示例园区工作总结', '一、示例的指标', `规上工业企业产值${printed}。`, '二、示例的工作', '（一）示例的党建', '（二）示例的升级', '一是修路。二是种树。', '（三）示例的创新', '三、示例的问题'];
  await withOriginal(page, readByTheProject(lines.join('\n')));
  await open(page, way('output-above-scale'));
  await page.getByText('看原文').click();
  await expect(page.locator('.original__text p')).toHaveText([lines[2]]);
  await expect(page.locator('.original__text mark')).toHaveText([printed]);
  await go(page, '#/work/2.2');
  const section = page.locator('[id="at-2.2"]');
  await section.getByText('看原文').click();
  await expect(section.locator('.original__text p')).toHaveText([lines[4], lines[5], '一是修路。', '二是种树。', lines[7]]);
  await expect(section.locator('.original__text mark')).toHaveText([lines[5], '一是修路。', '二是种树。']);
});

test('a document that cannot be had says why, and can be asked for again', async ({ page, allowFailure }) => {
  allowFailure(/source\.json/);
  await withOriginal(page, {}, 404);
  await open(page, way('output-above-scale'));
  await page.getByText('看原文').click();
  const failure = page.getByRole('alert').filter({ hasText: '原文未能载入' });
  await expect(failure).toContainText('source.json：找不到文件（404）');
  await page.unroute(/source\.json$/);
  await page.route(/source\.json$/, (route) => route.fulfill({ json: ORIGINAL }));
  await failure.getByRole('button', { name: '重试' }).click();
  await expect(page.locator('.original__text mark')).toHaveText([printed]);
  await page.unroute(/source\.json$/);
  await page.route(/source\.json$/, (route) => route.fulfill({ json: { passages: 1 } }));
  await open(page, way('output-above-scale'));
  await page.getByText('看原文').click();
  await expect(failure).toContainText('/passages');
});
