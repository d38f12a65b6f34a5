// What somebody goes by who hears the page: its landmarks and its headings, on every page.
import { expect, open, test, type Page } from '../fixtures.ts';
import { enterprise, enterprises, figure, items, project, report, type Chart } from './expected/pack.ts';
import { numeral, sectionNumber } from './expected/written.ts';

const FIRM = enterprises[0];
const WORK = project('data-lake-park');
const { short_name, title } = report.meta;

/** A heading's level and name. */
type Heading = [number, string];
const charts = (all: Chart[]): Heading[] => all.map((chart) => [3, chart.title]);
const notes: Heading = [2, '读数说明'];

/** Every page: its landmarks within `main`, and all its headings. */
const PAGES: Record<string, { main: string; headings: Heading[] }> = {
  '#/': {
    main: `
      - main:
        - heading "${title}" [level=1]
        - region "主要指标"
        - region "增长"
        - region "这一年"
        - region "接着看"`,
    headings: [
      [1, title],
      [2, '主要指标'],
      ...report.headline.map((id): Heading => [3, figure(id).subject]),
      [2, '增长'],
      ...charts([report.charts.find(({ kind }) => kind === 'growth')!]),
      [2, '这一年'],
      [2, '接着看'],
    ],
  },
  '#/work': {
    main: `
      - main:
        - heading "重点工作" [level=1]
        - navigation "目录"
${report.sections.map(({ id, title }) => `        - region "${sectionNumber(id)} ${title}"`).join('\n')}`,
    headings: [
      [1, '重点工作'],
      ...report.sections.flatMap(({ id, title, items }): Heading[] => [
        [2, `${sectionNumber(id)} ${title}`],
        ...items.map(({ title }): Heading => [3, title]),
        ...charts(report.charts.filter(({ section }) => section === id)),
      ]),
    ],
  },
  '#/enterprises': {
    main: `
      - main:
        - heading "企业" [level=1]
        - search
        - status
        - grid /企业/`,
    headings: [[1, '企业']],
  },
  [`#/enterprises/${FIRM.id}`]: {
    main: `
      - main:
        - heading "${FIRM.name}" [level=1]
        - list`,
    headings: [[1, FIRM.name], [2, '报告说到的事'], [2, '相关项目'], [2, '报告中一同列名']],
  },
  [`#/compare?compare=${enterprises.slice(0, 2).map(({ id }) => id).join(',')}`]: {
    main: `
      - main:
        - heading "企业对比" [level=1]
        - table`,
    headings: [[1, '企业对比']],
  },
  '#/projects': {
    main: `
      - main:
        - heading "项目" [level=1]
        - search
        - status
        - grid /项目/`,
    headings: [[1, '项目']],
  },
  [`#/projects/${WORK.id}`]: {
    main: `
      - main:
        - heading "${WORK.name}" [level=1]
        - list "企业":
${WORK.enterprises!.map((id) => `          - listitem:\n            - link "${enterprise(id).name}"`).join('\n')}`,
    headings: [[1, WORK.name], [2, '报告的说法'], [2, '数字'], [2, '参与企业']],
  },
  '#/charts': {
    main: `
      - main:
        - heading "增长图表" [level=1]
        - navigation "图表"
${report.charts.map(({ title }) => `        - figure "${title}"`).join('\n')}`,
    headings: [[1, '增长图表'], [2, '全部图表'], ...charts(report.charts)],
  },
  '#/problems': {
    main: `
      - main:
        - heading "问题与打算" [level=1]
        - region "存在的问题"
        - region "${report.plan.year}年工作打算"`,
    headings: [
      [1, '问题与打算'],
      [2, '存在的问题'],
      ...report.problems.map(({ title }, nth): Heading => [3, `${numeral(nth + 1)} ${title}`]),
      [2, `${report.plan.year}年工作打算`],
      ...['总的要求', '可借的机遇', '产业', '主攻方向', '产业链', '目标'].map((name): Heading => [3, name]),
    ],
  },
  '#/figure/fast-growing-firms': {
    main: `
      - main:
        - heading "${figure('fast-growing-firms').subject}" [level=1]
        - list "企业"`,
    headings: [[1, figure('fast-growing-firms').subject], [2, '报告在哪里说'], [2, '说到的企业'], [2, '引用']],
  },
  '#/search?q=没有这样的词': {
    main: `
      - main:
        - heading "搜索全文" [level=1]
        - search:
          - searchbox "搜索全文"
        - status`,
    headings: [[1, '搜索全文']],
  },
  '#/about': {
    main: `
      - main:
        - heading "关于这份报告" [level=1]
        - heading "快捷键" [level=2]`,
    headings: [[1, '关于这份报告'], [2, '数字怎么读'], [2, '快捷键'], [2, '版本'], [2, '给发布者']],
  },
};

for (const [address, { main, headings }] of Object.entries(PAGES)) {
  test(`the landmarks and headings of “${address}”`, async ({ page }) => {
    await open(page, address);
    await expect(page.getByRole('main')).toMatchAriaSnapshot(main);
    await expect.poll(() => outline(page)).toEqual([...headings, notes]);
    // What stands around every page, and nothing beside it that calls itself a landmark of the page.
    await expect(page.locator('body')).toMatchAriaSnapshot(`
      - link "跳到正文"
      - region "阅读方式"
      - banner:
        - link "${short_name} ${title}"
        - navigation "页面"
      - main
      - contentinfo:
        - region "读数说明"
    `);
    for (const landmark of ['banner', 'main', 'contentinfo'] as const) await expect(page.getByRole(landmark)).toHaveCount(1);
  });
}

test('landmarks of a kind go by different names, on every page', async ({ page }) => {
  for (const address of Object.keys(PAGES)) {
    await open(page, address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const told = await page.locator('body').ariaSnapshot();
    const found = told.match(/- (navigation|region|search|figure)\b( ".*?")?/g) ?? [];
    expect(found.length, address).toBeGreaterThanOrEqual(3);
    expect(new Set(found).size, `${address}: ${found}`).toBe(found.length);
  }
});

test('every heading is of one of three levels, one of the first, and none is skipped on the way down', async ({ page }) => {
  for (const address of [...Object.keys(PAGES), '#/enterprises/no-such-firm', `#/work/${items[0].id}`, '#/chart/growth', '#/nonsense']) {
    await open(page, address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    const levels = (await outline(page)).map(([level]) => level);
    expect(levels[0], address).toBe(1);
    expect(Math.max(...levels), address).toBeLessThanOrEqual(3);
    expect(levels.filter((level, nth) => nth > 0 && level > levels[nth - 1] + 1), `${address}: ${levels}`).toEqual([]);
  }
});

/** The headings as they are told, from the top. */
async function outline(page: Page): Promise<Heading[]> {
  const told = await page.locator('body').ariaSnapshot();
  return [...told.matchAll(/- heading "(.*?)" \[level=(\d)\]/g)].map(([, name, level]) => [Number(level), name]);
}
