// The report takes nothing from its reader: no other host is asked, nothing is kept, nothing is left behind.
import { expect, go, open, test, type Page } from '../fixtures.ts';
import { names, rows } from '../list.ts';
import { expectNothingKept, requestsOf } from '../traces.ts';

const ADDRESSES = ['#/work', '#/enterprises?q=丝绸', '#/enterprises/shuang-he-si-chou', '#/compare?compare=shuang-he-si-chou,ke-rui-nan-hai-zhi-yao', '#/projects', '#/projects/data-lake-park', '#/charts', '#/problems', '#/figure/output-above-scale', '#/search?q=产业', '#/about', '#/'];

async function readEverything(page: Page): Promise<void> {
  await open(page);
  for (const address of ADDRESSES) {
    await go(page, address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await go(page, '#/enterprises');
  await page.getByRole('searchbox').pressSequentially('slbx');
  await page.getByRole('checkbox').first().check();
  await go(page, '#/charts');
  await page.getByRole('button', { name: '表格' }).first().click();
  await expect(page.locator('.chart').first().getByRole('table')).toBeVisible();
}

test('every request stays in the report’s own folder, and each file is asked for once', async ({ page, baseURL }) => {
  const requests = requestsOf(page);
  await readEverything(page);
  const urls = requests.map((request) => request.url());
  expect(urls.filter((url) => !url.startsWith(baseURL!))).toEqual([]);
  // Chromium itself asks for the icon again whenever the address changes.
  const paths = urls.map((url) => new URL(url).pathname.replace('/park/2021/', '')).filter((path) => path !== 'icon.svg').sort();
  expect(paths).toEqual([...new Set(paths)]);
  for (const file of ['index.json', '2021/report.json', '2021/figures.json', '2021/enterprises.json', '2021/projects.json']) {
    expect(paths).toContain(`data/${file}`);
  }
});

test('no address in the page leads to another host', async ({ page }) => {
  await open(page);
  for (const address of ADDRESSES) {
    await go(page, address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('[href], [src], [action]')]
        .flatMap((element) => ['href', 'src', 'action'].map((name) => element.getAttribute(name)))
        .filter((url) => url && new URL(url, document.baseURI).origin !== location.origin),
    );
    expect(outside, address).toEqual([]);
  }
});

test('nothing is kept in the browser', async ({ page }) => {
  const headers: string[] = [];
  page.on('response', async (response) => headers.push(...Object.keys(await response.allHeaders())));
  await readEverything(page);
  expect(headers).not.toContain('set-cookie');
  await expectNothingKept(page);
});

test('what a reader searched for does not reach the server', async ({ page }) => {
  const requests = requestsOf(page);
  await open(page, '#/enterprises');
  await page.getByRole('searchbox').pressSequentially('双河丝绸');
  await expect(rows(page)).toHaveCount(1);
  await names(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('双河丝绸');
  const urls = requests.map((request) => request.url());
  expect(urls.filter((url) => /双河|shuang|%E5%8F%8C/.test(url.split('#')[0]))).toEqual([]);
});
