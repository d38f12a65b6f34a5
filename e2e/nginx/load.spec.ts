// Many readers at once, on one machine: every answer is there and whole. How fast is told and not judged.
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask, DIST, FILES, NAMED } from './ask.ts';

const READERS = 64;
const REQUESTS = 20_000;

/** What the first load asks for, as it travels. */
const FIRST_LOAD = NAMED.filter((file) => file === 'index.html' || (/^data\/|\.(js|wasm|css|svg)$/.test(file) && !file.startsWith('preview'))).map((file) => {
  const packed = FILES.includes(`${file}.gz`);
  return { file, size: readFileSync(join(DIST, packed ? `${file}.gz` : file)).length };
});

test(`${READERS} readers who keep asking get everything`, async () => {
  // On a machine that does other things as well, this takes a while.
  test.setTimeout(240_000);
  const agent = new Agent({ keepAlive: true, maxSockets: READERS });
  const wrong: string[] = [];
  let [asked, bytes] = [0, 0];
  const reader = async () => {
    while (asked < REQUESTS) {
      const { file, size } = FIRST_LOAD[asked++ % FIRST_LOAD.length];
      const { status, body } = await ask(file, { headers: { 'Accept-Encoding': 'gzip' }, agent });
      bytes += body.length;
      if (status !== 200 || body.length !== size) wrong.push(`${file}: ${status}, ${body.length} of ${size} bytes`);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: READERS }, reader));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  console.log(`nginx: ${Math.round(REQUESTS / seconds)} requests/s, ${Math.round(bytes / 1e6 / seconds)} MB/s, ${REQUESTS} requests, ${READERS} connections`);
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(asked).toBeGreaterThanOrEqual(REQUESTS);
});
