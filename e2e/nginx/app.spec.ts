// The app as readers get it from nginx, under its policy: a violation is a console error, and so a failed test.
import { test as bare } from '@playwright/test';
import { save } from '../downloads.ts';
import { expect, go, open, test } from '../fixtures.ts';
import { box, names, rows } from '../list.ts';
import { enterprises, report } from '../specs/expected/pack.ts';
import { brotliModule } from './binary.mjs';
import { BASE, ORIGIN, PORTAL, STRANGER } from './place.mjs';

const VIEWS = ['#/', '#/work', '#/enterprises', `#/enterprises/${enterprises[0].id}`, '#/projects', '#/charts', '#/problems'];

test('every view opens, whole and embedded', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(report.meta.title);
  for (const view of VIEWS) {
    await go(page, view);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
  await open(page, '#/chart/growth?embed=1');
  await expect(page.locator('.chart svg .bar').first()).toBeVisible();
});

test('the wasm arrives compressed and with its type, so that it is compiled on the way', async ({ page }) => {
  const answered = page.waitForResponse(/_bg\.wasm$/);
  await open(page);
  const headers = await (await answered).allHeaders();
  expect(headers['content-type']).toBe('application/wasm');
  // Browsers take the loopback interface for as safe as HTTPS, and ask for br.
  expect(headers['content-encoding']).toBe(brotliModule() ? 'br' : 'gzip');
});

test('lists are searched and saved, charts drawn and saved', async ({ page }) => {
  await open(page, '#/enterprises');
  await box(page).pressSequentially('丝绸');
  await expect(rows(page).first()).toContainText('丝绸');
  await expect(names(page)).not.toHaveCount(enterprises.length);
  expect((await save(page, '当前筛选', 'CSV')).text).toContain('丝绸');
  await go(page, '#/charts');
  const chart = page.locator('.chart').first();
  await chart.locator('summary').filter({ hasText: '下载' }).click();
  const saved = page.waitForEvent('download');
  await chart.getByRole('button', { name: 'PNG' }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.png$/);
});

// Other origins are the point here, so nothing watches for them.
bare('the portal may embed the report, and nobody else', async ({ page }) => {
  const embedded = () => page.frames()[1]?.url();
  await page.goto(PORTAL);
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText('问题与打算');
  expect(embedded()).toContain(ORIGIN + BASE);
  await page.goto(STRANGER);
  await expect.poll(embedded).toContain('chrome-error:');
});
