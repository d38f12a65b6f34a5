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
  { name: 'figure', hash: '#/figure/output-above-scale', width: 1440, height: 900 },
  { name: 'search', hash: '#/search?q=投资', width: 1440, height: 900 },
  { name: 'elder', hash: '#/?mode=elder', width: 1440, height: 900 },
  { name: 'contrast', hash: '#/work/2.2?contrast=high', width: 1440, height: 900 },
  { name: 'overview-phone', hash: '#/', width: 360, height: 740 },
];

/** Every chart of the report, alone on a phone and on a desk, and both once more in 长辈版. */
const { charts } = JSON.parse(await readFile(new URL('../data/2021/report.json', import.meta.url), 'utf8'));
const WAYS = [
  { width: 360, way: '', end: '' },
  { width: 1440, way: '', end: '' },
  { width: 360, way: '?mode=elder', end: '-elder' },
  { width: 1440, way: '?mode=elder', end: '-elder' },
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
  for (const { width, way, end } of WAYS) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' });
    for (const { id } of charts) {
      await page.goto('about:blank');
      await page.goto(`http://127.0.0.1:${process.env.E2E_PORT}/park/2021/#/chart/${id}${way}`);
      await page.locator('[data-boot="started"] .picture svg').waitFor();
      await page.waitForLoadState('networkidle');
      const name = `charts/${id}-${width}${end}.png`;
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
