// The two tables of the large pack, with what is asked of each: one code answers both, and one code asks.
import type { Counts, Question } from '../expected/answer.ts';
import { ENTERPRISE_HEAD, enterpriseLine, PROJECT_HEAD, projectLine } from '../expected/files.ts';
import { decimals, enterprises, enterprisesOf, exportSection, figures, growthSection, nameOf, projects, projectsOf } from '../expected/large.ts';
import type { Grown } from '../expected/columns.ts';
import type { Enterprise, Project } from '../expected/pack.ts';

type Row = Enterprise | Project;

export type Case = {
  list: 'enterprises' | 'projects';
  what: string;
  noun: string;
  /** In the order of the pack. */
  all: Row[];
  of: (question: Question) => { rows: Row[]; counts: Counts };
  /** Asked by address, one after the other. */
  questions: Question[];
  /** A search as it is typed; each of its beginnings finds something. */
  typed: string;
  /** Downloaded. */
  selection: Question;
  head: string[];
  line: (row: any) => string[];
  record: (row: any) => object;
};

const output = ({ growth }: Grown) => (growth === undefined ? undefined : { value: growth, section: growthSection });
const exported = ({ exportGrowth }: Grown) => (exportGrowth === undefined ? undefined : { value: exportGrowth, section: exportSection });

/** A row as a file of rows has it, the growths of its columns as figures. */
function record({ growth, exportGrowth, ...row }: Grown): object {
  const figure = (value: number | undefined, tag: string, subject: string, section: string) =>
    value === undefined
      ? []
      : [{ id: `${row.id}-${tag}`, section, subject, value, unit: '%', printed: `${value.toFixed(decimals)}%`, kind: 'growth', enterprises: [row.id] }];
  const stated = [
    ...figure(growth, '产值增长', '产值同比增长', growthSection),
    ...figure(exportGrowth, '出口增长', '出口同比增长', exportSection),
  ];
  return stated.length > 0 ? { ...row, growth: stated } : row;
}

const [firm, project] = [enterprises[70_000], projects[2000]];
const wide = (text: string) => text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const figuresById = new Map(figures.map((figure) => [figure.id, figure]));

export const CASES: Case[] = [
  {
    list: 'enterprises', what: '企业', noun: '家', all: enterprises, of: enterprisesOf,
    questions: [
      {},
      { q: firm.name },
      { q: firm.pinyin },
      { q: wide(firm.initials.toUpperCase()) },
      { q: `${firm.industry}　${firm.initials} ${firm.events[0].tag}` },
      { q: '丝绸 投产 技改', sort: '-events' },
      { q: '家' },
      { q: 'youxian 12个月' },
      { q: '没有这个词' },
      { industry: ['轻纺服装', '生物医药'], tag: '投产', sort: 'name' },
      { kind: 'state-owned', section: ['2.2', '2.4'], sort: '-name' },
      { growth: '10..12.5', sort: 'growth' },
      { growth: '-5..5', export: '80..', sort: '-export' },
      { q: '股份', export: '..-50', tag: ['融资', '脱困'], sort: 'export' },
      { sort: '-growth' },
      { sort: 'export' },
    ],
    typed: firm.initials,
    selection: { q: '丝绸 投产', growth: '20..40', sort: '-growth' },
    head: ENTERPRISE_HEAD,
    line: (row: Grown) => enterpriseLine(row, output(row), exported(row)),
    record,
  },
  {
    list: 'projects', what: '项目', noun: '个', all: projects, of: projectsOf,
    questions: [
      {},
      { q: project.name },
      { q: wide(project.initials.toUpperCase()) },
      { q: `${project.category}　${project.pinyin.slice(0, 6)}` },
      { q: nameOf(projects.find(({ enterprises = [] }) => enterprises.length > 0)!.enterprises![0]) },
      { category: ['产业', '园区平台'], status: '投用', sort: 'name' },
      { status: ['意向', '签约'], sort: '-status' },
      { q: '没有这个词' },
      { sort: '-name' },
    ],
    typed: project.initials,
    selection: { category: '产业', status: ['投用', '推进'], sort: '-name' },
    head: PROJECT_HEAD,
    line: (row: Project) => projectLine(row, nameOf, (id) => figuresById.get(id)!),
    record: (row: Project) => row,
  },
];
