// The shipped configuration in a real nginx, and the app in a real browser behind it.
import { defineConfig } from '@playwright/test';
import { browser, desktop } from '../browser.ts';
import { BASE, ORIGIN } from './place.mjs';

export default defineConfig({
  testDir: '.',
  retries: 0,
  // One after the other: the load must not slow down what waits for a page.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  outputDir: '../test-results/nginx',
  reporter: [['list'], ['json', { outputFile: '../playwright-report/nginx.json' }]],
  use: { ...browser, ...desktop, baseURL: ORIGIN + BASE },
  webServer: {
    command: 'node server.mjs',
    url: ORIGIN + BASE,
    reuseExistingServer: false,
    stderr: 'pipe',
    // So that it takes its folder with it.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
