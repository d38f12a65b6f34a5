// Search and facets, held against a naive answer that is computed here from the pack.
import { expect, go, listen, test } from '../../fixtures.ts';
import { box, expectAnswer, marks, names, openList } from '../../list.ts';
import { enterprises, projects, report } from '../expected/pack.ts';
import { groups, hash, ofEnterprises, ofProjects, TOTAL, words, type Question } from '../expected/selection.ts';
import { KINDS } from '../expected/written.ts';

test.describe('of enterprises', () => {
  const firm = enterprises[7];

  test('a search finds by name, pinyin, initials, industry and events, whatever the width and case of its letters', async ({ page }) => {
    const { name, pinyin, initials, industry, events } = firm;
    const wide = (text: string) => text.replace(/./g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    await openList(page, '#/enterprises');
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
    await openList(page, '#/enterprises');
    for (let length = 1; length <= firm.initials.length; length += 1) {
      await box(page).press(firm.initials[length - 1]);
      await expectAnswer(page, ofEnterprises({ q: firm.initials.slice(0, length) }), TOTAL.enterprises, '家');
    }
  });

  test('letters typed into the middle of a word stay where they are typed', async ({ page }) => {
    await openList(page, '#/enterprises');
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
      { group: groups[0].id },
      { group: [groups[1].id, groups.at(-1)!.id], kind: 'enterprise' },
      { growth: '0..', tag: '产值增长' },
      { export: '..100', industry: ['丝绸纺织', '医药'], sort: 'export' },
      { growth: '10..60', export: '0..', q: '同比' },
    ];
    await openList(page, '#/enterprises');
    for (const question of questions) {
      await test.step(JSON.stringify(question), async () => {
        await go(page, hash('enterprises', question));
        await expectAnswer(page, ofEnterprises(question), TOTAL.enterprises, '家');
      });
    }
  });

  test('every single facet value leaves as many rows as stand beside it', async ({ page }) => {
    await openList(page, '#/enterprises');
    for (const [facet, values] of Object.entries(ofEnterprises({}).counts)) {
      for (const [value, count] of Object.entries(values)) {
        await go(page, hash('enterprises', { [facet]: value }));
        await expect(names(page)).toHaveText(ofEnterprises({ [facet]: value }).names);
        await expect(names(page)).toHaveCount(count);
      }
    }
  });

  test('boxes are ticked and counts follow at once', async ({ page }) => {
    await openList(page, '#/enterprises');
    await page.getByRole('checkbox', { name: /^医药/ }).check();
    await expectAnswer(page, ofEnterprises({ industry: '医药' }), TOTAL.enterprises, '家');
    await page.getByRole('checkbox', { name: /^出口增长/ }).check();
    await expectAnswer(page, ofEnterprises({ industry: '医药', tag: '出口增长' }), TOTAL.enterprises, '家');
    await page.getByRole('checkbox', { name: /^丝绸纺织/ }).check();
    await expectAnswer(page, ofEnterprises({ industry: ['医药', '丝绸纺织'], tag: '出口增长' }), TOTAL.enterprises, '家');
    await page.getByRole('checkbox', { name: /^医药/ }).uncheck();
    await expectAnswer(page, ofEnterprises({ industry: '丝绸纺织', tag: '出口增长' }), TOTAL.enterprises, '家');
  });

  test('values with most rows come first; equal ones, sections and kinds in an order of their own', async ({ page }) => {
    await openList(page, '#/enterprises');
    const shown = (facet: string) => page.locator(`[data-facet="${facet}"] .facet__value`).evaluateAll((all) => all.map((value) => value.getAttribute('data-value')));
    await expect(names(page)).toHaveCount(TOTAL.enterprises);
    const { counts } = ofEnterprises({});
    // Keys stand in the order in which the document first has them, and sorting keeps it among equals.
    const largestFirst = (facet: string) => Object.entries(counts[facet]).sort(([, a], [, b]) => b - a).map(([value]) => value);
    expect(await shown('industry')).toEqual(largestFirst('industry'));
    expect(await shown('tag')).toEqual(largestFirst('tag'));
    expect(await shown('section')).toEqual(Object.keys(counts.section).sort());
    expect(await shown('kind')).toEqual(Object.keys(KINDS).filter((kind) => kind in counts.kind));
  });

  test('every tag of the facet is one that the report declares', async ({ page }) => {
    await openList(page, '#/enterprises');
    const tags = page.locator('[data-facet="tag"] .facet__label');
    await expect(tags).toHaveCount(Object.keys(ofEnterprises({}).counts.tag).length);
    for (const tag of await tags.allTextContents()) expect(report.tags).toContain(tag);
  });

  test('a group of which only some are named says how many are, and that the others are not below', async ({ page }) => {
    await openList(page, '#/enterprises');
    const labels = page.locator('[data-facet="group"] .facet__label');
    await expect(labels).toHaveText(groups.map(({ subject, printed }) => `${subject}（${printed}）`));
    for (const { id, subject, printed } of groups) {
      await go(page, hash('enterprises', { group: id }));
      await expect(names(page)).toHaveText(ofEnterprises({ group: id }).names);
      await expect(page.locator('.notice')).toContainText(subject);
      const figure = groups.find((group) => group.id === id)!;
      const more = printed.includes('余') ? '余' : '';
      await expect(page.locator('.notice')).toContainText(`已列名 ${figure.enterprises!.length} / 共 ${figure.group}${more}`);
    }
  });

  test('a tag whose events tell of such groups says so, too, and any other does not', async ({ page }) => {
    await openList(page, '#/enterprises');
    for (const tag of report.tags) {
      const told = groups.filter(({ id }) =>
        enterprises.some(({ events }) => events.some((event) => event.tag === tag && event.figures?.includes(id))),
      );
      await go(page, hash('enterprises', { tag }));
      await expect(names(page)).toHaveText(ofEnterprises({ tag }).names);
      await expect(page.locator('.notice')).toHaveCount(told.length > 0 ? 1 : 0);
      for (const { subject, enterprises: named, group } of told) {
        await expect(page.locator('.notice')).toContainText(`${subject}：已列名 ${named!.length} / 共 ${group}`);
      }
    }
  });

  test('facet values have the names that readers use', async ({ page }) => {
    await openList(page, '#/enterprises');
    for (const [kind, name] of Object.entries(KINDS)) {
      await expect(page.locator(`[data-facet="kind"] [data-value="${kind}"] .facet__label`)).toHaveText(name);
    }
    await expect(page.locator('[data-facet="section"] [data-value="2.2"] .facet__label')).toHaveText('二（二）');
    await expect(page.locator('.facet[data-facet] legend')).toHaveText(['行业', '事项', '出处', '类型', '成组列名']);
  });

  test('what was found is marked in the row, and nothing else is', async ({ page }) => {
    await openList(page, '#/enterprises');
    for (const q of ['丝绸', '丝绸 建成', '投产', 'SLBX', '家']) {
      await go(page, hash('enterprises', { q }));
      await expect(names(page)).toHaveText(ofEnterprises({ q }).names);
      const rows = ofEnterprises({ q }).names.map((name) => enterprises.find((row) => row.name === name)!);
      const texts = rows.flatMap(({ name, industry, events }) => [name, industry, ...events.flatMap(({ tag, text }) => [tag, text])]);
      const expected = texts.flatMap((text) => text.match(new RegExp(`(?:${words(q).join('|')})+`, 'gi')) ?? []);
      await expect(marks(page)).toHaveText(expected);
    }
    await go(page, '#/enterprises');
    await expect(names(page)).toHaveCount(TOTAL.enterprises);
    await expect(marks(page)).toHaveCount(0);
  });
});

test.describe('of projects', () => {
  test('a search finds by name, pinyin, initials, category, status, the report’s own phrases and who takes part', async ({ page }) => {
    await openList(page, '#/projects');
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
    await openList(page, '#/projects');
    for (const question of questions) {
      await test.step(JSON.stringify(question), async () => {
        await go(page, hash('projects', question));
        await expectAnswer(page, ofProjects(question), TOTAL.projects, '个');
      });
    }
  });

  test('what was found is marked in the row', async ({ page }) => {
    await openList(page, hash('projects', { q: '完工' }));
    const rows = projects.filter(({ status_printed }) => status_printed.includes('完工'));
    await expect(marks(page)).toHaveText(rows.map(() => '完工'));
  });
});

test('a new count is announced once for every question', async ({ page }) => {
  for (const [hash, typed] of [['#/enterprises', '丝绸'], ['#/projects', '产业']]) {
    await openList(page, hash);
    const said = await listen(page, '.count[role=status]');
    const count = page.locator('.count[role=status]');
    const all = await count.textContent();
    const asks = [
      () => box(page).fill(typed),
      () => box(page).fill('没有这个词'),
      () => box(page).fill(''),
      () => page.locator('.facet__value:not(.facet__value--empty) input').first().check(),
    ];
    const expected: string[] = [];
    let last = all;
    for (const ask of asks) {
      await ask();
      await expect(count).not.toHaveText(last!);
      last = await count.textContent();
      expected.push(last!);
    }
    // What is asked for in another order is as many.
    await page.locator('.sort').first().click();
    await page.waitForTimeout(300);
    expect(await said(), hash).toEqual(expected);
  }
});
