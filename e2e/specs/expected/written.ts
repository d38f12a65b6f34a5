// How the pack's figures, places and dates are to be written. Written from `docs/behaviour.md`, not from the app.
import { enterprise, figure, project, type Figure, type Point, type Qualifier } from './pack.ts';

/** What stands before and after the number for a qualifier; 预计 and 拟 stand apart instead. */
const AROUND: Record<Qualifier, (unit: string) => [string, string]> = {
  预计: (unit) => ['', unit],
  拟: (unit) => ['', unit],
  近: (unit) => ['近', unit],
  约: (unit) => ['约', unit],
  余: (unit) => ['', `余${unit}`],
  以上: (unit) => ['', `${unit}以上`],
  '超…以上': (unit) => ['超', `${unit}以上`],
};

/** `56.8 亿元`, `近6倍`, `30.5%`; what the document writes in words stays in words: `首家`. */
export function amount({ value, unit, qualifier, printed }: Figure): string {
  if (typeof value === 'string' || !/\d/.test(printed)) return printed;
  const [before, after] = qualifier ? AROUND[qualifier](unit) : ['', unit];
  return `${before}${value.toFixed(decimals(printed))}${before || after.startsWith('%') ? '' : ' '}${after}`;
}

/** With how many decimals a number is printed: 12.0 stays 12.0. */
export const decimals = (printed: string): number => /\d+(?:\.(\d+))?/.exec(printed)?.[1]?.length ?? 0;

/** What stands apart from the number: 预计, 拟. */
export const note = ({ qualifier }: Figure): string => (qualifier === '预计' || qualifier === '拟' ? qualifier : '');

/** In a line of text: `56.8 亿元（预计）`. */
export const inLine = (figure: Figure): string => amount(figure) + (note(figure) && `（${note(figure)}）`);

/** `▲` and `同比增长`, for a figure that tells a change. */
export function change({ kind, value }: Figure): { arrow: string; verb: string } | undefined {
  const words = { growth: ['增长', '下降'], multiple: ['增长', '下降'], delta: ['净增', '净减'] }[kind];
  if (!words || typeof value !== 'number') return undefined;
  return value > 0 ? { arrow: '▲', verb: `同比${words[0]}` } : { arrow: '▼', verb: `同比${words[1]}` };
}

/** A figure set off from the text, all its parts run together: subject, amount, note, arrow, how many are named. */
export function tag(id: string): string {
  const shown = figure(id);
  const more = shown.qualifier === '余' ? '余' : '';
  const named = shown.group ? `已列名 ${shown.enterprises?.length ?? 0} / 共 ${shown.group}${more}` : '';
  return `${shown.subject}${amount(shown)}${note(shown)}${change(shown)?.arrow ?? ''}${named}`;
}

/** A point with everything it refers to, all run together. */
export function pointText({ text, figures = [], enterprises = [], projects = [] }: Point): string {
  const names = enterprises.map((id) => enterprise(id).name);
  const steps = projects.map((id) => `${project(id).name}${project(id).status}`);
  return [text, ...figures.map(tag), ...names, ...steps].join('');
}

const NUMERALS = '零一二三四五六七八九十';

export const numeral = (number: number | string): string => NUMERALS[Number(number)] ?? String(number);

/** `2.2/1` is 二（二）一是, as the document numbers it. */
export function placeName(place: string): string {
  const [section, item] = place.split('/');
  const [part, area] = section.split('.');
  if (part === '0') return '文首文末';
  const name = area ? `${numeral(part)}（${numeral(area)}）` : `第${numeral(part)}部分`;
  if (!item) return name;
  return name + (part === '1' ? `第${numeral(item)}条` : `${numeral(item)}是`);
}

/** The address of the view that shows what the document says at a place. */
export function placeHref(place: string): string {
  const part = place.split(/[./]/)[0];
  if (part === '0') return '#/';
  return `#/${['3', '4'].includes(part) ? 'problems' : 'work'}/${place}`;
}

/** The id of the element that shows a place, as a selector. */
export const placeId = (place: string): string => `[id="at-${place.replace('/', '-')}"]`;

/** What stands before a section's title: `一、` for a part, `（二）` for an area. */
export function sectionNumber(id: string): string {
  const [part, area] = id.split('.');
  return area ? `（${numeral(area)}）` : `${numeral(part)}、`;
}

/** `2021-12-30` is 2021年12月30日. */
export function date(day: string): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
}

export const KINDS: Record<string, string> = {
  enterprise: '企业',
  'state-owned': '国有企业',
  institution: '机构',
  incubator: '孵化器',
};
