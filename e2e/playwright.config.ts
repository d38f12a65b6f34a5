// The release build under a sub-path, in the machine's own Chromium. One attempt a test: what fails once is broken.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { browser, desktop } from './browser.ts';
import { LARGE_PACK, SEVERAL } from './fixtures.ts';
import { portal, report, stranger } from './origins.ts';

const port = Number(process.env.E2E_PORT ?? 4173);
const address = (port: number) => `http://127.0.0.1:${port}/park/2021/`;
// The same build with the generated pack of a hundred thousand enterprises stands on the port beside it, and one that
// panics on demand behind the other sites (origins.ts), and one with the three reports of examples/park.
const [baseURL, largeURL, plantedURL, severalURL] = [address(port), address(port + 1), address(port + 4), address(port + 5)];
const dist = process.env.E2E_DIST ?? '';
const planted = resolve(process.env.E2E_PLANTED ?? fileURLToPath(new URL('../target/planted', import.meta.url)));
const several = SEVERAL;

if (!existsSync(join(LARGE_PACK, 'index.json'))) {
  throw new Error(
    `no pack in ${LARGE_PACK}: cargo xtask gen --enterprises 100000 --projects 3000 --seed 7 --out target/packs/e2e, ` +
      'or name another folder in E2E_PACK',
  );
}

if (!existsSync(join(planted, 'index.html'))) {
  throw new Error(`no build that panics on demand in ${planted}: cargo xtask test e2e makes it, or name another folder in E2E_PLANTED`);
}

if (!existsSync(join(several, 'index.html'))) {
  throw new Error(`no build with several reports in ${several}: cargo xtask test e2e makes it, or name another folder in E2E_SEVERAL`);
}

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const large = '**/large/*.spec.ts';
const crashes = '**/planted/*.spec.ts';
const years = '**/several/*.spec.ts';
const others = [large, crashes, years];

export default defineConfig({
  testDir: 'specs',
  fullyParallel: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results',
  reporter: [['list'], ['json', { outputFile: 'playwright-report/results.json' }]],
  use: {
    baseURL,
    ...browser,
  },
  // Every spec runs on the desktop. One tagged @phone or @tablet in its title runs there as well.
  projects: [
    { name: 'desktop', testIgnore: others, use: desktop },
    { name: 'tablet', testIgnore: others, grep: /@tablet/, use: { viewport: { width: 768, height: 1024 }, hasTouch: true } },
    { name: 'phone', testIgnore: others, grep: /@phone/, use: phone },
    { name: 'planted', testMatch: crashes, use: { ...desktop, baseURL: plantedURL } },
    { name: 'several', testMatch: years, use: { ...desktop, baseURL: severalURL } },
    { name: 'several-phone', testMatch: years, grep: /@phone/, use: { ...phone, baseURL: severalURL } },
    { name: 'large', testMatch: large, use: { ...desktop, baseURL: largeURL } },
    { name: 'large-phone', testMatch: large, grep: /@phone/, use: { ...phone, baseURL: largeURL } },
  ],
  webServer: [
    ...[
      { url: baseURL, dist, pack: '' },
      { url: largeURL, dist, pack: LARGE_PACK },
      { url: plantedURL, dist: planted, pack: '' },
      { url: severalURL, dist: several, pack: '' },
    ].map(({ url, dist, pack }) => ({
      command: 'node server.mjs',
      url,
      env: { E2E_PORT: new URL(url).port, E2E_DIST: dist, E2E_PACK_IN_PLACE: pack, E2E_PORTAL: portal },
      reuseExistingServer: false,
    })),
    // Other sites, which show the report in frames.
    ...[portal, stranger].map((origin) => ({
      command: 'node portal.mjs',
      url: `${origin}/`,
      env: { E2E_PORT: new URL(origin).port, E2E_FRAMED: `${report} ${stranger}` },
      reuseExistingServer: false,
    })),
  ],
});
