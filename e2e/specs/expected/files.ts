// What a downloaded table has to hold: the pack's own words and numbers, one line or record a row.
import type { Enterprise, Figure, Project } from './pack.ts';
import { inLine, KINDS, placeName } from './written.ts';

/** A growth that the report states. */
export type Stated = { value: number | string; qualifier?: string; section: string };

export const ENTERPRISE_HEAD = [
  '名称', '类型', '行业', '行业依据', '事项数（项）', '事项', '出处',
  '产值增长（%）', '产值增长限定词', '产值增长出处', '出口增长（%）', '出口增长限定词', '出口增长出处', '推算',
];

export const PROJECT_HEAD = ['名称', '类别', '进度', '报告原话', '出处', '其他出处与原话', '参与企业', '数字'];

/** Several things of a cell. */
const list = (parts: string[]): string => parts.join('；');

export function enterpriseLine(row: Enterprise, output: Stated | undefined, exported: Stated | undefined): string[] {
  const { name, kind, industry, industry_basis, events } = row;
  return [
    name, KINDS[kind], industry, industry_basis === 'reported' ? '报告写明' : '按名称归类', String(events.length),
    list(events.map(({ tag, text }) => `${tag}：${text}`)),
    list(events.map(({ section }) => placeName(section))),
    ...growthCells(output),
    ...growthCells(exported),
    '否',
  ];
}

const growthCells = (growth?: Stated): string[] =>
  growth ? [String(growth.value), growth.qualifier ?? '', placeName(growth.section)] : ['', '', ''];

export function projectLine(row: Project, nameOf: (enterprise: string) => string, figure: (id: string) => Figure): string[] {
  const { name, category, status, status_printed, section, also = [], enterprises = [], figures = [] } = row;
  return [
    name, category, status, status_printed, placeName(section),
    list(also.map((mention) => `${placeName(mention.section)}：${mention.status_printed}`)),
    list(enterprises.map(nameOf)),
    list(figures.map((id) => `${figure(id).subject} ${inLine(figure(id))}`)),
  ];
}

/** The figures that rows refer to, each once, in the document's order. */
export function referred(figures: Figure[], ids: string[]): Figure[] {
  const all = new Set(ids);
  return figures.filter(({ id }) => all.has(id));
}
