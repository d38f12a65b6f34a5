// Taking a file from the menu of downloads.
import { readFile } from 'node:fs/promises';
import { expect, type Page } from './fixtures.ts';

export type Saved = { name: string; text: string };

/** Takes the file of this extent and format; the menu is opened, if it is not. */
export async function save(page: Page, extent: '当前筛选' | '全部', format: 'CSV' | 'JSON'): Promise<Saved> {
  const menu = page.locator('details.menu');
  if ((await menu.getAttribute('open')) === null) await menu.getByText('下载', { exact: true }).click();
  const files = menu.getByRole('group', { name: extent });
  await expect(files).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), files.getByRole('button', { name: format }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}
