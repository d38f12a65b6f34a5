// What can go wrong between the server and the reader, each kind for each file that it can befall. What a wrong file of
// the pack says, and what works without it, is told in failures.spec.ts; what stays without the program, in
// static.spec.ts; what a chunk leaves out, in chunks.spec.ts. The whole table: docs/reliability.md.
import { expect, go, hold, open, pack, passTime, test, withoutReport, type Page } from '../fixtures.ts';
import { rows } from '../list.ts';
import { enterprises, figure, projects, report } from './expected/pack.ts';
import { amount } from './expected/written.ts';

type Answer = { status?: number; contentType?: string; body?: string | Buffer };

const PAGE = /\/park\/2021\/(#.*)?$/;
const BOOT = /\/boot\.js$/;
const READING = /\/reading\.js$/;
const GLUE = /annual-report-app-[0-9a-f]{1,16}\.js$/;
const WASM = /_bg\.wasm$/;
const LISTS = /annual-report-app-lists-[0-9a-f]{1,16}\.wasm$/;
const PROGRAM = /\/annual-report-app-/;

const data = (file: string) => new RegExp(`/data/${file.replace('.', '\\.')}$`);
const json = (content: unknown): Answer => ({ contentType: 'application/json', body: JSON.stringify(content) });
const said = (page: Page) => page.getByRole('alert');
const booted = (page: Page, how: 'started' | 'failed') => expect(page.locator('html')).toHaveAttribute('data-boot', how);

/** Half of what the server has. */
async function cutOff(page: Page, url: RegExp): Promise<void> {
  await page.route(url, async (route) => {
    const answer = await route.fetch();
    const body = await answer.body();
    await route.fulfill({ response: answer, body: body.subarray(0, body.length >> 1), headers: { 'content-type': answer.headers()['content-type'] } });
  });
}

/** The report stands, and its links lead where they say. */
async function expectReport(page: Page): Promise<void> {
  await expect(page.locator('#still .section:visible')).toHaveCount(report.sections.length);
  await page.locator('#still').getByRole('navigation', { name: '页面' }).getByRole('link', { name: '问题与打算' }).click();
  await expect(page.locator('#still .problem:visible')).toHaveCount(report.problems.length);
}

/** Ways in which a file does not come as it is. */
const WAYS: Record<string, (page: Page, url: RegExp) => Promise<void>> = {
  'is missing': (page, url) => page.route(url, (route) => route.fulfill({ status: 404, body: '404' })),
  'is an error of the server’s': (page, url) => page.route(url, (route) => route.fulfill({ status: 500, body: '' })),
  'is another page': (page, url) => page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>x</p>' })),
  'is cut off': cutOff,
  'is refused': (page, url) => page.route(url, (route) => route.abort('connectionrefused')),
};

const PARTS: [name: string, url: RegExp][] = [
  ['glue', GLUE],
  ['wasm', WASM],
];

for (const [name, url] of PARTS) {
  for (const [way, spoil] of Object.entries(WAYS)) {
    // static.spec.ts has these.
    if (name === 'wasm' && /missing|page/.test(way)) continue;
    test(`when the ${name} ${way}, the report stays, and 重新加载 starts the app`, async ({ page, allowFailure }) => {
      allowFailure(PROGRAM);
      allowFailure(BOOT);
      allowFailure(PAGE);
      await spoil(page, url);
      await page.goto('./#/work');
      await booted(page, 'failed');
      await expect(said(page)).toContainText('互动功能没有启动。下面是完整的报告。');
      await expectReport(page);
      await page.unroute(url);
      await said(page).getByRole('button', { name: '重新加载' }).click();
      await booted(page, 'started');
      await expect(page.locator('.problem')).toHaveCount(report.problems.length);
      await expect(said(page)).toHaveCount(0);
    });
  }
}

for (const [name, url] of PARTS) {
  test(`while the ${name} does not come, the report can be read, and that more is coming is said`, async ({ page }) => {
    const release = await hold(page, url);
    await page.goto('./#/work', { waitUntil: 'domcontentloaded' });
    await expect(page.getByRole('status')).toContainText('正在载入');
    await expectReport(page);
    await expect(said(page)).toBeHidden();
    release();
    await booted(page, 'started');
  });
}

for (const [way, spoil] of Object.entries(WAYS)) {
  test(`when the script of the ways of reading ${way}, they are not offered, and all else is there`, async ({ page, allowFailure }) => {
    allowFailure(READING);
    // The browser says of a script that is not the one that was built that it did not run it.
    allowFailure(PAGE);
    await spoil(page, READING);
    await page.goto('./#/projects?mode=elder');
    await booted(page, 'started');
    await expect(rows(page)).toHaveCount(projects.length);
    await expect(page.locator('.reading')).toBeHidden();
    await expect(said(page)).toHaveCount(0);
  });
}

for (const way of ['is an error of the server’s', 'is cut off', 'is refused']) {
  test(`a chunk that ${way} when the page opens leaves the report, and is named; later it is named in its place`, async ({ page, allowFailure }) => {
    allowFailure(PROGRAM);
    await WAYS[way](page, LISTS);
    await page.goto('./#/enterprises');
    await booted(page, 'failed');
    await expect(said(page)).toContainText(/互动功能没有启动。（annual-report-app-lists-[0-9a-f]{1,16}\.wasm：.+）下面是完整的报告。/);
    await expect(page.locator('#still .list__row:visible')).toHaveCount(enterprises.length);
    await open(page);
    await go(page, '#/projects');
    await expect(said(page)).toContainText(/这部分功能未能载入annual-report-app-lists-[0-9a-f]{1,16}\.wasm：./);
    await page.unroute(LISTS);
    await said(page).getByRole('button', { name: '重试' }).click();
    await expect(rows(page)).toHaveCount(projects.length);
    await expect(said(page)).toHaveCount(0);
  });
}

test('a chunk that does not come when the page opens is given up after half a minute, and the report stays', async ({ page }) => {
  await page.clock.install();
  const release = await hold(page, LISTS);
  const asked = page.waitForRequest(LISTS);
  const program = page.waitForEvent('requestfinished', (request) => WASM.test(request.url()));
  await page.goto('./#/enterprises', { waitUntil: 'domcontentloaded' });
  await Promise.all([asked, program]);
  // The loader has begun to wait once the app has found its own files.
  await passTime(page, () => said(page).isVisible());
  await booted(page, 'failed');
  await expect(said(page)).toContainText('.wasm：30 秒没有取到）下面是完整的报告。');
  await expect(page.locator('#still .list__row:visible')).toHaveCount(enterprises.length);
  release();
});

for (const file of ['index.json', '2021/report.json']) {
  const short = file.split('/').at(-1)!;
  test(`when ${short} cannot be used, whatever is wrong with it is said beside the report that stays`, async ({ page, allowFailure }) => {
    allowFailure(data(file));
    const wrong = short === 'index.json' ? { ...pack<any>(file), schema: 'one' } : { ...pack<any>(file), sections: 7 };
    const tries: [Answer | null, string][] = [
      [{ status: 500, body: '' }, `data/${file}：服务器返回错误（500）`],
      [{ contentType: 'text/html', body: '<!doctype html><p>x</p>' }, `${short}: /`],
      [{ contentType: 'application/json', body: JSON.stringify(pack(file)).slice(0, -40) }, 'EOF'],
      [json(wrong), short === 'index.json' ? 'index.json: /schema: ' : 'report.json: /sections: '],
      [null, `data/${file}：未能取得（`],
    ];
    for (const [answer, says] of tries) {
      await test.step(says, async () => {
        await page.unroute(data(file));
        await page.route(data(file), (route) => (answer ? route.fulfill(answer) : route.abort('connectionrefused')));
        await page.goto('about:blank');
        await page.goto('./#/work');
        await booted(page, 'failed');
        await expect(said(page)).toContainText('互动功能没有启动。（');
        await expect(said(page)).toContainText(says);
        await expect(page.locator('#still .section:visible')).toHaveCount(report.sections.length);
      });
    }
    await expectReport(page);
    await page.unroute(data(file));
    await said(page).getByRole('button', { name: '重新加载' }).click();
    await booted(page, 'started');
  });

  test(`when ${short} has not come after half a minute, that is said beside the report that stays`, async ({ page, allowFailure }) => {
    allowFailure(data(file));
    await page.clock.install();
    const release = await hold(page, data(file));
    const asked = page.waitForRequest(data(file));
    await page.goto('./#/work', { waitUntil: 'domcontentloaded' });
    await asked;
    await passTime(page, () => said(page).isVisible());
    await booted(page, 'failed');
    await expect(said(page)).toContainText(`（data/${file}：未能取得（30 秒没有取到））下面是完整的报告。`);
    await expectReport(page);
    release();
  });
}

test('an app that does not take over leaves the reader where the address leads', async ({ page, allowFailure }) => {
  const url = data('2021/report.json');
  allowFailure(url);
  await page.route(url, (route) => route.fulfill({ status: 404, body: '404' }));
  const row = `/projects/${projects.at(-1)!.id}`;
  await page.goto(`./#${row}`);
  await booted(page, 'failed');
  await page.waitForTimeout(300);
  await expect(page.locator(`#still [id="${row}"]`)).toBeInViewport();
});

test('a reader who loses the network reads on; what is not here yet says so, and comes when the network does', async ({ page, context, allowFailure }) => {
  await page.setViewportSize({ width: 360, height: 600 });
  await open(page);
  await page.waitForLoadState('networkidle');
  await go(page, '#/enterprises');
  await expect(rows(page)).toHaveCount(enterprises.length);
  allowFailure(PROGRAM);
  // Chromium itself asks for the icon again whenever the address changes.
  allowFailure(/icon\.svg$/);
  await context.setOffline(true);
  await page.getByRole('searchbox').fill(enterprises[0].name);
  await expect(rows(page)).toHaveCount(1);
  await go(page, '#/projects');
  await expect(rows(page)).toHaveCount(projects.length);
  await go(page, '#/');
  await expect(page.locator('.card')).toHaveCount(report.headline.length);
  await go(page, '#/problems');
  await expect(said(page)).toContainText('这部分功能未能载入');
  await said(page).getByRole('button', { name: '重试' }).click();
  await expect(said(page)).toContainText('这部分功能未能载入');
  await context.setOffline(false);
  await said(page).getByRole('button', { name: '重试' }).click();
  await expect(page.locator('.problem')).toHaveCount(report.problems.length);
  await expect(said(page)).toHaveCount(0);
});

test.describe('files of different days', () => {
  /** From now on a file of the pack is another than the one that the page was made of. */
  async function changed(page: Page, file: string, change: (content: any) => void): Promise<void> {
    const content = pack<any>(file);
    change(content);
    await page.route(data(file), (route) => route.fulfill(json(content)));
  }

  const [firm, work] = [enterprises[0], projects[0]];

  test('an index that names a report which is not there leaves the one that is, and says which file is missing', async ({ page, allowFailure }) => {
    allowFailure(/\/data\/2020\//);
    await changed(page, 'index.json', (index) => {
      index.default = '2020';
      index.reports = [{ id: '2020', year: 2020, title: '2020年工作总结' }];
    });
    await page.goto('./#/work');
    await booted(page, 'failed');
    await expect(said(page)).toContainText('（data/2020/report.json：找不到文件（404））下面是完整的报告。');
    await expectReport(page);
    await page.unroute(data('index.json'));
    await said(page).getByRole('button', { name: '重新加载' }).click();
    await booted(page, 'started');
  });

  test('the same without the report in the page says so on every page', async ({ page, allowFailure }) => {
    allowFailure(/\/data\/2020\//);
    await changed(page, 'index.json', (index) => {
      index.default = '2020';
      index.reports = [{ id: '2020', year: 2020, title: '2020年工作总结' }];
    });
    await withoutReport(page);
    await open(page);
    for (const [hash, file] of [['#/', 'report'], ['#/work', 'report'], ['#/enterprises', 'enterprises'], ['#/projects', 'projects'], ['#/charts', 'report'], ['#/problems', 'report']]) {
      await go(page, hash);
      await expect(said(page).filter({ hasText: `data/2020/${file}.json：找不到文件（404）` })).toHaveCount(1);
    }
  });

  test('a page of last year’s takes this year’s files over', async ({ page }) => {
    await changed(page, 'index.json', (index) => {
      index.default = '2022';
      index.reports.push({ id: '2022', year: 2022, title: '2022年工作总结' });
    });
    for (const file of ['report', 'figures', 'enterprises', 'projects']) {
      const content = pack<any>(`2021/${file}.json`);
      if (file === 'report') {
        content.meta.title = '2022年工作总结';
        content.charts = content.charts.map((chart: any) => ({ ...chart, id: `${chart.id}-2022` }));
        content.sections.pop();
      }
      if (file === 'enterprises') content.pop();
      await page.route(data(`2022/${file}.json`), (route) => route.fulfill(json(content)));
    }
    await open(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('2022年工作总结');
    await expect(page.locator('.way__told').nth(1)).toContainText(`${enterprises.length - 1} 家`);
    await go(page, '#/work');
    await expect(page.locator('.section')).toHaveCount(report.sections.length - 1);
    await go(page, '#/charts');
    await expect(page.locator('.chart')).toHaveCount(report.charts.length);
    await expect(page.locator(`[id="chart-${report.charts[0].id}-2022"]`)).toBeVisible();
  });

  test('figures that other files name and figures.json lacks are named where they would stand', async ({ page }) => {
    const gone = [report.headline[0], ...report.charts.find(({ kind }) => kind === 'growth')!.figures!.slice(0, 1)];
    await changed(page, '2021/figures.json', (figures) => {
      for (const id of [...gone, ...(firm.events[0].figures ?? [])]) figures.splice(figures.findIndex((figure: any) => figure.id === id), 1);
    });
    await open(page);
    const card = page.locator('.card').first();
    await expect(card).toContainText(`没有数字“${gone[0]}”`);
    await expect(page.locator('.card')).toHaveCount(report.headline.length);
    await expect(page.locator('.card').nth(1)).toContainText(amount(figure(report.headline[1])));
    await go(page, `#/enterprises/${firm.id}`);
    for (const id of firm.events[0].figures!) await expect(page.locator('.event').first()).toContainText(`没有数字“${id}”`);
    await go(page, '#/charts/growth');
    await expect(page.locator('#chart-growth .chart__notes')).toContainText(`数据包中没有这些数字，未能画出：${gone[1]}。`);
    await expect(page.locator('#chart-growth .bar').first()).toBeVisible();
  });

  test('an enterprise with a word, a place and a figure that the report does not have is shown with them', async ({ page }) => {
    await changed(page, '2021/enterprises.json', (all) => Object.assign(all[0].events[0], { tag: '新事项', figures: ['no-such'], section: '9.9/1' }));
    await open(page, '#/enterprises?tag=新事项');
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText('新事项');
    await go(page, `#/enterprises/${firm.id}`);
    const event = page.locator('.event').first();
    await expect(event).toContainText('没有数字“no-such”');
    await event.getByRole('link').click();
    await expect(page.getByRole('status')).toContainText('报告里没有“9.9/1”，已显示本页开头。');
    await expect(page.locator('.section')).toHaveCount(report.sections.length);
    await go(page, `#/compare?compare=${firm.id},${enterprises[1].id}`);
    await expect(page.getByRole('rowheader', { name: '新事项' })).toBeVisible();
  });

  test('a project of an enterprise that the list does not have names it, and the way there ends in words', async ({ page }) => {
    await changed(page, '2021/projects.json', (all) => Object.assign(all[0], { enterprises: ['no-such'], figures: ['no-such'], section: '9.9' }));
    await open(page, '#/projects');
    await expect(rows(page)).toHaveCount(projects.length);
    await go(page, `#/projects/${work.id}`);
    await expect(page.getByRole('main')).toContainText('没有数字“no-such”');
    await page.getByRole('link', { name: 'no-such' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有找到');
    await expect(page.getByRole('main')).toContainText('企业“no-such”');
  });

  test('a report that names enterprises, projects, figures and plans of another day can be read throughout', async ({ page }) => {
    await changed(page, '2021/report.json', (content) => {
      Object.assign(content.sections[0].items[0].points[0], { figures: ['no-such'], enterprises: ['no-such-firm'], projects: ['no-such-work'] });
      Object.assign(content.problems[0], { answered_by: ['no-such'] });
      Object.assign(content.highlights[0], { figures: ['no-such'], section: '9.9' });
      for (const chart of content.charts) if (chart.figures) chart.figures = chart.figures.map(() => 'no-such');
    });
    await open(page, '#/work');
    const point = page.locator('.point').first();
    await expect(point).toContainText('没有数字“no-such”');
    await expect(point.getByRole('link', { name: 'no-such-firm' })).toBeVisible();
    await expect(point.getByRole('link', { name: 'no-such-work' })).toBeVisible();
    await go(page, '#/problems');
    await expect(page.locator('.problem')).toHaveCount(report.problems.length);
    await go(page, '#/charts');
    await expect(page.locator('.chart')).toHaveCount(report.charts.length);
    for (const chart of await page.locator('.chart').filter({ hasText: 'no-such' }).all()) await expect(chart).toContainText('未能画出');
    await go(page, '#/');
    await expect(page.locator('.highlight').first()).toContainText('没有数字“no-such”');
  });
});

test.describe('a policy that forbids', () => {
  /** The page comes with another policy: this directive instead of its own. */
  async function policy(page: Page, directive: string, value: (page: string) => string): Promise<void> {
    await page.route(/\/park\/2021\/$/, async (route) => {
      const answer = await route.fetch();
      const own = answer.headers()['content-security-policy'];
      const changed = own.replace(new RegExp(`${directive} [^;]*`), `${directive} ${value(await answer.text())}`);
      expect(changed).not.toBe(own);
      await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-security-policy': changed } });
    });
  }

  test('every script leaves the report with its links', async ({ page, allowFailure }) => {
    allowFailure(PROGRAM);
    allowFailure(BOOT);
    allowFailure(PAGE);
    allowFailure(READING);
    await policy(page, 'script-src', () => "'none'");
    await page.goto('./#/work');
    await expect(page.getByText('没有运行 JavaScript')).toBeVisible();
    await expect(page.locator('#still .section').first()).toBeInViewport();
  });

  test('the program’s glue leaves the report, and says so', async ({ page, allowFailure, baseURL }) => {
    allowFailure(PROGRAM);
    allowFailure(BOOT);
    allowFailure(PAGE);
    await policy(page, 'script-src', () => `${baseURL}boot.js ${baseURL}reading.js 'wasm-unsafe-eval'`);
    await page.goto('./#/work');
    await booted(page, 'failed');
    await expect(said(page)).toContainText('互动功能没有启动。下面是完整的报告。');
    await expectReport(page);
  });

  test('fetching anything leaves the report, and says so', async ({ page, allowFailure }) => {
    allowFailure(PROGRAM);
    allowFailure(BOOT);
    allowFailure(PAGE);
    allowFailure(/\/data\//);
    await policy(page, 'connect-src', () => "'none'");
    await page.goto('./#/work');
    await booted(page, 'failed');
    await expect(said(page)).toContainText('互动功能没有启动。下面是完整的报告。');
    await expectReport(page);
  });

  test('fetching the data leaves the report, and names the file', async ({ page, allowFailure, baseURL }) => {
    allowFailure(BOOT);
    allowFailure(PAGE);
    allowFailure(/\/data\//);
    await policy(page, 'connect-src', (html) => [...new Set(html.match(/annual-report-app-[\w-]+\.wasm/g))].map((file) => `${baseURL}${file}`).join(' '));
    await page.goto('./#/work');
    await booted(page, 'failed');
    await expect(said(page)).toContainText('互动功能没有启动。（data/index.json：未能取得（');
    await expectReport(page);
  });
});

/** Opens every page, searches, goes back by a link, and everything is as ever. */
async function readAround(page: Page): Promise<void> {
  await open(page);
  await expect(page.locator('.card')).toHaveCount(report.headline.length);
  await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '企业' }).click();
  await page.getByRole('searchbox').fill(enterprises[0].name);
  await expect(rows(page)).toHaveCount(1);
  // To where the address may already be.
  await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '企业' }).click();
  await expect(rows(page)).toHaveCount(enterprises.length);
  await page.getByRole('searchbox').fill(enterprises[0].name);
  await expect(rows(page)).toHaveCount(1);
  await rows(page).first().locator('.row-link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(enterprises[0].name);
  await page.getByRole('link', { name: '全部企业' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('企业');
  await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '增长图表' }).click();
  await page.getByRole('button', { name: '表格' }).first().click();
  await expect(page.locator('.chart').first().getByRole('table')).toBeVisible();
  await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '问题与打算' }).click();
  await expect(page.locator('.problem')).toHaveCount(report.problems.length);
  await expect(said(page)).toHaveCount(0);
}

test('a browser that lets nobody keep anything shows all the same', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, { get: refuse });
    Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
  });
  await readAround(page);
});

test('a browser that does not let the address be changed shows all the same', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['pushState', 'replaceState'] as const) {
      History.prototype[name] = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    }
  });
  await readAround(page);
});
