// What a chart of the pack has to show: every bar with its value, its words and its certainty.
import { enterprise, enterprises, figure, figures, projects, report, STATUSES, type Chart, type Figure, type Section } from './pack.ts';
import { decimals, inLine } from './written.ts';

export type Bar = {
  value: number;
  /** What stands beside it. */
  label: string;
  /** Its series, as key and table name it. */
  series: string;
  /** Computed and not stated: by rounding it lies between `low` and `high`. */
  derived?: { low: number; high: number };
  /** Whether the document gives no more than a bound or a neighbourhood. */
  open: boolean;
  /** Whether it had not happened yet when the document was printed: 预计, 拟. */
  expected: boolean;
  /** Counted by us from the names in the document. */
  counted: boolean;
};

/** One line; of a chart of panels, in the panel of this name. */
export type Line = { label: string; section: string; qualifier?: string; bar: Bar; other?: Bar; panel?: string };

const THIS_YEAR = `${report.meta.year}年`;

export function lines({ kind, figures: ids = [], of }: Chart): Line[] {
  if (kind === 'counts') return AREAS.map((area) => counted(area, area.title, named(area, of === 'enterprises'), of === 'enterprises' ? '家' : '个'));
  if (kind === 'areas') return AREAS.flatMap(steps);
  const all = kind === 'growth' ? largestFirst(ids.map(figure)) : ids.map(figure);
  if (kind === 'stock') {
    const [whole, part] = all;
    return [{ ...line(whole), other: stated(part, part.subject) }];
  }
  return all.map((shown) => ({ ...line(shown), other: kind === 'base' ? base(shown) : undefined }));
}

/** Bars of growth stand in this order, unless the reader asks for the report's. */
export const largestFirst = (all: Figure[]): Figure[] => all.toSorted((a, b) => (b.value as number) - (a.value as number));

/** The places that a chart rests on, each once. */
export function sources(of: Chart): string[] {
  const counts = lines(of).filter(({ bar }) => bar.counted && bar.value > 0).map(({ section }) => section);
  return [...new Set([...(of.figures ?? []).map((id) => figure(id).section), ...counts])];
}

/** The areas of work: the sections numbered within a part. */
const AREAS = report.sections.filter(({ id }) => id.includes('.'));

const isIn = (area: Section, places: { section: string }[]): boolean => places.some(({ section }) => section.split('/')[0] === area.id);
const projectsIn = (area: Section) => projects.filter((project) => isIn(area, [project, ...(project.also ?? [])]));

function named(area: Section, firms: boolean): number {
  return firms ? enterprises.filter(({ events }) => isIn(area, events)).length : projectsIn(area).length;
}

/** How far the projects of an area have come; one empty line where it names none. */
function steps(area: Section): Line[] {
  const own = projectsIn(area).map(({ status }) => status);
  const reached = STATUSES.filter((status) => own.includes(status));
  const found = reached.map((status) => counted(area, status, own.filter((other) => other === status).length, '个'));
  return (found.length ? found : [counted(area, '列名项目', 0, '个')]).map((line) => ({ ...line, panel: area.title }));
}

function counted({ id }: Section, label: string, value: number, unit: string): Line {
  const bar = { value, label: `${value} ${unit}`, series: '按报告列名统计', open: false, expected: false, counted: true };
  return { label, section: id, bar };
}

/** The unit of all figures, if they share one. */
export function unit({ kind, figures: ids = [], of }: Chart): string | undefined {
  if (kind === 'counts' || kind === 'areas') return of === 'enterprises' ? '家' : '个';
  const units = new Set(ids.map((id) => figure(id).unit));
  return units.size === 1 ? [...units][0] : undefined;
}

function line(shown: Figure): Line {
  return { label: subject(shown), section: shown.section, qualifier: shown.qualifier, bar: stated(shown, THIS_YEAR) };
}

/** A growth goes by the name of what grew: its level, or the one enterprise that it speaks of. */
function subject({ growth_of, enterprises = [], subject }: Figure): string {
  if (growth_of) return figure(growth_of).subject;
  return enterprises.length === 1 ? enterprise(enterprises[0]).name : subject;
}

function stated(shown: Figure, series: string): Bar {
  const open = ['近', '余', '约', '以上', '超…以上'].includes(shown.qualifier ?? '');
  const expected = ['预计', '拟'].includes(shown.qualifier ?? '');
  return { value: shown.value as number, label: inLine(shown), series, open, expected, counted: false };
}

/** Last year's level: V/(1+g), between (V−h)/(1+g+k) and (V+h)/(1+g−k), h and k half a unit of the last printed digit. */
function base(level: Figure): Bar | undefined {
  const growth = figures.find(({ growth_of, kind }) => growth_of === level.id && kind === 'growth');
  if (!growth || growth.derive_base === false || level.derive_base === false) return undefined;
  const [value, rate] = [level.value as number, (growth.value as number) / 100];
  const [h, k] = [half(level), half(growth) / 100];
  const exact = value / (1 + rate);
  const [low, high] = [(value - h) / (1 + rate + k), (value + h) / (1 + rate - k)];
  return {
    value: exact,
    label: `约 ${within(exact, low, high, decimals(level.printed))} ${level.unit}（推算）`,
    series: `${report.meta.year - 1}年推算（可比口径）`,
    derived: { low, high },
    open: false,
    expected: false,
    counted: false,
  };
}

/** With the fewest decimals, at least as many as the level has, with which it lies in its interval. */
function within(value: number, low: number, high: number, least: number): string {
  let digits = least;
  while (Number(value.toFixed(digits)) < low || Number(value.toFixed(digits)) > high) digits += 1;
  return value.toFixed(digits);
}

const half = ({ printed }: Figure): number => 0.5 / 10 ** decimals(printed);
