// What narrows a list: said in words, taken away by chips, told when nothing is left.
import { expect, test } from '../../fixtures.ts';
import { bounds, box, chips, grid, names, openList } from '../../list.ts';
import { fold, hash, ofEnterprises, ofProjects, TOTAL } from '../expected/selection.ts';

const asked = { q: '建成', industry: ['丝绸纺织', '医药'], tag: '研发平台' };

test('each stands as a chip that takes it away', async ({ page }) => {
  await openList(page, hash('enterprises', asked));
  const chip = (name: string) => chips(page).getByRole('button', { name: `去掉条件 ${name}` });
  await expect(chips(page).getByRole('button')).toHaveCount(5);
  await chip('搜索：建成').click();
  await expect(box(page)).toHaveValue('');
  await expect(names(page)).toHaveText(ofEnterprises({ ...asked, q: undefined }).names);
  await chip('行业：医药').click();
  await expect(names(page)).toHaveText(ofEnterprises({ industry: '丝绸纺织', tag: '研发平台' }).names);
  await expect(page.getByRole('checkbox', { name: /^医药/ })).not.toBeChecked();
  await chip('事项：研发平台').click();
  await chip('行业：丝绸纺织').click();
  await expect(chips(page)).toHaveCount(0);
  await expect(names(page)).toHaveCount(TOTAL.enterprises);
});

test('all are taken away at once, and the order stays', async ({ page }) => {
  await openList(page, hash('enterprises', { ...asked, sort: '-events' }));
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
    await openList(page, `#/${list}`);
    const count = page.getByRole('status').filter({ hasText: '共' });
    await expect(count).toHaveText(`共 ${total} ${noun}`);
    await box(page).pressSequentially('园');
    const found = (list === 'enterprises' ? ofEnterprises : ofProjects)({ q: '园' }).names.length;
    await expect(count).toHaveText(`共 ${total} ${noun}，筛选后 ${found} ${noun}`);
  });

  test(`no ${list} found is said in a whole sentence, with the conditions to take away`, async ({ page }) => {
    await openList(page, `#/${list}`);
    await box(page).pressSequentially('没有这个词');
    await expect(grid(page)).toBeHidden();
    await expect(page.locator('.count')).toHaveText(`共 ${total} ${noun}，筛选后 0 ${noun}`);
    const said = page.locator('.nothing');
    await expect(said).toHaveText(new RegExp(`没有同时符合这些条件的${list === 'enterprises' ? '企业' : '项目'}`));
    await chips(page).getByRole('button', { name: '去掉条件 搜索：没有这个词' }).click();
    await expect(names(page)).toHaveCount(total);
  });
}

test('a value with no row left is greyed, not removed', async ({ page }) => {
  await openList(page, '#/enterprises?q=丝绸');
  const none = Object.entries(ofEnterprises({ q: '丝绸' }).counts.industry).filter(([, count]) => count === 0);
  expect(none.length).toBeGreaterThan(0);
  for (const [value] of none) {
    await expect(page.locator(`[data-facet="industry"] [data-value="${value}"]`)).toHaveClass(/facet__value--empty/);
  }
  await expect(page.locator('[data-facet="industry"] .facet__value--empty')).toHaveCount(none.length);
});

test('whatever is typed is taken as it is', async ({ page }) => {
  await openList(page, '#/enterprises');
  for (const q of ['100%', 'a&b=c', '#/work', '<b>', '，', '"', '\\', '%E4']) {
    await box(page).fill(q);
    await expect(names(page)).toHaveText(ofEnterprises({ q }).names);
    await expect(box(page)).toHaveValue(q);
    // The address follows when the typing pauses.
    await expect.poll(() => new URLSearchParams(page.url().split('?')[1]).get('q')).toBe(q);
    await page.reload();
    await expect(box(page)).toHaveValue(q);
    expect(fold(q)).not.toBe('');
  }
});

test('a range stands as a chip in words, and reset takes it away with all others', async ({ page }) => {
  await openList(page, hash('enterprises', { industry: '医药', growth: '10..60', export: '..100' }));
  await expect(chips(page).getByRole('button')).toHaveText([/^行业：医药/, /^产值增长：10%～60%/, /^出口增长：100% 及以下/, '全部清除']);
  await chips(page).getByRole('button', { name: '去掉条件 产值增长：10%～60%' }).click();
  await expect(names(page)).toHaveText(ofEnterprises({ industry: '医药', export: '..100' }).names);
  await expect(page).toHaveURL((url) => decodeURIComponent(url.hash) === '#/enterprises?industry=医药&export=..100');
  await expect(bounds(page, 'growth').least).toHaveValue('');
  await expect(bounds(page, 'export').most).toHaveValue('100');
  await chips(page).getByRole('button', { name: '全部清除' }).click();
  await expect(names(page)).toHaveCount(TOTAL.enterprises);
  await expect(bounds(page, 'export').most).toHaveValue('');
  await expect(page).toHaveURL((url) => url.hash === '#/enterprises');
});

test('when all are taken away the keyboard goes on in the search box', async ({ page }) => {
  await openList(page, '#/enterprises?q=丝绸&kind=enterprise');
  await page.getByRole('button', { name: '全部清除' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('a search of a thousand letters has a chip that can be taken in at a glance', async ({ page }) => {
  await openList(page, `#/enterprises?q=${'丝'.repeat(1000)}`);
  const chip = page.locator('.chips .chip').first();
  await expect(chip).toContainText(`搜索：${'丝'.repeat(40)}…`);
  await expect(page.getByRole('searchbox')).toHaveValue('丝'.repeat(1000));
});
