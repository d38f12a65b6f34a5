// What a chart of the pack has to show: every bar with its value, its words and its certainty.
import { enterprise, figure, figures, report, type Chart, type Figure } from './pack.ts';
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
};

export type Line = { label: string; section: string; qualifier?: string; bar: Bar; other?: Bar };

const THIS_YEAR = `${report.meta.year}年`;

export function lines({ kind, figures: ids }: Chart): Line[] {
  const all = kind === 'growth' ? largestFirst(ids.map(figure)) : ids.map(figure);
  if (kind === 'stock') {
    const [whole, part] = all;
    return [{ ...line(whole), other: stated(part, part.subject) }];
  }
  return all.map((shown) => ({ ...line(shown), other: kind === 'base' ? base(shown) : undefined }));
}

/** Bars of growth stand in this order, unless the reader asks for the report's. */
export const largestFirst = (all: Figure[]): Figure[] => all.toSorted((a, b) => (b.value as number) - (a.value as number));

/** The unit of all figures, if they share one. */
export function unit({ figures: ids }: Chart): string | undefined {
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
  return { value: shown.value as number, label: inLine(shown), series, open };
}

/** Last year's level: V/(1+g), between (V−h)/(1+g+k) and (V+h)/(1+g−k), h and k half a unit of the last printed digit. */
function base(level: Figure): Bar | undefined {
  const growth = figures.find(({ growth_of, kind }) => growth_of === level.id && kind === 'growth');
  if (!growth || growth.derive_base === false || level.derive_base === false) return undefined;
  const [value, rate] = [level.value as number, (growth.value as number) / 100];
  const [h, k] = [half(level), half(growth) / 100];
  const exact = value / (1 + rate);
  return {
    value: exact,
    label: `约 ${exact.toFixed(decimals(level.printed))} ${level.unit}（推算）`,
    series: `${report.meta.year - 1}年推算（可比口径）`,
    derived: { low: (value - h) / (1 + rate + k), high: (value + h) / (1 + rate - k) },
    open: false,
  };
}

const half = ({ printed }: Figure): number => 0.5 / 10 ** decimals(printed);
