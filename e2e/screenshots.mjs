// The pictures of the README and of every chart, taken of the release build as the end-to-end server serves it: `node screenshots.mjs`.
// `E2E_DIST` names another build than `../dist`, `E2E_PORT` another port than 4173, `CHROMIUM` another browser.
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const PICTURES = [
  { name: 'overview', hash: '#/', width: 1440, height: 900 },
  { name: 'work', hash: '#/work/2.2', width: 1440, height: 900 },
  { name: 'enterprises', hash: '#/enterprises?q=丝绸', width: 1440, height: 900 },
  { name: 'compare', hash: '#/compare?compare=san-lei-bo-xian,shuang-he-si-chou,ke-rui-nan-hai-zhi-yao', width: 1440, height: 900 },
  { name: 'charts', hash: '#/charts', width: 1440, height: 900 },
  { name: 'overview-phone', hash: '#/', width: 360, height: 740 },
];

/** Every chart of the report, alone on a phone and on a desk, and in large type. */
const { charts } = JSON.parse(await readFile(new URL('../data/2021/report.json', import.meta.url), 'utf8'));
const WIDTHS = [
  { width: 360, type: 18 },
  { width: 1440, type: 18 },
  { width: 360, type: 24 },
];

const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
process.env.E2E_PORT ??= '4173';
await import('./server.mjs');
await mkdir(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const { name, hash, width, height } of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN', reducedMotion: 'reduce' });
    await page.goto(`http://127.0.0.1:${process.env.E2E_PORT}/park/2021/${hash}`);
    await page.locator('html[data-boot="started"]').waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    // All files are here, and what an address names has been gone to.
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' });
    console.log(`docs/screenshots/${name}.png`);
    await page.close();
  }
  await mkdir(`${folder}charts`, { recursive: true });
  for (const { width, type } of WIDTHS) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' });
    for (const { id } of charts) {
      await page.goto('about:blank');
      await page.goto(`http://127.0.0.1:${process.env.E2E_PORT}/park/2021/#/chart/${id}`);
      await page.locator('[data-boot="started"] .picture svg').waitFor();
      // Not before: the document that a script finds at the very beginning is not the one that is shown.
      await page.evaluate((type) => { document.documentElement.style.fontSize = `${type}px`; }, type);
      const shown = await page.evaluate(() => getComputedStyle(document.querySelector('.picture')).fontSize);
      if (parseFloat(shown) !== type * 0.9) throw new Error(`${shown} in a picture at ${type}px`);
      await page.waitForLoadState('networkidle');
      const name = `charts/${id}-${width}${type === 18 ? '' : '-large'}.png`;
      await page.locator('.chart').screenshot({ path: `${folder}${name}`, animations: 'disabled' });
      console.log(`docs/screenshots/${name}`);
    }
    await page.close();
  }
} finally {
  await browser.close();
}
// The server would wait for ever.
process.exit(0);
