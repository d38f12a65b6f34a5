// 项目: the list in the order of status, and a page for each.
import { expect, go, open, test } from '../../fixtures.ts';
import { enterprise, projects, projectsByStatus, STATUSES } from '../expected/pack.ts';
import { placeHref, placeName, tag } from '../expected/written.ts';

test('the list has every project in the order of its status, with the report’s own words', async ({ page }) => {
  await open(page, '#/projects');
  const cell = (nth: number) => page.locator(`tbody td:nth-child(${nth})`);
  const names = (ids: string[] = []) => ids.map((id) => enterprise(id).name).join('');
  await expect(cell(1)).toHaveText(projectsByStatus.map(({ name, enterprises }) => name + names(enterprises)));
  await expect(cell(2)).toHaveText(projectsByStatus.map(({ category }) => category));
  await expect(cell(3)).toHaveText(projectsByStatus.map(({ status, status_printed }) => `${status}“${status_printed}”`));
  await expect(cell(4)).toHaveText(projectsByStatus.map(({ section }) => placeName(section)));
  const steps = await page.locator('tbody .status').evaluateAll((all) => all.map((mark) => Number(mark.getAttribute('data-step'))));
  expect(steps).toEqual(projectsByStatus.map(({ status }) => STATUSES.indexOf(status)));
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
