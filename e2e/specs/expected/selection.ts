// The naive answer to a question about a table: every row is asked everything, with nothing prepared beforehand.
import {
  enterprises, figure, projects, projectsByStatus, STATUSES, type Enterprise, type Project,
} from './pack.ts';

export type Question = { q?: string; sort?: string } & Record<string, string | string[] | undefined>;

export type Answer = { names: string[]; counts: Record<string, Record<string, number>> };

type Table<Row> = {
  /** In the table's own order. */
  rows: Row[];
  /** The fields that a search looks at. */
  texts: (row: Row) => string[];
  /** The values of a row under each facet. */
  facets: Record<string, (row: Row) => string[]>;
  /** What it sorts by; a missing value comes last in both directions. */
  orders: Record<string, (row: Row) => number | string | undefined>;
};

const sectionOf = (place: string): string => place.split('/')[0];

/** The growth that the document states for an enterprise under a tag. */
export function growthOf({ events }: Enterprise, tag: string) {
  return events
    .filter((event) => event.tag === tag)
    .flatMap((event) => event.figures ?? [])
    .map(figure)
    .find(({ kind }) => kind === 'growth');
}

const enterpriseTable: Table<Enterprise> = {
  rows: enterprises,
  texts: ({ name, pinyin, initials, industry, events }) => [
    name, pinyin, initials, industry, ...events.flatMap(({ tag, text }) => [tag, text]),
  ],
  facets: {
    industry: ({ industry }) => [industry],
    tag: ({ events }) => events.map(({ tag }) => tag),
    section: ({ events }) => events.map(({ section }) => sectionOf(section)),
    kind: ({ kind }) => [kind],
  },
  orders: {
    name: ({ pinyin }) => pinyin,
    events: ({ events }) => events.length,
    growth: (row) => growthOf(row, '产值增长')?.value,
    export: (row) => growthOf(row, '出口增长')?.value,
  },
};

const projectTable: Table<Project> = {
  rows: projectsByStatus,
  texts: ({ name, pinyin, initials, category, status, status_printed, also = [], enterprises: ids = [] }) => [
    name, pinyin, initials, category, status, status_printed,
    ...also.map((mention) => mention.status_printed),
    ...enterprises.filter(({ id }) => ids.includes(id)).map((taking) => taking.name),
  ],
  facets: {
    category: ({ category }) => [category],
    status: ({ status }) => [status],
    section: ({ section, also = [] }) => [section, ...also.map((mention) => mention.section)].map(sectionOf),
  },
  orders: {
    name: ({ pinyin }) => pinyin,
    status: ({ status }) => STATUSES.indexOf(status),
  },
};

export const ofEnterprises = (question: Question): Answer => answer(enterpriseTable, question);
export const ofProjects = (question: Question): Answer => answer(projectTable, question);

/** How many rows each table has. */
export const TOTAL = { enterprises: enterprises.length, projects: projects.length };

/** Full width is half width, capitals are small letters. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

export const words = (search: string): string[] => fold(search).split(/\s+/).filter(Boolean);

/** A question as it stands in the address. */
export function hash(page: 'enterprises' | 'projects', question: Question): string {
  const parameters = Object.entries(question).map(([name, value]) => `${name}=${[value].flat().join(',')}`);
  return `#/${page}${parameters.length ? `?${parameters.join('&')}` : ''}`;
}

function answer<Row extends { name: string }>(table: Table<Row>, question: Question): Answer {
  const found = table.rows.filter((row) => searched(row) && passes(row));
  const counts = Object.entries(table.facets).map(([facet, valuesOf]) => {
    const passing = table.rows.filter((row) => searched(row) && passes(row, facet));
    const all = new Set(table.rows.flatMap(valuesOf));
    const count = (value: string) => passing.filter((row) => valuesOf(row).includes(value)).length;
    return [facet, Object.fromEntries([...all].map((value) => [value, count(value)]))];
  });
  return { names: sorted(found).map(({ name }) => name), counts: Object.fromEntries(counts) };

  /** Every word stands in one of the row's fields. */
  function searched(row: Row): boolean {
    const texts = table.texts(row).map(fold);
    return words(question.q ?? '').every((word) => texts.some((text) => text.includes(word)));
  }

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
