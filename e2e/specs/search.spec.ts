// Search, facets and order, held against a naive answer that is computed here from the pack.
import { expect, go, open, test, type Page } from '../fixtures.ts';
import { enterprises, projects } from './expected/pack.ts';
import { fold, hash, ofEnterprises, ofProjects, TOTAL, words, type Answer, type Question } from './expected/selection.ts';
import { KINDS } from './expected/written.ts';

const box = (page: Page) => page.getByRole('searchbox');
const head = (page: Page, name: string) => page.getByRole('columnheader', { name });
const names = (page: Page) => page.locator('.row-link');

/** What stands beside every value of every facet. */
const counts = (page: Page) =>
  page.locator('.facet').evaluateAll((facets) =>
    Object.fromEntries(
      facets.map((facet) => [
        facet.getAttribute('data-facet'),
        Object.fromEntries(
          [...facet.querySelectorAll('.facet__value')].map((value) => [
            value.getAttribute('data-value'),
            Number(value.querySelector('.facet__count')?.textContent),
          ]),
        ),
      ]),
    ),
  );

async function expectAnswer(page: Page, answer: Answer, total: number, noun: string) {
  await expect(names(page)).toHaveText(answer.names);
  await expect.poll(() => counts(page)).toEqual(answer.counts);
  await expect(page.locator('.count')).toContainText(`共 ${total} ${noun}`);
}

test.describe('of enterprises', () => {
  const firm = enterprises[7];

  test('a search finds by name, pinyin, initials, industry and events, whatever the width and case of its letters', async ({ page }) => {
    const { name, pinyin, initials, industry, events } = firm;
    const wide = (text: string) => text.replace(/./g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    await open(page, '#/enterprises');
    for (const q of [
      name, name.slice(2), pinyin, pinyin.slice(0, 9), initials, initials.toUpperCase(), wide(initials.toUpperCase()),
      industry, events[0].tag, events[2].text, `${industry}　${initials}  ${events[1].tag}`,
    ]) {
      await test.step(q, async () => {
        await box(page).fill(q);
        const answer = ofEnterprises({ q });
        expect(answer.names).toContain(name);
        await expectAnswer(page, answer, TOTAL.enterprises, '家');
      });
    }
  });

  test('a search that is typed letter by letter is answered after every letter', async ({ page }) => {
    await open(page, '#/enterprises');
    for (let length = 1; length <= firm.initials.length; length += 1) {
      await box(page).press(firm.initials[length - 1]);
      await expectAnswer(page, ofEnterprises({ q: firm.initials.slice(0, length) }), TOTAL.enterprises, '家');
    }
  });

  test('letters typed into the middle of a word stay where they are typed', async ({ page }) => {
    await open(page, '#/enterprises');
    await box(page).pressSequentially('slxcl');
    for (const _ of 'xcl') await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('bx');
    await expect(box(page)).toHaveValue('slbxxcl');
  });

  test('facet counts are right for every question: or within a facet, and between, its own left out', async ({ page }) => {
    const questions: Question[] = [
      {},
      { q: '新材料' },
      { industry: '丝绸纺织' },
      { industry: ['丝绸纺织', '医药'] },
      { industry: ['丝绸纺织', '医药'], tag: '出口增长' },
      { tag: ['投产', '技改扩能'], section: '2.2' },
      { tag: ['投产', '技改扩能'], section: ['2.2', '2.5'], industry: '食品饲料' },
      { kind: ['institution', 'incubator'] },
      { kind: 'state-owned', tag: '招商合作', section: '2.6' },
      { q: '认定 高新', tag: '高新技术企业', sort: '-events' },
      { q: '蓬江', industry: '医药' },
    ];
    await open(page, '#/enterprises');
    for (const question of questions) {
      await test.step(JSON.stringify(question), async () => {
        await go(page, hash('enterprises', question));
        await expectAnswer(page, ofEnterprises(question), TOTAL.enterprises, '家');
      });
    }
  });

  test('every single facet value leaves as many rows as stand beside it', async ({ page }) => {
    await open(page, '#/enterprises');
    for (const [facet, values] of Object.entries(ofEnterprises({}).counts)) {
      for (const [value, count] of Object.entries(values)) {
        await go(page, hash('enterprises', { [facet]: value }));
        await expect(names(page)).toHaveText(ofEnterprises({ [facet]: value }).names);
        await expect(names(page)).toHaveCount(count);
      }
    }
  });

  test('boxes are ticked and counts follow at once', async ({ page }) => {
    await open(page, '#/enterprises');
    await page.getByRole('checkbox', { name: '医药' }).check();
    await expectAnswer(page, ofEnterprises({ industry: '医药' }), TOTAL.enterprises, '家');
    await page.getByRole('checkbox', { name: '出口增长' }).check();
    await expectAnswer(page, ofEnterprises({ industry: '医药', tag: '出口增长' }), TOTAL.enterprises, '家');
    await page.getByRole('checkbox', { name: '丝绸纺织' }).check();
    await expectAnswer(page, ofEnterprises({ industry: ['医药', '丝绸纺织'], tag: '出口增长' }), TOTAL.enterprises, '家');
    await page.getByRole('checkbox', { name: '医药' }).uncheck();
    await expectAnswer(page, ofEnterprises({ industry: '丝绸纺织', tag: '出口增长' }), TOTAL.enterprises, '家');
  });

  test('facet values have the names that readers use', async ({ page }) => {
    await open(page, '#/enterprises');
    for (const [kind, name] of Object.entries(KINDS)) {
      await expect(page.locator(`[data-facet="kind"] [data-value="${kind}"] .facet__label`)).toHaveText(name);
    }
    await expect(page.locator('[data-facet="section"] [data-value="2.2"] .facet__label')).toHaveText('二（二）');
    await expect(page.locator('.facet legend')).toHaveText(['行业', '事项', '出处', '类型']);
  });

  test('what was found is marked in the row, and nothing else is', async ({ page }) => {
    await open(page, '#/enterprises');
    for (const q of ['丝绸', '丝绸 建成', '投产', 'SLBX', '家']) {
      await go(page, hash('enterprises', { q }));
      await expect(names(page)).toHaveText(ofEnterprises({ q }).names);
      const rows = ofEnterprises({ q }).names.map((name) => enterprises.find((row) => row.name === name)!);
      const texts = rows.flatMap(({ name, industry, events }) => [name, industry, ...events.flatMap(({ tag, text }) => [tag, text])]);
      const expected = texts.flatMap((text) => text.match(new RegExp(`(?:${words(q).join('|')})+`, 'gi')) ?? []);
      await expect(page.locator('tbody mark')).toHaveText(expected);
    }
    await go(page, '#/enterprises');
    await expect(page.locator('mark')).toHaveCount(0);
  });
});

test.describe('of projects', () => {
  test('a search finds by name, pinyin, initials, category, status, the report’s own phrases and who takes part', async ({ page }) => {
    await open(page, '#/projects');
    for (const q of [
      '安置房', 'anzhifang', 'WJCP', '房地产', '获批', '有序推进', '达成投资合作', '鸿业集团', '产业　投用', '园 获批', '８０ｗａｎ',
    ]) {
      await test.step(q, async () => {
        await box(page).fill(q);
        const answer = ofProjects({ q });
        expect(answer.names.length).toBeGreaterThan(0);
        await expectAnswer(page, answer, TOTAL.projects, '个');
      });
    }
  });

  test('facet counts are right for every question: or within a facet, and between, its own left out', async ({ page }) => {
    const questions: Question[] = [
      {},
      { q: '安置' },
      { category: '产业' },
      { category: ['产业', '房地产'], status: '投用' },
      { category: ['产业', '房地产'], status: ['投用', '推进'] },
      { section: '2.5', status: '开工' },
      { section: ['2.4', '2.5'], category: '产业', sort: 'name' },
      { q: '黔江', category: '园区平台', sort: '-status' },
      { status: '意向', category: '安置房' },
    ];
    await open(page, '#/projects');
    for (const question of questions) {
      await test.step(JSON.stringify(question), async () => {
        await go(page, hash('projects', question));
        await expectAnswer(page, ofProjects(question), TOTAL.projects, '个');
      });
    }
  });

  test('what was found is marked in the row', async ({ page }) => {
    await open(page, hash('projects', { q: '完工' }));
    const rows = projects.filter(({ status_printed }) => status_printed.includes('完工'));
    await expect(page.locator('tbody mark')).toHaveText(rows.map(() => '完工'));
  });
});

test.describe('order', () => {
  /** The first click, the second, and after the third the table's own order again. */
  async function expectOrders(page: Page, column: string, key: string, first: '-' | '', list: 'enterprises' | 'projects') {
    const of = list === 'enterprises' ? ofEnterprises : ofProjects;
    const [one, two] = first === '-' ? ['descending', 'ascending'] : ['ascending', 'descending'];
    const button = head(page, column).getByRole('button');
    const second = first === '-' ? '' : '-';
    await button.click();
    await expect(head(page, column)).toHaveAttribute('aria-sort', one);
    await expect(names(page)).toHaveText(of({ sort: first + key }).names);
    await expect(page.locator('th[aria-sort]:not([aria-sort="none"])')).toHaveCount(1);
    await button.click();
    await expect(head(page, column)).toHaveAttribute('aria-sort', two);
    await expect(names(page)).toHaveText(of({ sort: second + key }).names);
    await button.click();
    await expect(head(page, column)).toHaveAttribute('aria-sort', 'none');
    await expect(names(page)).toHaveText(of({}).names);
  }

  test('every column of the enterprises sorts up, down, and not at all; what is missing comes last', async ({ page }) => {
    await open(page, '#/enterprises');
    await expectOrders(page, '名称', 'name', '', 'enterprises');
    await expectOrders(page, '事项数', 'events', '-', 'enterprises');
    await expectOrders(page, '产值增长', 'growth', '-', 'enterprises');
    await expectOrders(page, '出口增长', 'export', '-', 'enterprises');
  });

  test('the columns of the projects sort in the same way', async ({ page }) => {
    await open(page, '#/projects');
    await expectOrders(page, '项目', 'name', '', 'projects');
    await expectOrders(page, '进度', 'status', '-', 'projects');
  });

  test('what is missing is said, and stays last in both directions', async ({ page }) => {
    const stated = ofEnterprises({ tag: '出口增长' }).names.length;
    for (const sort of ['export', '-export']) {
      await open(page, hash('enterprises', { sort }));
      const cells = page.locator('tbody td:nth-child(5)');
      await expect(cells.filter({ hasText: '%' })).toHaveCount(stated);
      for (let nth = 0; nth < stated; nth += 1) await expect(cells.nth(nth)).toContainText('%');
      await expect(cells.nth(stated)).toContainText('—');
    }
  });

  test('an order survives search and facets', async ({ page }) => {
    await open(page, '#/enterprises');
    await head(page, '事项数').getByRole('button').click();
    await box(page).pressSequentially('市级');
    await page.getByRole('checkbox', { name: '参观点' }).check();
    await expect(names(page)).toHaveText(ofEnterprises({ q: '市级', tag: '参观点', sort: '-events' }).names);
  });
});

test.describe('conditions', () => {
  const asked = { q: '建成', industry: ['丝绸纺织', '医药'], tag: '研发平台' };
  const chips = (page: Page) => page.getByRole('list', { name: '已选条件' });

  test('each stands as a chip that takes it away', async ({ page }) => {
    await open(page, hash('enterprises', asked));
    const chip = (name: string) => chips(page).getByRole('button', { name: `去掉条件 ${name}` });
    await expect(chips(page).getByRole('button')).toHaveCount(5);
    await chip('搜索：建成').click();
    await expect(box(page)).toHaveValue('');
    await expect(names(page)).toHaveText(ofEnterprises({ ...asked, q: undefined }).names);
    await chip('行业：医药').click();
    await expect(names(page)).toHaveText(ofEnterprises({ industry: '丝绸纺织', tag: '研发平台' }).names);
    await expect(page.getByRole('checkbox', { name: '医药' })).not.toBeChecked();
    await chip('事项：研发平台').click();
    await chip('行业：丝绸纺织').click();
    await expect(chips(page)).toHaveCount(0);
    await expect(names(page)).toHaveCount(TOTAL.enterprises);
  });

  test('all are taken away at once, and the order stays', async ({ page }) => {
    await open(page, hash('enterprises', { ...asked, sort: '-events' }));
    await chips(page).getByRole('button', { name: '全部清除' }).click();
    await expect(names(page)).toHaveText(ofEnterprises({ sort: '-events' }).names);
    await expect(page).toHaveURL((url) => url.hash === '#/enterprises?sort=-events');
    await expect(chips(page)).toHaveCount(0);
  });

  for (const [list, noun, total] of [
    ['enterprises', '家', TOTAL.enterprises],
    ['projects', '个', TOTAL.projects],
  ] as const) {
    test(`the count of ${list} is told to those who do not see the list change`, async ({ page }) => {
      await open(page, `#/${list}`);
      const count = page.getByRole('status').filter({ hasText: '共' });
      await expect(count).toHaveText(`共 ${total} ${noun}`);
      await box(page).pressSequentially('园');
      const found = (list === 'enterprises' ? ofEnterprises : ofProjects)({ q: '园' }).names.length;
      await expect(count).toHaveText(`共 ${total} ${noun}，筛选后 ${found} ${noun}`);
    });

    test(`no ${list} found is said in a whole sentence, with the conditions to take away`, async ({ page }) => {
      await open(page, `#/${list}`);
      await box(page).pressSequentially('没有这个词');
      await expect(page.getByRole('table')).toHaveCount(0);
      await expect(page.locator('.count')).toHaveText(`共 ${total} ${noun}，筛选后 0 ${noun}`);
      const said = page.locator('.nothing');
      await expect(said).toHaveText(new RegExp(`没有同时符合这些条件的${list === 'enterprises' ? '企业' : '项目'}`));
      await chips(page).getByRole('button', { name: '去掉条件 搜索：没有这个词' }).click();
      await expect(names(page)).toHaveCount(total);
    });
  }

  test('a value with no row left is greyed, not removed', async ({ page }) => {
    await open(page, '#/enterprises?q=丝绸');
    const none = Object.entries(ofEnterprises({ q: '丝绸' }).counts.industry).filter(([, count]) => count === 0);
    expect(none.length).toBeGreaterThan(0);
    for (const [value] of none) {
      await expect(page.locator(`[data-facet="industry"] [data-value="${value}"]`)).toHaveClass(/facet__value--empty/);
    }
    await expect(page.locator('[data-facet="industry"] .facet__value--empty')).toHaveCount(none.length);
  });

  test('whatever is typed is taken as it is', async ({ page }) => {
    await open(page, '#/enterprises');
    for (const q of ['100%', 'a&b=c', '#/work', '<b>', '，', '"', '\\', '%E4']) {
      await box(page).fill(q);
      await expect(names(page)).toHaveText(ofEnterprises({ q }).names);
      await expect(box(page)).toHaveValue(q);
      await page.reload();
      await expect(box(page)).toHaveValue(q);
      expect(fold(q)).not.toBe('');
    }
  });
});
