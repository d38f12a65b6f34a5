// Several reports in one pack: each has a page of its own, with and without the app, and leads to the others. The park is
// made up (examples/park); nothing in the app knows the one it was first built for.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, expectAccessible, expectNothingBeyond, open, pack, SEVERAL, test, type Page } from '../../fixtures.ts';
import { expectNameInPlace } from '../../first.ts';
import { names } from '../../list.ts';

const EXAMPLE = fileURLToPath(new URL('../../../examples/park', import.meta.url));
const of = <T>(file: string) => pack<T>(file, EXAMPLE);
const index = of<{ default: string; reports: { id: string; year: number }[] }>('index.json');
const ids = index.reports.map(({ id }) => id);
const [newest, , oldest] = ids;
const firms = (id: string) => of<{ id: string; name: string; pinyin: string }[]>(`${id}/enterprises.json`);
const figures = (id: string) => of<{ id: string; subject: string; printed: string; value: number; unit: string }[]>(`${id}/figures.json`);
const years = (page: Page) => page.getByRole('navigation', { name: '各年的报告' });
const link = (page: Page, id: string) => years(page).getByRole('link', { name: `${id}年`, exact: true });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('the pack that this expects has three reports, and the newest opens by itself', async ({ page }) => {
  expect(ids).toEqual(['2024', '2023', '2022']);
  expect(index.default).toBe(newest);
  await open(page);
  await expect(heading(page)).toContainText(`${newest}年`);
  await expect(years(page).getByRole('link')).toHaveText([...ids.map((id) => `${id}年`), '对比']);
  await expect(link(page, newest)).toHaveAttribute('aria-current', 'true');
});

for (const id of ids) {
  test(`the page of ${id} shows the figures and names of that year @phone`, async ({ page }) => {
    await open(page, '#/', `${id}.html`);
    await expect(heading(page)).toContainText(`${id}年`);
    await expect(page).toHaveTitle(new RegExp(`云岭示例园区 ${id}年`));
    await expect(link(page, id)).toHaveAttribute('aria-current', 'true');
    const output = figures(id).find((figure) => figure.id === 'output')!;
    await expect(page.locator('.card').first()).toContainText(String(output.value));
    await open(page, '#/enterprises', `${id}.html`);
    await expect(names(page)).toHaveText(firms(id).map(({ name }) => name));
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('another year opens at the same view, and back is back', async ({ page }) => {
  await open(page, '#/enterprises');
  await link(page, oldest).click();
  await expect(page).toHaveURL(new RegExp(`/${oldest}\\.html#/enterprises$`));
  await expect(names(page)).toHaveText(firms(oldest).map(({ name }) => name));
  await page.goBack();
  await expect(page).toHaveURL(/\/#\/enterprises$/);
  await expect(names(page)).toHaveText(firms(newest).map(({ name }) => name));
  // What the other year does not have, it says.
  const gone = firms(newest).find(({ id }) => firms(oldest).every((firm) => firm.id !== id))!;
  await open(page, `#/enterprises/${gone.id}`);
  await expect(heading(page)).toHaveText(gone.name);
  await link(page, oldest).click();
  await expect(page).toHaveURL(new RegExp(`/${oldest}\\.html#/enterprises/${gone.id}$`));
  await expect(page.locator('main')).toContainText('没有');
});

test('what is copied and shared names the page of the year, which stays', async ({ page }) => {
  await open(page, '#/figure/output');
  await expect(page.getByRole('textbox', { name: '引文' })).toHaveValue(new RegExp(`/park/2021/${newest}\\.html#/figure/output$`));
  await open(page, '#/figure/output', `${oldest}.html`);
  await expect(page.getByRole('textbox', { name: '引文' })).toHaveValue(new RegExp(`/park/2021/${oldest}\\.html#/figure/output$`));
});

test('a chart over the years has a point for each report, whichever page it stands on', async ({ page }) => {
  for (const id of ids) {
    await open(page, '#/charts/years', `${id}.html`);
    await expect(page.locator('#chart-years .picture .point')).toHaveCount(3 * ids.length);
    await page.locator('#chart-years').getByRole('button', { name: '表格' }).click();
    await expect(page.locator('#chart-years').getByRole('rowheader')).toHaveText(ids.toReversed().map((id) => `${id}年`));
  }
});

test('each page searches its own report, by letters as well', async ({ page }) => {
  const [gone] = firms(oldest).filter(({ id }) => firms(newest).every((firm) => firm.id !== id));
  await open(page, `#/search?q=${gone.pinyin}`, `${oldest}.html`);
  await expect(page.getByRole('link', { name: gone.name, exact: true })).toBeVisible();
  await open(page, '#/search?q=gytz', `${oldest}.html`);
  await expect(page.locator('main').getByRole('status')).toHaveText(/^没有找到/);
  await open(page, '#/search?q=gdzctz', `${oldest}.html`);
  await expect(page.getByRole('link', { name: '固定资产投资', exact: true })).toBeVisible();
  await open(page, `#/search?q=${gone.pinyin}`);
  await expect(page.locator('main').getByRole('status')).toHaveText(/^没有找到/);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  // What is loaded ahead stays unused, and the browser says so.
  test.beforeEach(({ allowFailure }) => allowFailure(/\/annual-report-app-|\/park\/2021\//));

  test('every year can be read whole, and leads to the others', async ({ page }) => {
    await page.goto('./');
    for (const id of [oldest, newest, ids[1]]) {
      await link(page, id).click();
      await expect(page).toHaveURL(new RegExp(`/${id}\\.html`));
      await expect(page.getByRole('heading', { name: new RegExp(`${id}年`) }).first()).toBeVisible();
      for (const { name } of firms(id)) await expect(page.getByText(name, { exact: true }).first()).toBeAttached();
      await expect(link(page, id)).toHaveAttribute('aria-current', 'true');
    }
  });
});

test('an embedded view and a printed page are of one year, and say nothing of the others', async ({ page }) => {
  await open(page, '#/problems/3?embed=1', `${oldest}.html`);
  await expect(page.locator('main')).toBeVisible();
  await expect(years(page)).toHaveCount(0);
  await open(page, '#/', `${oldest}.html`);
  await page.emulateMedia({ media: 'print' });
  await expect(years(page)).toBeHidden();
});

test('what is asked of a list is asked of the other year, too', async ({ page }) => {
  await open(page, '#/enterprises?q=云岭');
  await expect(names(page)).toHaveCount(1);
  await link(page, oldest).click();
  await expect(page).toHaveURL((url) => decodeURIComponent(url.hash) === '#/enterprises?q=云岭');
  await expect(names(page)).toHaveCount(1);
});

test.describe('one file a year', () => {
  const pages = readdirSync(SEVERAL).filter((name) => /^[a-z]+-\d+\.html$/.test(name));
  // What counts as another origin is then everything that is neither a file nor in the page.
  test.use({ baseURL: pathToFileURL(SEVERAL).href });

  test('opens from a disk, and leads to the other files', async ({ page, context }) => {
    expect(pages).toEqual(ids.toReversed().map((id) => expect.stringMatching(new RegExp(`^[a-z]+-${id}\\.html$`))));
    await context.setOffline(true);
    await page.goto(pathToFileURL(join(SEVERAL, pages[0])).href + '#/enterprises');
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
    await expect(names(page)).toHaveText(firms(oldest).map(({ name }) => name));
    await link(page, newest).click();
    await expect(page).toHaveURL(new RegExp(`/${pages[2].replace('.', '\\.')}#/enterprises$`));
    await expect(names(page)).toHaveText(firms(newest).map(({ name }) => name));
  });
});

test('nothing of the park that the app was first built for is left in it', async () => {
  for (const name of readdirSync(SEVERAL).filter((name) => /\.(html|js|css|wasm|txt)$/.test(name))) {
    const content = readFileSync(join(SEVERAL, name), 'utf8');
    expect(content.match(/正阳|黔江|重庆|slbx/g) ?? [], name).toEqual([]);
    for (const { name: firm } of pack<{ name: string }[]>('2021/enterprises.json')) expect(content.includes(firm), `${name}: ${firm}`).toBe(false);
  }
});

for (const width of [320, 768, 1440]) {
  test(`axe finds nothing and nothing sticks out at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const hash of ['#/', '#/charts/years', '#/?mode=elder']) {
      await open(page, hash, `${oldest}.html`);
      await expectAccessible(page);
      await expectNothingBeyond(page, hash);
    }
  });
}

test('below the way to the other years the name stands where it will before any style is here', async ({ page }) => {
  await expectNameInPlace(page, `./${oldest}.html`);
});
