// How every spec opens the browser: the machine's own Chromium, for a reader in China.
import type { PlaywrightTestConfig } from '@playwright/test';

export const browser: PlaywrightTestConfig['use'] = {
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  trace: 'retain-on-failure',
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
};

export const desktop = { viewport: { width: 1440, height: 900 } };
