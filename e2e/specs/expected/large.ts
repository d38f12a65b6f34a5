// The generated pack of a hundred thousand enterprises and three thousand projects, and what its tables answer.
import { LARGE_PACK, pack } from '../../fixtures.ts';
import { answer, type Question } from './answer.ts';
import { readColumns, type Grown } from './columns.ts';
import type { Figure, Project, Report } from './pack.ts';
import { enterpriseTable, projectTable } from './tables.ts';

const { default: folder } = pack<{ default: string }>('index.json', LARGE_PACK);
const file = <T>(name: string): T => pack<T>(`${folder}/${name}`, LARGE_PACK);

export const report = file<Report>('report.json');
export const figures = file<Figure[]>('figures.json');
export const projects = file<Project[]>('projects.json');
export const { rows: enterprises, decimals, growthSection, exportSection } = readColumns(file('enterprises.json'));

const names = new Map(enterprises.map(({ id, name }) => [id, name]));
export const nameOf = (enterprise: string): string => names.get(enterprise) ?? enterprise;

const tables = {
  enterprises: enterpriseTable(
    enterprises,
    (row, of) => (of === '产值增长' ? (row as Grown).growth : (row as Grown).exportGrowth),
    () => [],
  ),
  projects: projectTable(projects, nameOf),
};

export const enterprisesOf = (question: Question) => answer(tables.enterprises, question);
export const projectsOf = (question: Question) => answer(tables.projects, question);
