// What can be chosen in the preview, and what is refused in words.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, pack, test } from '../../fixtures.ts';
import { zip } from '../../zip.ts';
import { about, alert, asZip, chooseFiles, chooseFolder, copy, DATA, drop, entries, expectShown, heading, openPreview, REPORT, TITLE } from './opened.ts';

test.describe('what can be chosen', () => {
  test('the folder of a pack', async ({ page }) => {
    await openPreview(page);
    await chooseFolder(page, DATA);
    await expectShown(page);
    await expect(about(page)).toContainText('data/，5 个文件');
    await expect(about(page)).toContainText(/\d\d:\d\d:\d\d 读取/);
    await expect(page).toHaveTitle(`预览 · 概览 · 正阳工业园区 ${TITLE}`.replace('正阳工业园区', pack<{ meta: { short_name: string } }>('2021/report.json').meta.short_name));
  });

  test('the folder of one report, for which an index is made and that is said', async ({ page }) => {
    await openPreview(page);
    await chooseFolder(page, REPORT);
    await expectShown(page);
    await expect(about(page)).toContainText('没有 index.json：照 report.json 临时做了一个');
  });

  test('the loose files of one report', async ({ page }) => {
    await openPreview(page);
    await chooseFiles(page, readdirSync(REPORT).map((name) => join(REPORT, name)));
    await expectShown(page);
    await expect(about(page)).toContainText('等 4 个文件');
  });

  test('a zip, nested, from a Mac and from Windows', async ({ page }) => {
    await openPreview(page);
    const left = { name: '__MACOSX/park/._index.json', content: Buffer.from('x') };
    await chooseFiles(page, asZip([...entries(DATA, 'a/park/'), left]));
    await expectShown(page);
    await page.getByText('略过的文件').click();
    await expect(about(page).getByRole('listitem').filter({ hasText: '__MACOSX' })).toContainText('系统或办公软件自己留下的文件');
    await page.getByRole('button', { name: '换一个数据包' }).click();
    // “园区\” in GBK.
    const folder = Buffer.from([0xd4, 0xb0, 0xc7, 0xf8, 0x5c]);
    const named = entries(DATA).map(({ name, content }) => ({ name: Buffer.concat([folder, Buffer.from(`${name}`.replaceAll('/', '\\'))]), content }));
    await chooseFiles(page, asZip([...named, { name: Buffer.concat([folder, Buffer.from('Thumbs.db')]), content: Buffer.from('x') }]));
    await expectShown(page);
    await page.getByText('略过的文件').click();
    await expect(about(page).getByRole('listitem').filter({ hasText: 'Thumbs.db' })).toContainText('园区\\Thumbs.db');
  });

  test('what is dropped on the page', async ({ page }) => {
    await openPreview(page);
    await drop(page, entries(DATA));
    await expectShown(page);
    await expect(about(page)).toContainText('park.zip，5 个文件');
  });
});

test.describe('what is no pack is refused in words', () => {
  const file = (name: string, content: string | Buffer) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  const json = Buffer.from('{}');
  for (const [what, files, says] of [
    ['a file that is called a zip', [file('park.zip', 'no zip')], '不是完好的 zip 压缩包'],
    ['a zip that is cut off', [file('park.zip', zip(entries(DATA)).subarray(0, 5000))], '不是完好的 zip 压缩包'],
    ['an empty zip', [asZip([])], '里面没有文件'],
    ['a zip with a password', [asZip([{ name: 'index.json', content: json, encrypted: true }])], 'index.json 加了密码'],
    ['a zip of another packer', [asZip([{ name: 'index.json', content: json, method: 12 }])], '读不了的压缩方式'],
    ['a bomb', [asZip([{ name: 'index.json', content: Buffer.alloc(70 << 20, ' ') }])], 'index.json 展开后超过 64 MB'],
    ['a crowd', [asZip(Array.from({ length: 10_001 }, (_, nth) => ({ name: `${nth}.txt`, content: json })))], '超过 10000 个'],
    ['one file of several', [file('figures.json', '[]')], '没有 index.json，也没有 report.json'],
    ['a report whose name is in capitals', [file('REPORT.JSON', '{}')], '找到了 REPORT.JSON，但文件名要全用小写字母：report.json'],
    ['two packs', [asZip(['a', 'b'].map((name) => ({ name: `${name}/index.json`, content: json })))], '有几个数据包（a、b）'],
    ['two zips', [asZip([], 'a.zip'), asZip([], 'b.zip')], '一次只能打开一个压缩包'],
  ] as const) {
    test(what, async ({ page }) => {
      await openPreview(page);
      await chooseFiles(page, [...files]);
      await expect(alert(page)).toContainText(says);
      await expect(heading(page)).toBeFocused();
      // And there is another try.
      await chooseFolder(page, DATA);
      await expectShown(page);
    });
  }
});

test('a file that was changed since asks to be chosen again', async ({ page }) => {
  const folder = copy('changed');
  await openPreview(page);
  await chooseFolder(page, folder);
  await expectShown(page);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, '2021/report.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace(TITLE, '改过的标题'));
  await page.getByRole('button', { name: '重新读取' }).click();
  // Some browsers read it as it is now, others refuse.
  await expect(page.locator('main')).toContainText(/要重新选一次|改过的标题/);
  if (await alert(page).count()) await chooseFolder(page, folder);
  await expectShown(page, '改过的标题');
});
