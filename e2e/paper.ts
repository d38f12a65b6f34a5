// What comes out of the printer: the page as a PDF on A4, and what is written on its sheets.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from './fixtures.ts';
import { fold } from './specs/expected/answer.ts';

/** One line of a sheet; from where to where it reaches, in mm from the left edge. */
export type Line = { text: string; left: number; right: number };
/** What is on a sheet: its lines from the top, and its text in the order of the page. */
export type Sheet = { width: number; lines: Line[]; text: string };

type Item = { str: string; width: number; transform: number[] };

const MM = 25.4 / 72;

// A font draws these alike with one glyph, and the PDF names the glyph by the rarer of the two.
const ALIKE = new Map([...'⻓长⻅见⻰龙⻋车⻝食⻛风⻚页⻘青⺠民⻬齐⻜飞⻔门⻉贝⻢马⻥鱼⻦鸟⻩黄⻨麦⻙韦⻤鬼⻣骨⻮齿⺟母⻄西⻆角㬵胶戶户•·'.matchAll(/(.)(.)/gu)].map(([, rare, usual]) => [rare, usual]));

/** As it is compared: without blanks, and with one character for those that look the same. */
export const bare = (text: string): string => fold(text).replace(/\s+/g, '').replace(/./gu, (one) => ALIKE.get(one) ?? one);

/** Prints the page as it stands. The size of paper is the style sheet's own. */
export async function print(page: Page): Promise<Sheet[]> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const sheets: Sheet[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const sheet = await document.getPage(number);
    const { items } = await sheet.getTextContent();
    const text = bare((items as Item[]).map(({ str }) => str).join(''));
    sheets.push({ width: sheet.view[2] * MM, lines: lines(items as Item[]), text });
  }
  await document.destroy();
  return sheets;
}

/** Everything on the sheets, run together. */
export const written = (sheets: Sheet[]): string => sheets.map(({ text }) => text).join('');

/** What stands at one height is a line, also where a number stands beside its sentence. */
function lines(items: Item[]): Line[] {
  const rows = new Map<number, Item[]>();
  for (const item of items.filter(({ str }) => str.trim() !== '')) {
    const baseline = Math.round(item.transform[5]);
    const row = [0, 1, -1].map((off) => rows.get(baseline + off)).find((row) => row !== undefined);
    if (row) row.push(item);
    else rows.set(baseline, [item]);
  }
  const fromTop = [...rows].sort(([one], [other]) => other - one).map(([, row]) => row.sort((a, b) => a.transform[4] - b.transform[4]));
  return fromTop.map((row) => ({
    text: bare(row.map(({ str }) => str).join('')),
    left: Math.min(...row.map(({ transform }) => transform[4])) * MM,
    right: Math.max(...row.map(({ transform, width }) => transform[4] + width)) * MM,
  }));
}
