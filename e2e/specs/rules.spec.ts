// A pack that was changed after the page was built is looked through by the rules of `cargo xtask check`, and readers
// are told what breaks them.
import { expect, open, pack, test, type Page } from '../fixtures.ts';
import { figures } from './expected/pack.ts';

const note = (page: Page) => page.locator('.findings');

/** Has the page get this in place of a file of the pack. */
async function withFile(page: Page, file: string, content: string): Promise<void> {
  await page.route(new RegExp(`/data/2021/${file}$`), (route) => route.fulfill({ contentType: 'application/json', body: content }));
}

/** Whether the code with the rules was asked for. */
function rulesAsked(page: Page): () => boolean {
  let asked = false;
  page.on('request', (request) => {
    asked ||= /annual-report-app-pages-/.test(request.url());
  });
  return () => asked;
}

test('the pack that the page was built with is known to be sound: nothing is loaded to look it through', async ({ page }) => {
  const asked = rulesAsked(page);
  await open(page, '#/enterprises');
  await page.waitForLoadState('networkidle');
  await expect(note(page)).toHaveCount(0);
  expect(asked()).toBe(false);
});

test('a pack that was changed and is sound is looked through, and nothing is said', async ({ page }) => {
  const asked = rulesAsked(page);
  await withFile(page, 'figures.json', `${JSON.stringify(figures)}\n`);
  await open(page, '#/enterprises');
  await expect.poll(asked).toBe(true);
  await page.waitForLoadState('networkidle');
  await expect(note(page)).toHaveCount(0);
});

test('what breaks the rules is told on every page, folded, with file and place @phone', async ({ page }) => {
  const broken = structuredClone(figures);
  broken[3].unit = '';
  broken[4].growth_of = 'gone';
  await withFile(page, 'figures.json', JSON.stringify(broken));
  const projects = pack<{ section: string }[]>('2021/projects.json');
  projects[2].section = '9.9/<img src=x onerror=alert(1)>';
  await withFile(page, 'projects.json', JSON.stringify(projects));
  for (const hash of ['#/', '#/enterprises', '#/charts', '#/problems?embed=1']) {
    await open(page, hash);
    await expect(note(page).locator('summary')).toContainText('数据文件有 3 处不合约定');
    await expect(note(page).getByRole('listitem').first()).toBeHidden();
    await note(page).locator('summary').click();
    await expect(note(page).getByRole('listitem')).toHaveText([
      /^figures\.json: \/3\/unit: /,
      /^figures\.json: \/4\/growth_of: .*“gone”/,
      /^projects\.json: \/2\/section: “9\.9\/<img src=x onerror=alert\(1\)>”/,
    ]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});

test('of very many the first are told, and how many more there are', async ({ page }) => {
  const broken = figures.map((figure) => ({ ...figure, unit: '' }));
  await withFile(page, 'figures.json', JSON.stringify(broken));
  await open(page, '#/problems');
  await note(page).locator('summary').click();
  await expect(note(page).getByRole('listitem')).toHaveCount(20);
  await expect(note(page)).toContainText(/另有 \d+ 处。/);
});
