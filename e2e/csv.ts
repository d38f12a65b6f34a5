// Reading CSV as RFC 4180 has it, and not a whit more generously: what a lenient reader forgives, a spreadsheet may not.

const BYTE_ORDER_MARK = '\uFEFF';

/** The lines of a file with its byte order mark, cell by cell; throws at the first thing that is not as it should be. */
export function parseCsv(text: string): string[][] {
  if (!text.startsWith(BYTE_ORDER_MARK)) throw new Error('no byte order mark: spreadsheets take the file for another encoding');
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 1;
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? quoted(text, at) : plain(text, at);
    line.push(cell);
    if (text[end] === ',') {
      at = end + 1;
      continue;
    }
    if (text[end] !== '\r' || text[end + 1] !== '\n') throw new Error(`${where(text, end)}: a line ends in CRLF, and the last one too`);
    lines.push(line);
    line = [];
    at = end + 2;
  }
  if (line.length > 0) throw new Error('the file ends within a line');
  const odd = lines.findIndex(({ length }) => length !== lines[0].length);
  if (odd >= 0) throw new Error(`line ${odd + 1} has ${lines[odd].length} cells, the first ${lines[0].length}`);
  return lines;
}

/** A cell without quotes, and where it ends. */
function plain(text: string, from: number): [string, number] {
  let end = from;
  while (end < text.length && text[end] !== ',' && text[end] !== '\r' && text[end] !== '\n') {
    if (text[end] === '"') throw new Error(`${where(text, end)}: a quote in a cell without quotes`);
    end += 1;
  }
  return [text.slice(from, end), end];
}

/** A cell in quotes, in which a quote stands twice, and where it ends. */
function quoted(text: string, from: number): [string, number] {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new Error(`${where(text, from)}: a quote is never closed`);
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return [cell, quote + 1];
    cell += '"';
    at = quote + 2;
  }
}

const where = (text: string, at: number): string => `line ${text.slice(0, at).split('\r\n').length}, near “${text.slice(at, at + 20)}”`;
