// What the tables of the 2021 pack answer to a question.
import { answer, type Counts, type Question } from './answer.ts';
import { enterprise, enterprises, figure, figures, projects, type Enterprise, type Project } from './pack.ts';
import { enterpriseTable, projectTable } from './tables.ts';

export { fold, hash, words, type Question } from './answer.ts';

export type Answer = { names: string[]; counts: Counts };

/** The growth that the document states for an enterprise under a tag. */
export function growthOf({ events }: Enterprise, tag: string) {
  return events
    .filter((event) => event.tag === tag)
    .flatMap((event) => event.figures ?? [])
    .map(figure)
    .find(({ kind }) => kind === 'growth');
}

/** The figures that count a group of which only some are named. */
export const groups = figures.filter(
  ({ kind, group = 0, enterprises: named = [] }) => ['count', 'level'].includes(kind) && named.length > 0 && named.length < group,
);

const tables = {
  enterprises: enterpriseTable(
    enterprises,
    (row, of) => growthOf(row, of)?.value as number | undefined,
    ({ id }) => groups.filter((figure) => figure.enterprises?.includes(id)).map((figure) => figure.id),
  ),
  projects: projectTable(projects, (id) => enterprise(id).name),
};

/** The rows themselves, for those who look at more than their names. */
export const enterprisesOf = (question: Question): Enterprise[] => answer(tables.enterprises, question).rows;
export const projectsOf = (question: Question): Project[] => answer(tables.projects, question).rows;

export const ofEnterprises = (question: Question): Answer => named(answer(tables.enterprises, question));
export const ofProjects = (question: Question): Answer => named(answer(tables.projects, question));

/** How many rows each table has. */
export const TOTAL = { enterprises: enterprises.length, projects: projects.length };

function named({ rows, counts }: { rows: { name: string }[]; counts: Counts }): Answer {
  return { names: rows.map(({ name }) => name), counts };
}
