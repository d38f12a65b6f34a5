// Reading the column layout of `enterprises.json`: one list a field, repeated words as numbers, `null` for no growth.
import type { Enterprise, Event } from './pack.ts';

type Columns = Record<
  | 'layout' | 'id' | 'name' | 'pinyin' | 'initials' | 'kinds' | 'industries' | 'industry_bases' | 'sections' | 'tags'
  | 'event_text' | 'growth_section' | 'export_growth_section' | 'searched',
  string[]
> &
  Record<'kind' | 'industry' | 'industry_basis' | 'events' | 'event_section' | 'event_tag' | 'decimals', number[]> &
  Record<'growth' | 'export_growth', (number | null)[]>;

/** An enterprise whose growths are numbers of columns, and not figures of its events. */
export type Grown = Enterprise & { growth?: number; exportGrowth?: number };

export type ColumnTable = {
  rows: Grown[];
  /** With how many decimals growths are printed. */
  decimals: number;
  growthSection: string;
  exportSection: string;
};

export function readColumns(file: Columns): ColumnTable {
  if (file.layout[0] !== 'columns') throw new Error('not in the column layout');
  let event = 0;
  const rows = file.id.map((id, row): Grown => {
    const events: Event[] = [];
    for (const end = event + file.events[row]; event < end; event += 1) {
      events.push({ section: file.sections[file.event_section[event]], tag: file.tags[file.event_tag[event]], text: file.event_text[event] });
    }
    return {
      id,
      name: file.name[row],
      kind: file.kinds[file.kind[row]],
      pinyin: file.pinyin[row],
      initials: file.initials[row],
      industry: file.industries[file.industry[row]],
      industry_basis: file.industry_bases[file.industry_basis[row]] as Enterprise['industry_basis'],
      events,
      growth: file.growth[row] ?? undefined,
      exportGrowth: file.export_growth[row] ?? undefined,
    };
  });
  return { rows, decimals: file.decimals[0], growthSection: file.growth_section[0], exportSection: file.export_growth_section[0] };
}
