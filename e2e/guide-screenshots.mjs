// The pictures of the publisher's guide, taken of the build of the made-up park (`cargo xtask bundle --data examples/park`):
// `node guide-screenshots.mjs`. `E2E_DIST` names another build than `../target/bundle`, `E2E_PORT` another port than 4173,
// `CHROMIUM` another browser.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = at('../docs/screenshots/');
process.env.E2E_DIST ??= at('../target/bundle');
process.env.E2E_PORT ??= '4173';
await import('./server.mjs');

/** The park with three slips in it, as an editor may make them. */
async function withSlips() {
  const pack = join(await mkdtemp(join(tmpdir(), 'guide-')), 'park');
  await cp(at('../examples/park'), pack, { recursive: true });
  const change = async (file, from, to) => {
    const text = await readFile(join(pack, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    await writeFile(join(pack, file), text.replace(from, to));
  };
  await change('2024/figures.json', '"growth_of": "output"', '"growth_of": "outptu"');
  await change('2024/figures.json', '"unit": "家"', '"unit": ""');
  await change('2024/projects.json', '"id": "sewage-extension"', '"id": "sewage"');
  return pack;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const pack = await withSlips();
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, locale: 'zh-CN', reducedMotion: 'reduce' });
  const take = async (name) => {
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `${folder}guide-${name}.png`, animations: 'disabled' });
    console.log(`docs/screenshots/guide-${name}.png`);
  };
  const address = `http://127.0.0.1:${process.env.E2E_PORT}/park/2021/`;
  await page.goto(`${address}preview.html`);
  await page.getByLabel('打开文件夹').waitFor({ state: 'attached' });
  await take('choose');
  await page.getByLabel('打开文件夹').setInputFiles(pack);
  await page.locator('html[data-boot="started"]').waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await take('preview');
  await page.goto(`${address}2023.html#/years`);
  await page.locator('html[data-boot="started"]').waitFor();
  await page.getByRole('table').first().waitFor();
  await take('years');
} finally {
  await browser.close();
  await rm(join(pack, '..'), { recursive: true, force: true });
}
process.exit();
