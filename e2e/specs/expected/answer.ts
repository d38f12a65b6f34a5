// The naive answer to a question about a table: every row is asked everything, with nothing but its texts prepared.

/** `growth` and `export` are ranges: `10..50`, `..5`. */
export type Question = { q?: string; sort?: string } & Record<string, string | string[] | undefined>;

export type Counts = Record<string, Record<string, number>>;

export type Table<Row> = {
  /** In the table's own order. */
  rows: Row[];
  /** The fields that a search looks at. */
  texts: (row: Row) => string[];
  /** The values of a row under each facet. */
  facets: Record<string, (row: Row) => string[]>;
  /** What it sorts by; a missing value comes last in both directions. */
  orders: Record<string, (row: Row) => number | string | undefined>;
  /** The orders that can be asked for within bounds. */
  ranges: string[];
};

/** Full width is half width, capitals are small letters. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

export const words = (search: string): string[] => fold(search).split(/\s+/).filter(Boolean);

/** A question as it stands in the address. */
export function hash(page: 'enterprises' | 'projects', question: Question): string {
  const parameters = Object.entries(question).map(([name, value]) => `${name}=${[value].flat().join(',')}`);
  return `#/${page}${parameters.length ? `?${parameters.join('&')}` : ''}`;
}

export function answer<Row>(table: Table<Row>, question: Question): { rows: Row[]; counts: Counts } {
  const asked = words(question.q ?? '');
  const searched = table.rows.filter((row, nth) => {
    const texts = asked.length > 0 ? textsOf(table)[nth] : [];
    return asked.every((word) => texts.some((text) => text.includes(word)));
  });
  const within = searched.filter((row) => table.ranges.every((range) => isWithin(table.orders[range](row), question[range])));
  const counts = Object.entries(table.facets).map(([facet, valuesOf]) => {
    const each: Record<string, number> = {};
    for (const row of table.rows) for (const value of valuesOf(row)) each[value] = 0;
    for (const row of within.filter((row) => passes(row, facet))) {
      for (const value of new Set(valuesOf(row))) each[value] += 1;
    }
    return [facet, each];
  });
  return { rows: sorted(within.filter((row) => passes(row))), counts: Object.fromEntries(counts) };

  /** One of the picked values of every facet; a facet's own counts leave out what is picked of it. */
  function passes(row: Row, leftOut?: string): boolean {
    return Object.entries(table.facets).every(([facet, valuesOf]) => {
      const picked = [question[facet] ?? []].flat();
      return facet === leftOut || picked.length === 0 || picked.some((value) => valuesOf(row).includes(value));
    });
  }

  function sorted(rows: Row[]): Row[] {
    if (!question.sort) return rows;
    const descending = question.sort.startsWith('-');
    const valueOf = table.orders[question.sort.replace('-', '')];
    const known = rows.filter((row) => valueOf(row) !== undefined);
    const missing = rows.filter((row) => valueOf(row) === undefined);
    const compare = (a: Row, b: Row) => {
      const [x, y] = [valueOf(a)!, valueOf(b)!];
      return (x < y ? -1 : x > y ? 1 : 0) * (descending ? -1 : 1);
    };
    return [...known.sort(compare), ...missing];
  }
}

/** Both bounds belong to it, and what is missing to none. Swapped bounds are the same bounds. */
function isWithin(value: number | string | undefined, range: string | string[] | undefined): boolean {
  if (range === undefined) return true;
  const [from, to] = String(range).split('..');
  const bounds = [from === '' ? -Infinity : Number(from), to === '' ? Infinity : Number(to)].sort((a, b) => a - b);
  return typeof value === 'number' && value >= bounds[0] && value <= bounds[1];
}

/** The texts of a table's rows as search sees them, folded once. */
const folded = new WeakMap<object, string[][]>();

function textsOf<Row>(table: Table<Row>): string[][] {
  const known = folded.get(table) ?? table.rows.map((row) => table.texts(row).map(fold));
  folded.set(table, known);
  return known;
}
