// The tables of a pack, as questions are put to them: the fields that docs/behaviour.md says are searched, faceted, sorted.
import type { Table } from './answer.ts';
import { STATUSES, type Enterprise, type Project } from './pack.ts';

const sectionOf = (place: string): string => place.split('/')[0];

export const enterpriseTable = (
  rows: Enterprise[],
  growth: (row: Enterprise, of: '产值增长' | '出口增长') => number | undefined,
  /** The groups that it is one of the named members of, “等9户”, by the ids of their figures. */
  groups: (row: Enterprise) => string[],
): Table<Enterprise> => ({
  rows,
  texts: ({ name, pinyin, initials, industry, events }) => [
    name, pinyin, initials, industry, ...events.flatMap(({ tag, text }) => [tag, text]),
  ],
  facets: {
    industry: ({ industry }) => [industry],
    tag: ({ events }) => events.map(({ tag }) => tag),
    section: ({ events }) => events.map(({ section }) => sectionOf(section)),
    kind: ({ kind }) => [kind],
    group: groups,
  },
  orders: {
    name: ({ pinyin }) => pinyin,
    events: ({ events }) => events.length,
    growth: (row) => growth(row, '产值增长'),
    export: (row) => growth(row, '出口增长'),
  },
  ranges: ['growth', 'export'],
});

/** In the order of their status, and within a status in that of the document. */
export const byStatus = (rows: Project[]): Project[] =>
  [...rows].sort((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status));

export const projectTable = (rows: Project[], nameOf: (enterprise: string) => string): Table<Project> => ({
  rows: byStatus(rows),
  texts: ({ name, pinyin, initials, category, status, status_printed, also = [], enterprises = [] }) => [
    name, pinyin, initials, category, status, status_printed,
    ...also.map((mention) => mention.status_printed),
    ...enterprises.map(nameOf),
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
  ranges: [],
});
