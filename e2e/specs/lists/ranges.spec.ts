// Numbers within bounds: both bounds belong to them, and what the report does not state lies within none.
import { expect, go, test, type Page } from '../../fixtures.ts';
import { bind, bounds, chips, expectAnswer, names, openList, rows } from '../../list.ts';
import { hash, ofEnterprises, TOTAL } from '../expected/selection.ts';

const expectHash = (page: Page, hash: string) => expect(page).toHaveURL((url) => decodeURIComponent(url.hash) === hash);

test('a range in the address is answered, and its bounds stand in their fields', async ({ page }) => {
  await openList(page, '#/enterprises');
  for (const [range, least, most] of [
    ['26.8..58.9', '26.8', '58.9'], ['26.9..', '26.9', ''], ['..58.8', '', '58.8'], ['140..140', '140', '140'], ['-20..0', '-20', '0'],
  ]) {
    await test.step(range, async () => {
      await go(page, hash('enterprises', { export: range }));
      await expectAnswer(page, ofEnterprises({ export: range }), TOTAL.enterprises, '家');
      await expect(bounds(page, 'export').least).toHaveValue(least);
      await expect(bounds(page, 'export').most).toHaveValue(most);
    });
  }
  expect(ofEnterprises({ export: '26.8..58.9' }).names, 'both bounds belong to it').toHaveLength(2);
  expect(ofEnterprises({ export: '-20..0' }).names, 'what is missing is not nought').toHaveLength(0);
});

test('bounds that are typed are asked for when the field is left, one after the other', async ({ page }) => {
  await openList(page, '#/enterprises');
  await expect(names(page)).toHaveCount(TOTAL.enterprises);
  const { least, most } = bounds(page, 'export');
  await least.pressSequentially('26.9');
  await expect(names(page), 'not before').toHaveCount(TOTAL.enterprises);
  await most.click();
  await expectHash(page, '#/enterprises?export=26.9..');
  await expectAnswer(page, ofEnterprises({ export: '26.9..' }), TOTAL.enterprises, '家');
  await bind(most, '100');
  await expectHash(page, '#/enterprises?export=26.9..100');
  await expectAnswer(page, ofEnterprises({ export: '26.9..100' }), TOTAL.enterprises, '家');
  await bind(bounds(page, 'growth').least, '50');
  await expectHash(page, '#/enterprises?growth=50..&export=26.9..100');
  await expect(rows(page)).toHaveCount(0);
  await bind(least, '');
  await bind(most, '');
  await expectHash(page, '#/enterprises?growth=50..');
  await expectAnswer(page, ofEnterprises({ growth: '50..' }), TOTAL.enterprises, '家');
  await page.goBack();
  await expect(most).toHaveValue('100');
});

test('full width, percent signs and a real minus are understood', async ({ page }) => {
  await openList(page, '#/enterprises');
  const { least, most } = bounds(page, 'export');
  await bind(least, ' −５ ');
  await expectHash(page, '#/enterprises?export=-5..');
  await bind(most, '５８．９％');
  await expectHash(page, '#/enterprises?export=-5..58.9');
  await expect(least).toHaveValue('-5');
  await expect(most).toHaveValue('58.9');
  await expectAnswer(page, ofEnterprises({ export: '-5..58.9' }), TOTAL.enterprises, '家');
});

test('swapped bounds are the same bounds, typed or in the address', async ({ page }) => {
  await openList(page, '#/enterprises?export=100..20');
  await expectAnswer(page, ofEnterprises({ export: '20..100' }), TOTAL.enterprises, '家');
  await expect(bounds(page, 'export').least).toHaveValue('20');
  await expect(bounds(page, 'export').most).toHaveValue('100');
  await go(page, '#/enterprises');
  await expect(names(page)).toHaveCount(TOTAL.enterprises);
  await bind(bounds(page, 'export').least, '100');
  await bind(bounds(page, 'export').most, '20');
  await expectHash(page, '#/enterprises?export=20..100');
  await expect(bounds(page, 'export').least).toHaveValue('20');
  await expect(bounds(page, 'export').most).toHaveValue('100');
});

test('what is no number is said beside its field and not asked, until it is put right', async ({ page }) => {
  await openList(page, '#/enterprises?export=20..');
  const { least, most } = bounds(page, 'export');
  const said = page.locator('[data-range="export"]').getByRole('alert');
  await expect(names(page)).toHaveText(ofEnterprises({ export: '20..' }).names);
  for (const typed of ['很多', '1e3', '12,5', '--1', '.']) {
    await bind(most, typed);
    await expect(said).toContainText('请填数字');
    await expect(most).toHaveAttribute('aria-invalid', 'true');
    await expect(most, 'what was typed stays to be put right').toHaveValue(typed);
    await expectHash(page, '#/enterprises?export=20..');
  }
  await expect(least, 'the other field is not to blame').not.toHaveAttribute('aria-invalid');
  await bind(most, '100');
  await expect(said).toHaveCount(0);
  await expect(most).not.toHaveAttribute('aria-invalid');
  await expectAnswer(page, ofEnterprises({ export: '20..100' }), TOTAL.enterprises, '家');
});

test('a message about a field goes when the range is taken away', async ({ page }) => {
  await openList(page, '#/enterprises?export=20..');
  const { most } = bounds(page, 'export');
  await bind(most, '很多');
  await expect(page.getByRole('alert')).toHaveCount(1);
  await chips(page).getByRole('button', { name: '全部清除' }).click();
  await expect(names(page)).toHaveCount(TOTAL.enterprises);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(most).toHaveValue('');
});

for (const range of ['很多', '10', '..', '10...20', 'a..b']) {
  test(`a range “${range}” in the address is passed over, said in words, and the note can be put away`, async ({ page }) => {
    await openList(page, `#/enterprises?growth=${range}&industry=医药`);
    await expect(names(page)).toHaveText(ofEnterprises({ industry: '医药' }).names);
    const note = page.locator('.notice');
    await expect(note).toContainText(range);
    await note.getByRole('button').click();
    await expect(note).toHaveCount(0);
    await expectHash(page, '#/enterprises?industry=医药');
  });
}

test('a range that a list does not have is passed over in silence', async ({ page }) => {
  await openList(page, '#/projects?growth=10..50');
  await expect(names(page)).toHaveCount(TOTAL.projects);
  await expect(page.locator('.notice')).toHaveCount(0);
  await expect(page.locator('.range')).toHaveCount(0);
});
