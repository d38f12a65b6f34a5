// 关于: what the marks mean, which keys there are, which pack this is; and the pages along the bottom of a phone.
import { expect, expectAccessible, expectNothingBeyond, hold, open, test, type Page } from '../fixtures.ts';
import { enterprises, figures, projects, report } from './expected/pack.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('“?” opens it from any page but a box, and so does the footer', async ({ page }) => {
  await open(page, '#/charts');
  await page.keyboard.press('?');
  await expect(page).toHaveURL(/#\/about\/keys$/);
  await expect(heading(page)).toHaveText('关于这份报告');
  const keys = page.getByRole('heading', { name: '快捷键' });
  await expect(keys).toBeFocused();
  await expect(keys).toBeInViewport();
  await open(page, '#/enterprises');
  await page.getByRole('searchbox').fill('a?');
  await page.keyboard.press('?');
  await expect(page).toHaveURL(/#\/enterprises/);
  await page.getByRole('link', { name: '关于' }).click();
  await expect(page).toHaveURL(/#\/about$/);
});

test('it says what every qualifier of the report means, and which pack this is', async ({ page }) => {
  await open(page, '#/about');
  const marks = page.locator('.told').first();
  for (const mark of ['预计', '拟', '近', '余', '约', '超…以上', '推算', '可比口径', '已列名 / 共', '报告未提及']) {
    await expect(marks.locator('dt', { hasText: mark })).toHaveCount(1);
  }
  const known = await marks.textContent();
  for (const { qualifier } of figures) if (qualifier) expect(known).toContain(qualifier);
  await expect(page.locator('main')).toContainText(`${figures.length} 个数字，${enterprises.length} 家企业和机构，${projects.length} 个项目`);
  await expect(page.locator('main')).toContainText(report.meta.issuer);
  const checked = await page.locator('meta[name=checked]').getAttribute('content');
  await expect(page.locator('code')).toHaveText(checked!);
  await expect(page.locator('main')).toContainText('与构建时核对过的一致');
});

test('a pack that was changed since is said to be another', async ({ page }) => {
  await page.route(/projects\.json/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${await answer.text()}\n` });
  });
  await open(page, '#/about');
  await expect(page.locator('main')).toContainText('与构建时核对过的不同');
});

test('it names the keys', async ({ page }) => {
  await open(page, '#/about');
  const keys = await page.locator('.told').nth(1).locator('dt').allTextContents();
  expect(keys).toEqual(['/', '?', '↑ ↓', 'PageUp PageDown Home End', 'Enter', '空格', 'Esc', 'Tab']);
});

test('every key that it names does what it says', async ({ page }) => {
  await open(page, '#/about');
  const told = page.locator('.told').nth(1);
  const rows = await told.locator('div').evaluateAll((rows) => rows.map((row) => [...row.children].map((part) => part.textContent!)));
  const says = Object.fromEntries(rows);
  const active = page.locator('.list__row--active');
  const walks = async (hash: string, at: string, shown: string) => {
    await open(page, hash);
    await page.locator(at).first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator(shown)).toHaveCount(1);
  };
  const does: Record<string, () => Promise<void>> = {
    '/': async () => {
      await page.keyboard.press('/');
      await expect(page).toHaveURL(/#\/search/);
    },
    '?': async () => {
      await open(page, '#/');
      await page.keyboard.press('?');
      await expect(page).toHaveURL(/#\/about\/keys$/);
    },
    '↑ ↓': async () => {
      await walks('#/search?q=产业', '#search-all', '.found__line a:focus');
      await walks('#/projects', '.list__frame', '.list__row--active');
      await walks('#/chart/growth', '.picture', '.picture .tip:not(:empty)');
    },
    'PageUp PageDown Home End': async () => {
      await walks('#/enterprises', '.list__frame', '.list__row--active');
      for (const [key, place] of [['End', enterprises.length], ['Home', 1]] as const) {
        await page.keyboard.press(key);
        await expect(active).toHaveAttribute('aria-rowindex', String(place + 1));
      }
      await page.keyboard.press('PageDown');
      await expect(active).not.toHaveAttribute('aria-rowindex', '2');
      await page.keyboard.press('PageUp');
      await expect(active).toHaveAttribute('aria-rowindex', '2');
    },
    Enter: async () => {
      for (const [hash, at, down] of [['#/search?q=产业', '#search-all', ''], ['#/projects', '.list__frame', 'ArrowDown'], ['#/chart/growth', '.picture', 'ArrowDown']]) {
        await open(page, hash);
        await page.locator(at).first().focus();
        if (down) await page.keyboard.press(down);
        await page.keyboard.press('Enter');
        await expect(page, hash).not.toHaveURL((url) => decodeURIComponent(url.hash) === hash);
      }
    },
    空格: async () => {
      // Of the lists that it speaks of, and of no other.
      for (const [hash, noun] of [['#/enterprises', '企业'], ['#/projects', '项目']]) {
        await walks(hash, '.list__frame', '.list__row--active');
        await page.keyboard.press('Space');
        const picked = page.waitForURL(/compare=/, { timeout: 1000 }).then(() => true, () => false);
        expect(says.空格.includes(noun), noun).toBe(await picked);
      }
    },
    Esc: async () => {
      await walks('#/chart/growth', '.picture', '.picture .tip:not(:empty)');
      await page.keyboard.press('Escape');
      await expect(page.locator('.picture .tip')).toBeEmpty();
      await page.locator('.chart summary').first().click();
      await page.keyboard.press('Escape');
      await expect(page.locator('.chart details[open]')).toHaveCount(0);
      await page.getByRole('button', { name: '嵌入' }).last().click();
      await page.keyboard.press('Escape');
      await expect(page.locator('dialog[open]')).toHaveCount(0);
    },
    Tab: async () => {
      await open(page, '#/');
      await page.keyboard.press('Tab');
      await expect(page.locator(':focus')).toHaveCount(1);
    },
  };
  expect(Object.keys(does)).toEqual(Object.keys(says));
  for (const key of Object.keys(says)) await test.step(key, () => does[key]());
});

test('keys that do something alone can be put off, which is remembered; those within a list and Escape stay', async ({ page }) => {
  const door = page.getByRole('button', { name: '单键快捷键' });
  const stays = async (...keys: string[]) => {
    const { hash } = new URL(page.url());
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(100);
    expect(new URL(page.url()).hash, keys.join(' ')).toBe(hash);
  };
  await open(page, '#/about');
  await expect(door).toHaveAttribute('aria-pressed', 'true');
  await expect(door).toHaveAccessibleName('单键快捷键：开');
  await door.press('Space');
  await expect(door).toHaveAttribute('aria-pressed', 'false');
  await expect(door).toHaveAccessibleName('单键快捷键：关');
  await expect(door).toBeFocused();
  await expect(page).toHaveURL(/#\/about$/);
  await stays('/', '?');
  // In the next visit, also where the address says how to read.
  for (const address of ['#/enterprises', '#/enterprises?contrast=high']) {
    await open(page, address);
    await expect(page.locator('.list__row').first()).toBeVisible();
    await stays('/', '?');
  }
  await page.locator('.list__frame').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.list__row--active')).toHaveCount(1);
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/compare=/);
  await open(page, '#/search?q=产业');
  await expect(page.locator('.found').first()).toBeVisible();
  await page.locator('.found__line a').first().focus();
  await stays('a', '/', '?');
  await expect(page.locator('#search-all')).not.toBeFocused();
  await open(page, '#/about');
  await expect(door).toHaveAttribute('aria-pressed', 'false');
  await door.click();
  await page.keyboard.press('/');
  await expect(page).toHaveURL(/#\/search/);
});

test('they can be put off before the app is there', async ({ page }) => {
  const release = await hold(page, /\.wasm$/);
  await page.goto('./#/about');
  const door = page.locator('#still').getByRole('button', { name: '单键快捷键' });
  await door.click();
  await expect(door).toHaveAttribute('aria-pressed', 'false');
  release();
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  await expect(page.getByRole('button', { name: '单键快捷键' })).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('/');
  await page.waitForTimeout(100);
  await expect(page).toHaveURL(/#\/about$/);
});

for (const width of [320, 768, 1440]) {
  test(`axe finds nothing and nothing sticks out at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, '#/about');
    await expect(heading(page)).toBeVisible();
    await expectAccessible(page);
    await expectNothingBeyond(page, 'about');
  });
}

for (const width of [320, 360, 430]) {
  test(`at ${width} px the pages stand along the bottom, each large enough for a thumb, and nothing is left under them`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await open(page, '#/work');
    const nav = page.getByRole('navigation', { name: '页面' });
    const links = nav.getByRole('link');
    await expect(links).toHaveCount(6);
    await page.evaluate(() => scrollTo(0, 2000));
    for (const link of await links.all()) {
      const box = (await link.boundingBox())!;
      expect(box.y).toBeGreaterThan(740 * 0.8);
      expect(box.y + box.height).toBeLessThanOrEqual(741);
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
      // No word is torn, and none sticks out.
      expect(await link.evaluate((link) => link.scrollWidth <= link.clientWidth + 1)).toBe(true);
    }
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const last = (await page.getByRole('link', { name: '关于' }).boundingBox())!;
    expect(last.y + last.height).toBeLessThan((await nav.boundingBox())!.y);
    await nav.getByRole('link', { name: '项目' }).click();
    await expect(page).toHaveURL(/#\/projects/);
  });
}

test('where type is large, in 长辈版 and in a low window the pages stand above, as elsewhere', async ({ page }) => {
  const isAbove = async () => (await page.getByRole('navigation', { name: '页面' }).boundingBox())!.y < 500;
  await page.setViewportSize({ width: 360, height: 740 });
  for (const way of ['mode=elder', 'size=2', 'size=3']) {
    await open(page, `#/work?${way}`);
    await expect(heading(page)).toBeVisible();
    expect(await isAbove(), way).toBe(true);
  }
  await page.setViewportSize({ width: 360, height: 400 });
  await open(page, '#/about');
  await page.evaluate(() => scrollTo(0, 0));
  expect(await isAbove()).toBe(true);
});
