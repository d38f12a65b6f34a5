// The table in docs/reliability.md names a test for everything that it promises: each is there.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

type Suite = { file: string; suites?: Suite[]; specs: { title: string }[] };

/** Every test of every spec: `static.spec.ts the whole report …`. */
function tests(): string[] {
  const e2e = fileURLToPath(new URL('..', import.meta.url));
  const command = ['node_modules/@playwright/test/cli.js', 'test', '--list', '--reporter=json'];
  const list = JSON.parse(execFileSync(process.execPath, command, { cwd: e2e, encoding: 'utf8', maxBuffer: 1 << 26 })) as { suites: Suite[] };
  const of = ({ file, suites = [], specs }: Suite): string[] => [
    ...specs.map(({ title }) => `${basename(file)} ${title}`),
    ...suites.flatMap(of),
  ];
  return list.suites.flatMap(of);
}

/** `…` stands for anything. */
const pattern = (named: string) => new RegExp(`^${named.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);

test('every row of the table of faults names tests, and each of them is there', () => {
  // Reading every spec takes a busy machine a while.
  test.setTimeout(180_000);
  const text = readFileSync(new URL('../../docs/reliability.md', import.meta.url), 'utf8');
  const named = (part: string) => [...part.matchAll(/`([\w-]+\.spec\.ts)` `([^`]+)`/g)].map(([, file, title]) => `${file} ${title}`);
  const rows = text.split('\n').filter((line) => line.startsWith('|')).slice(2);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter((row) => named(row).length === 0)).toEqual([]);
  const all = tests();
  expect(all.length).toBeGreaterThan(0);
  expect(named(text).filter((name) => !all.some((test) => pattern(name).test(test)))).toEqual([]);
});
