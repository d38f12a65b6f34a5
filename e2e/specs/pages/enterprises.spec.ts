// 企业: the list of all that the report names, and a page for each.
import { expect, go, open, test } from '../../fixtures.ts';
import { cells, rows } from '../../list.ts';
import { enterprise, enterprises, figures, projects, type Enterprise } from '../expected/pack.ts';
import { growthOf } from '../expected/selection.ts';
import { inLine, KINDS, placeHref, placeName, tag } from '../expected/written.ts';

/** A growth as its column shows it. */
function growth(row: Enterprise, of: string): string {
  const shown = growthOf(row, of);
  return shown ? inLine(shown) : '报告未提及';
}

test('the list has a row for every enterprise, with all its events and its growth', async ({ page }) => {
  await open(page, '#/enterprises');
  await expect(rows(page)).toHaveCount(enterprises.length);
  await expect(cells(page, 1)).toHaveText(enterprises.map(({ name, industry }) => name + industry));
  await expect(cells(page, 2)).toHaveText(enterprises.map(({ events }) => events.map(({ tag, text }) => tag + text).join('')));
  await expect(cells(page, 3)).toHaveText(enterprises.map(({ events }) => String(events.length)));
  await expect(cells(page, 4)).toHaveText(enterprises.map((row) => growth(row, '产值增长')));
  await expect(cells(page, 5)).toHaveText(enterprises.map((row) => growth(row, '出口增长')));
});

test('every enterprise has a page with all that the report says of it', async ({ page }) => {
  await open(page, '#/enterprises');
  for (const { id, name, kind, industry, industry_basis, events } of enterprises) {
    await test.step(name, async () => {
      await go(page, `#/enterprises/${id}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      const basis = industry_basis === 'name' ? '（按名称归类，报告未写明）' : '';
      await expect(page.locator('.facts dd')).toHaveText([KINDS[kind], industry + basis, `${events.length} 项`]);
      await expect(page.locator('.event')).toHaveText(
        events.map(({ tag: sort, section, text, figures = [] }) =>
          [sort, placeName(section), text, ...figures.map(tag)].join(''),
        ),
      );
      const places = await page.locator('.event .place').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(places).toEqual(events.map(({ section }) => placeHref(section)));
    });
  }
});

test('an enterprise leads to its projects and to those named in the same breath', async ({ page }) => {
  await open(page, '#/enterprises');
  for (const { id, name } of enterprises) {
    const taken = projects.filter((project) => project.enterprises?.includes(id)).map((project) => project.name + project.status);
    const beside = figures.filter((figure) => figure.enterprises?.includes(id)).flatMap((figure) => figure.enterprises ?? []);
    const companions = [...new Set(beside)].filter((other) => other !== id).map((other) => enterprise(other).name);
    await test.step(name, async () => {
      await go(page, `#/enterprises/${id}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await expect(page.getByRole('list', { name: '项目' }).getByRole('link')).toHaveText(taken);
      await expect(page.getByRole('list', { name: '企业' }).getByRole('link')).toHaveText(companions);
    });
  }
});

test('a place on an enterprise’s page leads to where the report says it', async ({ page }) => {
  const { id, events } = enterprises[0];
  await open(page, `#/enterprises/${id}`);
  await page.locator('.event .place').first().click();
  await expect(page).toHaveURL((url) => url.hash === placeHref(events[0].section));
  await expect(page.locator('.item:focus')).toContainText(enterprises[0].name);
});
