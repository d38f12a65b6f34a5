// A pack of this device, opened, checked and shown without being sent anywhere: preview.html.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, expectAccessible, expectNothingBeyond, go, open, pack, test, type Page } from '../fixtures.ts';
import { print, written, bare } from '../paper.ts';
import { zip, type Entry } from '../zip.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DATA = join(ROOT, 'data');
const PARK = join(ROOT, 'examples/park');
const REPORT = join(DATA, '2021');
const TITLE = pack<{ meta: { title: string } }>('2021/report.json').meta.title;

const mark = (page: Page) => page.locator('#preview-mark');
const about = (page: Page) => page.getByRole('region', { name: '预览', exact: true });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const alert = (page: Page) => page.locator('main [role=alert]');

async function openPreview(page: Page, hash = ''): Promise<void> {
  await page.goto(`./preview.html${hash}`);
  await expect(heading(page)).toHaveText('打开数据包（预览）');
}

async function expectShown(page: Page, title = TITLE): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  await expect(heading(page)).toHaveText(title);
  await expect(mark(page)).toHaveText('预览本机文件，没有上传，没有发布');
}

const chooseFolder = (page: Page, folder: string) => page.getByLabel('打开文件夹').setInputFiles(folder);
const chooseFiles = (page: Page, files: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]) =>
  page.getByLabel('打开压缩包或 JSON 文件').setInputFiles(files);
const asZip = (entries: Entry[], name = 'park.zip') => ({ name, mimeType: 'application/zip', buffer: zip(entries) });

/** The files of a folder as a zip has them. */
function entries(folder: string, before = ''): Entry[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return names.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return { name: before + path.slice(folder.length + 1), content: readFileSync(path) };
  });
}

/** A copy of the project's pack to be changed, below the test's own folder. */
function copy(name: string, from = DATA): string {
  const folder = test.info().outputPath(name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(from, folder, { recursive: true });
  return folder;
}

/** Breaks the pack in every way that is told apart: what cannot be read, what readers are told, what editors are. */
function broken(): string {
  const folder = copy('broken');
  const file = join(folder, '2021/figures.json');
  const figures = JSON.parse(readFileSync(file, 'utf8'));
  figures[3].unit = '';
  figures[4].growth_of = 'gone';
  writeFileSync(file, JSON.stringify(figures, null, 1));
  const projects = join(folder, '2021/projects.json');
  writeFileSync(projects, readFileSync(projects, 'utf8').replace('"status"', '"statuss"'));
  writeFileSync(join(folder, '2021/notes.json'), '{}');
  return folder;
}

test.describe('what can be chosen', () => {
  test('the folder of a pack', async ({ page }) => {
    await openPreview(page);
    await chooseFolder(page, DATA);
    await expectShown(page);
    await expect(about(page)).toContainText('data/，5 个文件');
    await expect(about(page)).toContainText(/\d\d:\d\d:\d\d 读取/);
    await expect(page).toHaveTitle(`预览 · 概览 · 正阳工业园区 ${TITLE}`.replace('正阳工业园区', pack<{ meta: { short_name: string } }>('2021/report.json').meta.short_name));
  });

  test('the folder of one report, for which an index is made and that is said', async ({ page }) => {
    await openPreview(page);
    await chooseFolder(page, REPORT);
    await expectShown(page);
    await expect(about(page)).toContainText('没有 index.json：照 report.json 临时做了一个');
  });

  test('the loose files of one report', async ({ page }) => {
    await openPreview(page);
    await chooseFiles(page, readdirSync(REPORT).map((name) => join(REPORT, name)));
    await expectShown(page);
    await expect(about(page)).toContainText('等 4 个文件');
  });

  test('a zip, nested, from a Mac and from Windows', async ({ page }) => {
    await openPreview(page);
    const left = { name: '__MACOSX/park/._index.json', content: Buffer.from('x') };
    await chooseFiles(page, asZip([...entries(DATA, 'a/park/'), left]));
    await expectShown(page);
    await page.getByText('略过的文件').click();
    await expect(about(page).getByRole('listitem').filter({ hasText: '__MACOSX' })).toContainText('系统或办公软件自己留下的文件');
    await page.getByRole('button', { name: '换一个数据包' }).click();
    // “园区\” in GBK.
    const folder = Buffer.from([0xd4, 0xb0, 0xc7, 0xf8, 0x5c]);
    const named = entries(DATA).map(({ name, content }) => ({ name: Buffer.concat([folder, Buffer.from(`${name}`.replaceAll('/', '\\'))]), content }));
    await chooseFiles(page, asZip([...named, { name: Buffer.concat([folder, Buffer.from('Thumbs.db')]), content: Buffer.from('x') }]));
    await expectShown(page);
    await page.getByText('略过的文件').click();
    await expect(about(page).getByRole('listitem').filter({ hasText: 'Thumbs.db' })).toContainText('园区\\Thumbs.db');
  });

  test('what is dropped on the page', async ({ page }) => {
    await openPreview(page);
    const bytes = [...zip(entries(DATA))];
    const dropped = await page.evaluateHandle((bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], 'park.zip'));
      return transfer;
    }, bytes);
    await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
    await expectShown(page);
    await expect(about(page)).toContainText('park.zip，5 个文件');
  });

  test('of several reports one is shown, and the others by its side', async ({ page }) => {
    const index = pack<{ default: string; reports: { id: string; year: number; title: string }[] }>('index.json', PARK);
    await openPreview(page, '#/enterprises');
    await chooseFolder(page, PARK);
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
    const years = page.getByRole('group', { name: '各年的报告' });
    for (const { id, year } of [...index.reports, ...index.reports]) {
      await years.getByRole('button', { name: `${year}年` }).click();
      await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
      await expect(years.getByRole('button', { pressed: true })).toHaveText(`${year}年`);
      // The view stays, and there is one of everything.
      await expect(heading(page)).toHaveText('企业');
      await expect(page.locator('.masthead')).toHaveCount(1);
      const { meta } = pack<{ meta: { title: string } }>(`${id}/report.json`, PARK);
      await expect(page.locator('.masthead__title')).toHaveText(meta.title);
      const firms = pack<{ name: string }[]>(`${id}/enterprises.json`, PARK);
      await expect(page.locator('.list__row').first()).toBeVisible();
      expect(firms.length).toBeGreaterThan(0);
    }
    // The one that is shown answers, once.
    await go(page, '#/charts');
    await expect(heading(page)).toHaveText('增长图表');
    await expect(page.locator('.chart svg').first()).toBeVisible();
    await page.keyboard.press('?');
    await expect(heading(page)).toHaveText('关于这份报告');
    await page.goBack();
    await expect(heading(page)).toHaveText('增长图表');
  });

  test('two of them are compared, and what leads to the page of the other stays in the preview', async ({ page }) => {
    await openPreview(page);
    await chooseFolder(page, PARK);
    await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
    const years = page.getByRole('group', { name: '各年的报告' });
    await years.getByRole('link', { name: '两年对比' }).click();
    await expect(heading(page)).toHaveText('2023年与2024年对比');
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '固定资产投资', exact: true }) });
    await row.getByRole('cell').first().getByRole('link').click();
    await expect(page).toHaveURL(/\/preview\.html#\/figure\/investment$/);
    await expect(years.getByRole('button', { pressed: true })).toHaveText('2023年');
    await expect(heading(page)).toHaveText('固定资产投资');
    await expect(page.locator('.masthead__title')).toContainText('2023年');
    await expect(mark(page)).toBeVisible();
  });
});

test.describe('what is said of it', () => {
  test('the same as by cargo xtask check, errors first, and the report is shown as far as it goes', async ({ page }) => {
    const folder = broken();
    let told = '';
    try {
      told = execFileSync('cargo', ['xtask', 'check', folder, '--format', 'json'], { cwd: ROOT, encoding: 'utf8' });
    } catch (error) {
      told = (error as { stdout: string }).stdout;
    }
    type Found = { level: string; file: string; path: string; line: number; column: number; problem: string; advice: string };
    const { problems } = JSON.parse(told) as { problems: Found[] };
    expect(problems.length).toBeGreaterThan(2);
    const levels = ['error', 'warning', 'consistency'];
    const order = levels.flatMap((level) => problems.filter((problem) => problem.level === level));
    const label: Record<string, string> = { error: '错误', warning: '警告', consistency: '待核对' };

    await openPreview(page);
    await chooseFolder(page, folder);
    await expectShown(page);
    const list = page.locator('#preview-problems');
    // Errors are to be read first: the list stands open.
    await expect(list).toHaveAttribute('open', '');
    for (const level of levels) {
      const count = problems.filter((problem) => problem.level === level).length;
      await expect(list.locator('summary')).toContainText(`${label[level]} ${count} 处`);
    }
    const items = await list.getByRole('listitem').allTextContents();
    const place = ({ line, column, path }: Found) => (line ? `第 ${line} 行第 ${column} 列 ${path}` : path);
    expect(items.map(bare)).toEqual(order.map((found) => bare(`${label[found.level]} ${found.file} ${place(found)} ${found.problem} → ${found.advice}`)));
    await list.locator('summary').click();
    await expect(list.getByRole('listitem').first()).toBeHidden();
    // The file that cannot be read says so in its place, with the name that the publisher knows.
    await go(page, '#/projects');
    await expect(page.locator('.failure')).toContainText('statuss');
  });

  test('of a sound pack that it is', async ({ page }) => {
    const problems = JSON.parse(execFileSync('cargo', ['xtask', 'check', '--format', 'json'], { cwd: ROOT, encoding: 'utf8' })).problems;
    await openPreview(page);
    await chooseFolder(page, DATA);
    await expectShown(page);
    if (problems.length === 0) await expect(about(page)).toContainText('核对过了：没有错误、警告和待核对的地方。');
    else await expect(page.locator('#preview-problems')).not.toHaveAttribute('open');
  });

  test('with an index that cannot be read nothing can be shown, and why is said', async ({ page }) => {
    const folder = copy('no-index');
    writeFileSync(join(folder, 'index.json'), '{"schema": 1');
    await openPreview(page);
    await chooseFolder(page, folder);
    await expect(heading(page)).toHaveText('显示不了');
    await expect(page.locator('#preview-problems').getByRole('listitem')).toContainText(['index.json']);
    // Put right, it is read again.
    await page.getByRole('button', { name: '换一个数据包' }).click();
    cpSync(join(DATA, 'index.json'), join(folder, 'index.json'));
    await chooseFolder(page, folder);
    await expectShown(page);
  });

  test('of a missing file that it is missing, and nothing is fetched in its place', async ({ page }) => {
    const folder = copy('gone');
    rmSync(join(folder, '2021/enterprises.json'));
    await openPreview(page, '#/enterprises');
    await chooseFolder(page, folder);
    await expect(page.locator('.failure')).toContainText('2021/enterprises.json：找不到文件（404）');
    await page.locator('.failure').getByRole('button').click();
    await expect(page.locator('.failure')).toContainText('2021/enterprises.json：找不到文件（404）');
    await expect(page.locator('#preview-problems')).toContainText('读不到文件（没有这个文件）');
  });
});

test.describe('what is no pack is refused in words', () => {
  const file = (name: string, content: string | Buffer) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  const json = Buffer.from('{}');
  for (const [what, files, says] of [
    ['a file that is called a zip', [file('park.zip', 'no zip')], '不是完好的 zip 压缩包'],
    ['a zip that is cut off', [file('park.zip', zip(entries(DATA)).subarray(0, 5000))], '不是完好的 zip 压缩包'],
    ['an empty zip', [asZip([])], '里面没有文件'],
    ['a zip with a password', [asZip([{ name: 'index.json', content: json, encrypted: true }])], 'index.json 加了密码'],
    ['a zip of another packer', [asZip([{ name: 'index.json', content: json, method: 12 }])], '读不了的压缩方式'],
    ['a bomb', [asZip([{ name: 'index.json', content: Buffer.alloc(70 << 20, ' ') }])], 'index.json 展开后超过 64 MB'],
    ['a crowd', [asZip(Array.from({ length: 10_001 }, (_, nth) => ({ name: `${nth}.txt`, content: json })))], '超过 10000 个'],
    ['one file of several', [file('figures.json', '[]')], '没有 index.json，也没有 report.json'],
    ['two packs', [asZip(['a', 'b'].map((name) => ({ name: `${name}/index.json`, content: json })))], '有几个数据包（a、b）'],
    ['two zips', [asZip([], 'a.zip'), asZip([], 'b.zip')], '一次只能打开一个压缩包'],
  ] as const) {
    test(what, async ({ page }) => {
      await openPreview(page);
      await chooseFiles(page, [...files]);
      await expect(alert(page)).toContainText(says);
      await expect(heading(page)).toBeFocused();
      // And there is another try.
      await chooseFolder(page, DATA);
      await expectShown(page);
    });
  }
});

test('nothing of it leaves the browser, and nothing is kept', async ({ page, context, baseURL }) => {
  await openPreview(page);
  await page.waitForLoadState('networkidle');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url().replace(baseURL!, '')}`));
  await chooseFolder(page, DATA);
  await expectShown(page);
  for (const hash of ['#/work', '#/enterprises', '#/projects', '#/charts', '#/problems', '#/search?q=产业', '#/figure/output-above-scale', '#/about', '#/']) {
    await go(page, hash);
    await expect(heading(page)).toBeVisible();
  }
  await page.waitForLoadState('networkidle');
  // The app's own code, as for any report; Chromium itself asks for the icon again whenever the address changes.
  const others = requests.filter((request) => !/^GET (annual-report-app-[a-z0-9_-]+\.(js|wasm)|icon\.svg)$/.test(request));
  expect(others).toEqual([]);
  expect(requests.length).toBeGreaterThan(2);
  expect(await context.cookies()).toEqual([]);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
  // Loaded again, there is nothing of it.
  await page.reload();
  await expect(heading(page)).toHaveText('打开数据包（预览）');
  await expect(page).toHaveTitle('预览 · 打开数据包');
});

test.describe('marked as a preview', () => {
  test('the mark stays in sight, and what is below it is not hidden by it @phone', async ({ page }) => {
    await openPreview(page);
    await chooseFolder(page, DATA);
    await expectShown(page);
    await go(page, '#/work/2.3');
    await expect(heading(page)).toHaveText('重点工作');
    await page.evaluate(() => scrollTo(0, 3000));
    const box = (await mark(page).boundingBox())!;
    expect(box.y).toBe(0);
    await go(page, '#/work/2.5');
    const target = page.locator('#at-2\\.5');
    await expect(target).toBeInViewport();
    expect((await target.boundingBox())!.y).toBeGreaterThanOrEqual(box.height - 1);
  });

  test('on paper', async ({ page }) => {
    await openPreview(page);
    await chooseFolder(page, DATA);
    await expectShown(page);
    const paper = written(await print(page));
    expect(paper).toContain(bare('预览本机文件，没有上传，没有发布'));
    expect(paper).toContain(bare(TITLE));
    expect(paper).not.toContain('preview.html');
  });

  test('in the names of saved files; links and code for others are not offered', async ({ page }) => {
    await openPreview(page, '#/charts');
    await chooseFolder(page, DATA);
    await expect(page.locator('.chart svg').first()).toBeVisible();
    const chart = page.locator('.chart').first();
    await chart.locator('summary', { hasText: '下载' }).click();
    for (const name of ['数据 CSV', '图片 PNG']) {
      const [download] = await Promise.all([page.waitForEvent('download'), chart.getByRole('button', { name }).click()]);
      expect(download.suggestedFilename()).toMatch(/^预览-/);
    }
    await page.keyboard.press('Escape');
    await chart.locator('summary', { hasText: '更多' }).click();
    await expect(chart.getByRole('button', { name: '打印这张图' })).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expect(page.getByRole('button', { name: '嵌入' })).toHaveCount(0);
  });
});

test('by keyboard alone', async ({ page }) => {
  await openPreview(page);
  const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
  // The skip link leads to it.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('choose-folder');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(DATA);
  await expectShown(page);
  // What was pressed is gone; reading goes on where the pack is spoken of.
  await expect(about(page)).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('重新读取');
  await page.keyboard.press('Enter');
  await expectShown(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('换一个数据包');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('choose-files');
  expect(await page.locator('.choose__way').nth(1).evaluate((way) => getComputedStyle(way).outlineStyle)).toBe('solid');
});

test('a file that was changed since asks to be chosen again', async ({ page }) => {
  const folder = copy('changed');
  await openPreview(page);
  await chooseFolder(page, folder);
  await expectShown(page);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, '2021/report.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(TITLE, '改过的标题'));
  await page.getByRole('button', { name: '重新读取' }).click();
  // Some browsers read it as it is now, others refuse.
  await expect(page.locator('main')).toContainText(/要重新选一次|改过的标题/);
  if (await alert(page).count()) await chooseFolder(page, folder);
  await expectShown(page, '改过的标题');
});

for (const width of [320, 768, 1440]) {
  test(`axe finds nothing and nothing sticks out at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openPreview(page);
    await expectAccessible(page);
    await expectNothingBeyond(page, 'chooser');
    await chooseFiles(page, { name: 'park.zip', mimeType: 'application/zip', buffer: Buffer.from('x') });
    await expect(alert(page)).toBeVisible();
    await expectAccessible(page);
    await expectNothingBeyond(page, 'refused');
    await chooseFolder(page, broken());
    await expectShown(page);
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    await expectNothingBeyond(page, 'shown');
    await page.getByRole('button', { name: '高对比' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: '长辈版' }).click();
    await expectNothingBeyond(page, 'elder');
    await expect(mark(page)).toBeVisible();
  });
}

test('the page about the report leads there, and back', async ({ page }) => {
  await page.goto('./#/about');
  await page.getByRole('link', { name: '打开数据包（预览）' }).click();
  await expect(heading(page)).toHaveText('打开数据包（预览）');
  await page.getByRole('link', { name: '回到已发布的报告' }).click();
  await expect(heading(page)).toHaveText(TITLE);
  await expect(mark(page)).toHaveCount(0);
});

test('within a frame nothing leads there', async ({ page }) => {
  await open(page, '#/about?embed=1');
  await expect(heading(page)).toHaveText('关于这份报告');
  await expect(page.getByRole('link', { name: '打开数据包（预览）' })).toHaveCount(0);
});

for (const [what, file] of [
  ['glue', /\/preview-[0-9a-f]+\.js/],
  ['wasm', /\/preview-[0-9a-f]+_bg\.wasm/],
] as const) {
  test(`when its ${what} cannot be had, that is said, and 重新加载 helps`, async ({ page, allowFailure }) => {
    allowFailure(file);
    allowFailure(/\/preview(-[0-9a-f]+)?\.js$/);
    await page.route(file, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto('./preview.html');
    await expect(page.locator('#boot-error')).toContainText('互动功能没有启动。');
    await expect(page.locator('#boot-waiting')).toHaveCount(0);
    await page.unroute(file);
    await page.locator('#boot-error').getByRole('button', { name: '重新加载' }).click();
    await expect(heading(page)).toHaveText('打开数据包（预览）');
  });
}

test('search engines are told to leave it out, and its scripts are named byte for byte', async ({ page }) => {
  await openPreview(page);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  for (const tag of await page.locator('script[src], link[rel=stylesheet]').all()) {
    await expect(tag).toHaveAttribute('integrity', /^sha384-/);
  }
});
