// What the specs of the preview share: opening packs in it, in every form that people have them in.
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, pack, test, type Page } from '../../fixtures.ts';
import { zip, type Entry } from '../../zip.ts';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Its own pack. */
export const DATA = join(ROOT, 'data');
/** A pack of three reports. */
export const PARK = join(ROOT, 'examples/park');
/** The folder of the one report of its own pack. */
export const REPORT = join(DATA, '2021');
/** The title of that report. */
export const TITLE = pack<{ meta: { title: string } }>('2021/report.json').meta.title;

/** The mark that stays in sight. */
export const mark = (page: Page) => page.locator('#preview-mark');
/** What is said of the pack that is shown. */
export const about = (page: Page) => page.getByRole('region', { name: '预览', exact: true });
/** The heading of what is shown, or of the page where a pack is chosen. */
export const heading = (page: Page) => page.getByRole('heading', { level: 1 });
/** Why nothing was opened. */
export const alert = (page: Page) => page.locator('main [role=alert]');

/** Opens the page of the preview, where a pack is chosen. */
export async function openPreview(page: Page, hash = ''): Promise<void> {
  await page.goto(`./preview.html${hash}`);
  await expectChoosing(page);
}

/** A pack is to be chosen. */
export async function expectChoosing(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText('打开数据包（预览）');
}

/** The app shows a report, marked as a preview. */
export async function expectShown(page: Page, title = TITLE): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-boot', 'started');
  await expect(heading(page)).toHaveText(title);
  await expect(mark(page)).toHaveText('预览本机文件，没有上传，没有发布');
}

/** Chooses a folder. */
export const chooseFolder = (page: Page, folder: string) => page.getByLabel('打开文件夹').setInputFiles(folder);
/** Chooses a zip, or loose files. */
export const chooseFiles = (page: Page, files: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]) =>
  page.getByLabel('打开压缩包或 JSON 文件').setInputFiles(files);
/** A zip of these, to be chosen. */
export const asZip = (entries: Entry[], name = 'park.zip') => ({ name, mimeType: 'application/zip', buffer: zip(entries) });

/** Drops a zip on the page. */
export async function drop(page: Page, entries: Entry[], name = 'park.zip'): Promise<void> {
  const dropped = await page.evaluateHandle(
    ({ bytes, name }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], name));
      return transfer;
    },
    { bytes: [...zip(entries)], name },
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
}

/** The files of a folder as a zip has them. */
export function entries(folder: string, before = ''): Entry[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return names.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return { name: before + path.slice(folder.length + 1), content: readFileSync(path) };
  });
}

/** A copy of the project's pack to be changed, below the test's own folder. */
export function copy(name: string, from = DATA): string {
  const folder = test.info().outputPath(name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(from, folder, { recursive: true });
  return folder;
}

/** Breaks the pack in every way that is told apart: what cannot be read, what readers are told, what editors are. */
export function broken(): string {
  const folder = copy('broken');
  const file = join(folder, '2021/figures.json');
  const figures = JSON.parse(readFileSync(file, 'utf8'));
  figures[3].unit = '';
  figures[4].growth_of = 'gone';
  writeFileSync(file, JSON.stringify(figures, null, 1));
  const projects = join(folder, '2021/projects.json');
  writeFileSync(projects, readFileSync(projects, 'utf8').replace('"status"', '"statuss"'));
  writeFileSync(join(folder, '2021/notes.json'), '{}');
  return folder;
}
