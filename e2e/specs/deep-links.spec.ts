// An address shared in a message opens what it says, and one that is out of date says so and still opens something.
import { expect, go, open, test, type Page } from '../fixtures.ts';
import { names, rows } from '../list.ts';
import { enterprises, figures, items, projects, report } from './expected/pack.ts';
import { hash, ofEnterprises, ofProjects, TOTAL } from './expected/selection.ts';
import { placeHref, placeId } from './expected/written.ts';

const { short_name, title } = report.meta;
const [enterprise, project] = [enterprises[7], projects[3]];

/** Every sort of address: its heading, its entry in the navigation, what the tab is called. */
const VIEWS = [
  { address: '', heading: title, entry: '概览', tab: '概览' },
  { address: '#/', heading: title, entry: '概览', tab: '概览' },
  { address: '#/work', heading: '重点工作', entry: '重点工作', tab: '重点工作' },
  { address: '#/work/2.2/1', heading: '重点工作', entry: '重点工作', tab: '重点工作' },
  { address: '#/enterprises', heading: '企业', entry: '企业', tab: '企业' },
  { address: '#/enterprises?q=丝绸&tag=出口增长&sort=-events', heading: '企业', entry: '企业', tab: '企业' },
  { address: `#/enterprises/${enterprise.id}`, heading: enterprise.name, entry: '企业', tab: enterprise.name },
  { address: '#/enterprises?growth=10..60&export=..5.5&sort=name&compare=shuang-he-si-chou', heading: '企业', entry: '企业', tab: '企业' },
  { address: `#/compare?compare=${enterprise.id},${enterprises[2].id}`, heading: '企业对比', entry: '企业', tab: '企业对比' },
  { address: '#/projects', heading: '项目', entry: '项目', tab: '项目' },
  { address: '#/projects?category=产业&status=开工,投用', heading: '项目', entry: '项目', tab: '项目' },
  { address: `#/projects/${project.id}`, heading: project.name, entry: '项目', tab: project.name },
  { address: '#/charts', heading: '增长图表', entry: '增长图表', tab: '增长图表' },
  { address: '#/charts/exports', heading: '增长图表', entry: '增长图表', tab: '增长图表' },
  { address: '#/problems', heading: '问题与打算', entry: '问题与打算', tab: '问题与打算' },
  { address: '#/problems/3/2', heading: '问题与打算', entry: '问题与打算', tab: '问题与打算' },
  { address: `#/figure/${figures[3].id}`, heading: figures[3].subject, tab: figures[3].subject },
  { address: '#/search', heading: '搜索全文', tab: '搜索' },
  { address: '#/search?q=30.5,产值', heading: '搜索全文', tab: '搜索' },
  { address: '#/about', heading: '关于这份报告', tab: '关于' },
];

test('every sort of address opens directly, under its own name', async ({ page }) => {
  for (const { address, heading, entry, tab } of VIEWS) {
    await test.step(`“${address}”`, async () => {
      await open(page, address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
      await expect(page).toHaveTitle(`${tab} · ${short_name} ${title}`);
      await expect(page.getByRole('navigation', { name: '页面' }).locator('[aria-current="page"]')).toHaveText(entry ? [entry] : []);
      await expect(page).toHaveURL((url) => decodeURIComponent(url.hash) === address);
      await expect(page.locator('main .notice')).toHaveCount(0);
    });
  }
});

const arrived = async (page: Page, target: string) => {
  await expect(page.locator(target)).toBeFocused();
  await expect(page.locator(`${target} :is(h2, h3)`).first()).toBeInViewport();
};

test('an address that names a place opens with it in view and focused @phone', async ({ page }) => {
  for (const [address, target] of [
    ['#/work/2.2/1', placeId('2.2/1')],
    ['#/work/2.8', placeId('2.8')],
    ['#/problems/3/2', placeId('3/2')],
    ['#/problems/4', placeId('4')],
    ['#/charts/exports', '#chart-exports'],
  ]) {
    await test.step(address, async () => {
      await open(page, address);
      await arrived(page, target);
    });
  }
});

test('every place of the report and every chart has an address that leads to it', async ({ page }) => {
  await open(page, '#/');
  const places = [...report.sections, ...items, ...report.problems].map(({ id }) => [placeHref(id), placeId(id)]);
  const charts = report.charts.map(({ id }) => [`#/charts/${id}`, `#chart-${id}`]);
  for (const [address, target] of [...places, ['#/problems/3', placeId('3')], ['#/problems/4', placeId('4')], ...charts]) {
    await test.step(address, async () => {
      await go(page, address);
      await arrived(page, target);
    });
  }
});

test('an address with escapes, as browsers and chat programs write it, is understood', async ({ page }) => {
  await open(page, `#/enterprises?q=${encodeURIComponent('丝绸')}`);
  await expect(page.getByRole('searchbox')).toHaveValue('丝绸');
  await expect(names(page)).toHaveText(ofEnterprises({ q: '丝绸' }).names);
});

test('a list opens with its search, facets and order as the address has them', async ({ page }) => {
  const question = { category: '产业', status: ['推进', '投用'], sort: '-status' };
  await open(page, hash('projects', question));
  await expect(names(page)).toHaveText(ofProjects(question).names);
  await expect(page.locator('.facet__value').filter({ has: page.getByRole('checkbox', { checked: true }) }).locator('.facet__label')).toHaveText(['产业', '推进', '投用']);
  await expect(page.getByRole('columnheader', { name: '进度' })).toHaveAttribute('aria-sort', 'descending');
});

test('a condition that the report does not have is passed over everywhere, and said', async ({ page }) => {
  await open(page, '#/enterprises?tag=没有这样的事&industry=丝绸纺织');
  const found = ofEnterprises({ industry: '丝绸纺织' }).names;
  await expect(page.locator('main')).toContainText('已略过：事项“没有这样的事”');
  await expect(page.locator('.count')).toHaveText(`共 ${enterprises.length} 家，筛选后 ${found.length} 家`);
  await expect(page.getByRole('list', { name: '已选条件' }).getByRole('button')).toHaveText(['行业：丝绸纺织✕', '全部清除']);
  await open(page, '#/enterprises?tag=没有这样的事');
  await expect(page.locator('.count')).toHaveText(`共 ${enterprises.length} 家`);
  await expect(page.getByRole('list', { name: '已选条件' })).toHaveCount(0);
});

test('an unknown page says so, shows the overview, and the note can be put away', async ({ page }) => {
  await open(page, '#/nonsense/1');
  const note = page.getByRole('status').filter({ hasText: 'nonsense' });
  await expect(note).toContainText('没有');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await note.getByRole('button', { name: '知道了' }).click();
  await expect(note).toHaveCount(0);
});

test('a note about an address goes when the reader goes on', async ({ page }) => {
  await open(page, '#/nonsense');
  await expect(page.locator('main')).toContainText('nonsense');
  await page.getByRole('link', { name: '企业', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('企业');
  await expect(page.locator('main')).not.toContainText('nonsense');
});

for (const [what, address, back] of [
  ['enterprise', '#/enterprises/no-such-firm', '#/enterprises'],
  ['project', '#/projects/no-such-project', '#/projects'],
]) {
  test(`an unknown ${what} says so, and leads to the whole list`, async ({ page }) => {
    await open(page, address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有找到');
    await expect(page.locator('main')).toContainText(address.split('/')[2]);
    await page.locator('main').getByRole('link').click();
    await expect(page).toHaveURL((url) => url.hash === back);
    await expect(rows(page)).not.toHaveCount(0);
  });
}

for (const [what, address, named] of [
  ['facet value', '#/enterprises?industry=没有这一行', '没有这一行'],
  ['tag', '#/enterprises?tag=没有这一类', '没有这一类'],
  ['order', '#/enterprises?sort=-nothing', 'nothing'],
]) {
  test(`an unknown ${what} is passed over, said in words, and the note can be put away`, async ({ page }) => {
    await open(page, address);
    await expect(rows(page)).toHaveCount(TOTAL.enterprises);
    const note = page.locator('.notice');
    await expect(note).toContainText(named);
    await note.getByRole('button').click();
    await expect(note).toHaveCount(0);
  });
}

test('of two facet values the unknown one is passed over and the known one counts', async ({ page }) => {
  await open(page, '#/enterprises?industry=医药,没有这一行');
  await expect(names(page)).toHaveText(ofEnterprises({ industry: '医药' }).names);
  await expect(page.locator('.notice')).toContainText('没有这一行');
});

test('an unknown parameter is passed over in silence', async ({ page }) => {
  await open(page, '#/enterprises?utm_source=wechat&q=丝绸');
  await expect(names(page)).toHaveText(ofEnterprises({ q: '丝绸' }).names);
  await expect(page.locator('.notice')).toHaveCount(0);
});

for (const [what, address, heading] of [
  ['place', '#/work/9.9/1', '重点工作'],
  ['problem', '#/problems/3/77', '问题与打算'],
  ['chart', '#/charts/no-such-chart', '增长图表'],
]) {
  test(`an unknown ${what} says so, and its page opens all the same`, async ({ page }) => {
    await open(page, address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.locator('.notice')).toContainText('没有');
  });
}

for (const hash of [`#/${'a'.repeat(5000)}`, `#/chart/${'<'.repeat(3000)}`, `#/work/${'9'.repeat(3000)}`, `#/charts/growth?sort=${'x'.repeat(3000)}`]) {
  test(`an address of thousands of letters widens nothing and fills no screen: ${hash.slice(0, 12)}`, async ({ page }) => {
    await open(page, hash);
    await expect(page.locator('h1').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    for (const notice of await page.locator('.notice').all()) expect((await notice.boundingBox())!.height).toBeLessThan(200);
  });
}
