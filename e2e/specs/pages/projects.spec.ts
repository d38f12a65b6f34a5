// 项目: the list in the order of status, and a page for each.
import { expect, go, open, test } from '../../fixtures.ts';
import { cells } from '../../list.ts';
import { enterprise, projects } from '../expected/pack.ts';
import { byStatus } from '../expected/tables.ts';
import { placeHref, placeName, tag } from '../expected/written.ts';

/** How full the mark beside a status is: not begun, under way, done. */
const MARKS: Record<string, string> = {
  意向: 'status', 签约: 'status', 前期: 'status',
  开工: 'status status--half', 推进: 'status status--half', 处置: 'status status--half',
  获批: 'status status--done', 投用: 'status status--done',
};

test('the list has every project in the order of its status, with the report’s own words', async ({ page }) => {
  await open(page, '#/projects');
  const expected = byStatus(projects);
  const names = (ids: string[] = []) => ids.map((id) => enterprise(id).name).join('');
  await expect(cells(page, 1)).toHaveText(expected.map(({ name, enterprises }) => name + names(enterprises)));
  await expect(cells(page, 2)).toHaveText(expected.map(({ category }) => category));
  await expect(cells(page, 3)).toHaveText(expected.map(({ status, status_printed }) => `${status}“${status_printed}”`));
  await expect(cells(page, 4)).toHaveText(expected.map(({ section }) => placeName(section)));
  await expect(cells(page, 3).locator('.status')).toHaveClass(expected.map(({ status }) => MARKS[status]));
});

test('every project has a page with its status in the report’s own words, and who takes part', async ({ page }) => {
  await open(page, '#/projects');
  for (const { id, name, category, status, section, status_printed, also = [], figures = [], enterprises = [] } of projects) {
    await test.step(name, async () => {
      await go(page, `#/projects/${id}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await expect(page.locator('.facts dd')).toHaveText([category, status]);
      const mentions = [{ section, status_printed }, ...also];
      await expect(page.locator('.event')).toHaveText(
        mentions.map((mention) => `${placeName(mention.section)}“${mention.status_printed}”`),
      );
      const places = await page.locator('.event .place').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      expect(places).toEqual(mentions.map((mention) => placeHref(mention.section)));
      await expect(page.locator('.figure')).toHaveText(figures.map(tag));
      const taking = page.getByRole('list', { name: '企业' }).getByRole('link');
      await expect(taking).toHaveText(enterprises.map((taking) => enterprise(taking).name));
    });
  }
});
