// Each file of the pack fails alone: what failed is said, with its place, and all the rest works.
import { expect, go, hold, open, pack, passTime, test, withoutReport, type Page } from '../fixtures.ts';
import { rows as shown } from '../list.ts';
import { enterprises, figure, projects, report } from './expected/pack.ts';
import { amount } from './expected/written.ts';

type Case = {
  file: string;
  /** What readers call it. */
  name: string;
  /** A value of the wrong sort, and the place at which the message has to put it. */
  spoil: (content: any) => void;
  place: string;
  /** A view that needs the file, what stands there, and another view that does not. */
  view: string;
  shows: (page: Page) => Promise<void>;
  rest: (page: Page) => Promise<void>;
};

const rows = (page: Page, hash: string, count: number) => async () => {
  await go(page, hash);
  await expect(shown(page)).toHaveCount(count);
};

const CASES: Case[] = [
  {
    file: 'index.json',
    name: '报告目录',
    spoil: (index) => Object.assign(index, { schema: 'one' }),
    place: '/schema',
    view: '#/work',
    shows: (page) => expect(page.locator('.section')).toHaveCount(report.sections.length),
    rest: async (page) => {
      await page.getByRole('link', { name: '企业', exact: true }).click();
      await expect(page).toHaveURL(/#\/enterprises$/);
      await expect(page.getByRole('contentinfo')).toContainText('读数说明');
    },
  },
  {
    file: '2021/report.json',
    name: '报告正文',
    spoil: (content) => Object.assign(content.sections[1].items[0], { title: 7 }),
    place: '/sections/1/items/0/title',
    view: '#/problems',
    shows: (page) => expect(page.locator('.problem')).toHaveCount(report.problems.length),
    rest: async (page) => {
      await rows(page, '#/enterprises', enterprises.length)();
      await rows(page, '#/projects', projects.length)();
    },
  },
  {
    file: '2021/figures.json',
    name: '数字',
    spoil: (content) => Object.assign(content[0], { unit: 3 }),
    place: '/0/unit',
    view: '#/',
    shows: (page) => expect(page.locator('.card__amount').first()).toContainText(amount(figure(report.headline[0]))),
    rest: async (page) => {
      await expect(page.locator('.highlight__text')).toHaveText(report.highlights.map(({ text }) => text));
      await rows(page, '#/enterprises', enterprises.length)();
      await go(page, `#/projects/${projects[0].id}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(projects[0].name);
    },
  },
  {
    file: '2021/enterprises.json',
    name: '企业名单',
    spoil: (content) => Object.assign(content[2].events[0], { tag: 7 }),
    place: '/2/events/0/tag',
    view: '#/enterprises',
    shows: (page) => expect(shown(page)).toHaveCount(enterprises.length),
    rest: async (page) => {
      await rows(page, '#/projects', projects.length)();
      await go(page, '#/work');
      await expect(page.locator('.section')).toHaveCount(report.sections.length);
    },
  },
  {
    file: '2021/projects.json',
    name: '项目清单',
    spoil: (content) => Object.assign(content[5], { status: 4 }),
    place: '/5/status',
    view: '#/projects',
    shows: (page) => expect(shown(page)).toHaveCount(projects.length),
    rest: async (page) => {
      await rows(page, '#/enterprises', enterprises.length)();
      await go(page, '#/charts');
      await expect(page.locator('.chart .bar').first()).toBeVisible();
    },
  },
];

for (const { file, name, spoil, place, view, shows, rest } of CASES) {
  const short = file.split('/').at(-1)!;
  test(`when ${short} fails, what is wrong is said, the rest works, and 重试 puts it right`, async ({ page, allowFailure }) => {
    const spoiled = pack<any>(file);
    spoil(spoiled);
    /** What the server answers, try by try, and what is then to be read. */
    const tries = [
      { answer: { status: 404, body: '404' }, says: [`data/${file}`, '404'] },
      { answer: { status: 503, body: '' }, says: [`data/${file}`, '503'] },
      { answer: { contentType: 'text/html', body: '<!doctype html><p>页面不存在</p>' }, says: [`${short}: /`, '第 1 行第 1 列'] },
      { answer: { contentType: 'application/json', body: JSON.stringify(spoiled) }, says: [`${short}: ${place}: `] },
      { answer: { contentType: 'application/json', body: JSON.stringify(pack(file)).slice(0, -40) }, says: [`${short}: /`, 'EOF'] },
    ];
    const url = new RegExp(`/data/${file}$`);
    allowFailure(url);
    let asked = 0;
    await page.route(url, (route) => route.fulfill(tries[asked++].answer));
    // A page that holds the report stays as it is then (static.spec.ts).
    if (/index|report/.test(short)) await withoutReport(page);
    await open(page, view);
    const failure = page.getByRole('alert').filter({ hasText: `${name}未能载入` });
    const retry = failure.first().getByRole('button', { name: '重试' });
    for (const [nth, { says }] of tries.entries()) {
      await test.step(says.join(' '), async () => {
        if (nth > 0) await retry.click();
        for (const part of says) await expect(failure.first()).toContainText(part);
        expect(asked).toBe(nth + 1);
      });
    }
    await rest(page);
    await go(page, view);
    await page.unroute(url);
    await retry.click();
    await shows(page);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

// The index and the report leave the page before the app standing (faults.spec.ts).
for (const { file, name, view, shows } of CASES.slice(2)) {
  const short = file.split('/').at(-1)!;
  const url = new RegExp(`/data/${file}$`);

  test(`when ${short} cannot be reached at all, that is said, and 重试 puts it right`, async ({ page, allowFailure }) => {
    allowFailure(url);
    await page.route(url, (route) => route.abort('connectionrefused'));
    await open(page, view);
    const failure = page.getByRole('alert').filter({ hasText: `${name}未能载入` });
    await expect(failure).toContainText(`data/${file}：未能取得（`);
    await page.unroute(url);
    await failure.getByRole('button', { name: '重试' }).click();
    await shows(page);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test(`when ${short} has not come after half a minute, it is given up in words, and 重试 asks anew`, async ({ page, allowFailure }) => {
    allowFailure(url);
    await page.clock.install();
    const release = await hold(page, url);
    const asked = page.waitForRequest(url);
    // The others are here by then, so that nobody's patience with them ends.
    const others = CASES.filter((other) => other.file !== file).map((other) =>
      page.waitForEvent('requestfinished', (request) => request.url().endsWith(`/data/${other.file}`)),
    );
    // A page that asks for every file, whatever it shows.
    await page.goto('./#/projects');
    await Promise.all([asked, ...others]);
    await passTime(page, async () => (await page.locator('html').getAttribute('data-boot')) === 'started');
    await go(page, view);
    const failure = page.getByRole('alert').filter({ hasText: `${name}未能载入` });
    await expect(failure).toContainText(`data/${file}：未能取得（30 秒没有取到）`);
    // Once more, and once more in vain.
    const again = page.waitForRequest(url);
    await failure.getByRole('button', { name: '重试' }).click();
    await again;
    await passTime(page, () => failure.filter({ hasText: '30 秒没有取到' }).isVisible());
    release();
    await failure.getByRole('button', { name: '重试' }).click();
    await shows(page);
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

test('a failed file is said once on a page, not once for everything that needs it', async ({ page, allowFailure }) => {
  const url = /\/data\/2021\/figures\.json$/;
  allowFailure(url);
  await page.route(url, (route) => route.fulfill({ status: 404, body: '' }));
  await open(page, '#/charts');
  for (const address of ['#/charts', '#/', '#/work', `#/enterprises/${enterprises[0].id}`]) {
    await go(page, address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(1);
  }
});

test('a place that an address names is gone to once its file has come at the second try', async ({ page, allowFailure }) => {
  const url = /\/data\/2021\/report\.json$/;
  allowFailure(url);
  await page.route(url, (route) => route.fulfill({ status: 404, body: '' }));
  await withoutReport(page);
  await open(page, '#/problems/3/5');
  const retry = page.getByRole('button', { name: '重试' });
  await expect(retry).toBeVisible();
  await page.unroute(url);
  await retry.click();
  await expect(page.locator('[id="at-3-5"]')).toBeFocused();
  await expect(page.locator('[id="at-3-5"]')).toBeInViewport();
});

test('while a file is on its way, the report can be read, and that more is coming is said', async ({ page }) => {
  const release = await hold(page, /\/data\/2021\/report\.json$/);
  await page.goto('./#/work');
  await expect(page.getByRole('status')).toContainText('正在载入');
  await expect(page.locator('#still .section').first()).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-boot', 'started');
  release();
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  await expect(page.locator('#still')).toHaveCount(0);
  await expect(page.locator('.section')).toHaveCount(report.sections.length);
});
