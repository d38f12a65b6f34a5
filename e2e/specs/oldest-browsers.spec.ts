// What is written by hand, and the glue, keep to what Chromium 86 understands; for the wasm see `cargo xtask test wasm`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import doiuse from 'doiuse';
import postcss from 'postcss';
import { DIST, expect, test } from '../fixtures.ts';

const built = (ending: RegExp) => readdirSync(DIST).filter((name) => ending.test(name));
const text = (name: string) => readFileSync(join(DIST, name), 'utf8');

/** Chromium 86 knows all of ES2021. */
const understood = (source: string, sourceType: 'script' | 'module') => parse(source, { ecmaVersion: 2021, sourceType });

/** What is there in part only, and why that part is enough. */
const ENOUGH: Record<string, string> = {
  'text-decoration': 'thickness: lines of the usual thickness do as well',
  'css-overflow': 'clip is not used, only what every browser knows',
  'css-not-sel-list': ':not() holds one selector each time; the list is around it',
  'css-sticky': 'not on parts of tables',
  'css-display-contents': 'on paper, and around the preview, of which it is no part; what was missing is what screen readers are told of it',
  multicolumn: 'column-gap of a grid, and break-inside in print',
};

async function missing(css: string): Promise<string[]> {
  const found: string[] = [];
  const onFeatureUsage = ({ feature, usage }: any) => {
    if (!(feature in ENOUGH)) found.push(`${feature}: line ${usage.source.start.line}`);
  };
  await postcss([doiuse({ browsers: ['chrome 86'], onFeatureUsage }) as any]).process(css, { from: undefined });
  // What the tables of features do not know by name.
  for (const [word] of css.matchAll(/(?<=[;{]\s*)(inset|aspect-ratio|translate|rotate|scale|text-wrap|font-palette)(?=\s*:)|overflow: ?clip|[\d.]+[dsl]v[hwb]\b/g)) {
    found.push(word);
  }
  return found;
}

test('the scripts', () => {
  const scripts = built(/^(boot|embed|preview|reading)\.js$/);
  expect(scripts).toEqual(['boot.js', 'embed.js', 'preview.js', 'reading.js']);
  for (const name of scripts) understood(text(name), 'script');
  const glue = built(/^(annual-report-app|preview)-.*\.js$/);
  expect(glue).toHaveLength(2);
  for (const name of glue) understood(text(name), 'module');
  // A check that could not fail would say nothing.
  expect(() => understood('class A { static { } }', 'script')).toThrow();
  expect(() => understood('await 1', 'script')).toThrow();
});

test('the style sheets', async () => {
  const sheets = built(/\.css$/);
  expect(sheets.map((name) => name.split('-')[0])).toEqual(['main', 'preview', 'reading']);
  for (const sheet of sheets) expect(await missing(text(sheet)), sheet).toEqual([]);
  for (const newer of ['a:has(b) { top: 0 }', '@container (width > 1px) { a { top: 0 } }', '@layer x { a { top: 0 } }', 'a { inset: 0 }', 'a { height: 50dvh }', 'a{overflow:clip}']) {
    expect(await missing(newer), newer).not.toEqual([]);
  }
});
