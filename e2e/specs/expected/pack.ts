// The 2021 pack, as far as the specs read it. The fields are those of `docs/data-pack.md`.
import { pack } from '../../fixtures.ts';

export type Qualifier = '预计' | '近' | '余' | '超…以上' | '以上' | '约' | '拟';

export type Figure = {
  id: string;
  section: string;
  subject: string;
  value: number | string;
  unit: string;
  printed: string;
  qualifier?: Qualifier;
  kind: string;
  growth_of?: string;
  share_of?: string;
  derive_base?: boolean;
  enterprises?: string[];
  group?: number;
};

export type Event = { section: string; tag: string; text: string; figures?: string[] };

export type Enterprise = {
  id: string;
  name: string;
  kind: string;
  pinyin: string;
  initials: string;
  industry: string;
  industry_basis: 'reported' | 'name';
  events: Event[];
};

export type Mention = { section: string; status_printed: string };

export type Project = Mention & {
  id: string;
  name: string;
  category: string;
  status: string;
  also?: Mention[];
  pinyin: string;
  initials: string;
  enterprises?: string[];
  figures?: string[];
};

export type Point = { text: string; figures?: string[]; enterprises?: string[]; projects?: string[] };

export type Section = {
  id: string;
  title: string;
  summary: string;
  items: { id: string; title: string; points: Point[] }[];
};

export type Chart = {
  id: string;
  title: string;
  kind: 'growth' | 'base' | 'levels' | 'share' | 'stock' | 'counts' | 'areas' | 'series';
  figures?: string[];
  of?: 'enterprises' | 'projects';
  section?: string;
  whole?: string;
  notes?: string[];
};

export type PlanItem = { id: string; text: string; figures?: string[] };

export type Report = {
  meta: { title: string; organisation: string; short_name: string; year: number; issuer: string; printed_on: string };
  headline: string[];
  highlights: { section: string; text: string; figures?: string[] }[];
  sections: Section[];
  problems: { id: string; title: string; points: string[]; answered_by?: string[] }[];
  plan: { year: number } & Record<PlanList, PlanItem[]>;
  charts: Chart[];
  /** Every tag that an event may have. */
  tags: string[];
};

export type PlanList = 'requirements' | 'opportunities' | 'industries' | 'directions' | 'chain_strategy' | 'aims';

export const report = pack<Report>('2021/report.json');
export const figures = pack<Figure[]>('2021/figures.json');
export const enterprises = pack<Enterprise[]>('2021/enterprises.json');
export const projects = pack<Project[]>('2021/projects.json');

/** How far a project may have come, in order: the closed list of the pack. */
export const STATUSES = ['意向', '签约', '前期', '开工', '推进', '处置', '获批', '投用'];

export const items = report.sections.flatMap((section) => section.items);
export const points = items.flatMap((item) => item.points);

export const figure = (id: string): Figure => named(figures, id);
export const enterprise = (id: string): Enterprise => named(enterprises, id);
export const project = (id: string): Project => named(projects, id);
export const chart = (id: string): Chart => named(report.charts, id);
export const section = (id: string): Section => named(report.sections, id);

function named<T extends { id: string }>(all: T[], id: string): T {
  const found = all.find((entry) => entry.id === id);
  if (!found) throw new Error(`the pack has no “${id}”`);
  return found;
}
