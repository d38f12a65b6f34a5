// The build is served, starts under the portal's policy, and asks for nothing it does not find.
import { expect, open, test } from '../fixtures.ts';

test('the page opens and the app starts @phone @tablet', async ({ page }) => {
  await open(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page).toHaveTitle(/\S/);
  await expect(page.locator('#boot-error')).toBeHidden();
  await expect(page.getByRole('main')).toBeVisible();
});

test('the build has no inline script, so that a strict policy may forbid them', async ({ request }) => {
  const html = await (await request.get('./')).text();
  // The release build leaves out quotes that HTML does not need.
  expect(html).toMatch(/data-glue="?\.\//);
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
});

test('when the wasm file is missing, the page says so instead of staying silent', async ({ page, allowFailure }) => {
  allowFailure(/_bg\.wasm$|\/annual-report-app-|\/boot\.js$/);
  await page.route(/_bg\.wasm$/, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('./');
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'failed');
  await expect(page.locator('#boot-error')).toBeVisible();
});

test('a missing file is missing, and nothing outside the build is served', async ({ request }) => {
  for (const path of ['data/no-such.json', '../../etc/passwd', '..%2f..%2fCargo.toml', '%2e%2e/%2e%2e/Cargo.toml', '%00']) {
    expect((await request.get(`./${path}`)).status(), path).toBe(404);
  }
  expect((await request.post('./')).status()).toBe(405);
});
