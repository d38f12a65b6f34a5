// The rows of the others' generator as a pack of ours, for `cargo xtask bench`: the same enterprises, the same search,
// the same facets, in the column layout that we would ship thousands of enterprises in.
//
// Their search looks at names, pinyin, initials and event texts, and at nothing else; so nothing else is searched here,
// and no text is added. What an enterprise is tagged with stands on its events here, so there are as many events as it
// takes for both: a tag beyond the texts stands on an event without a text.

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const YEAR = 2021;
/** From here on a list in the page is cut short, and a pack of others is not written into it. */
const MOST_WRITTEN = 1000;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
// In the generator's order; whatever else it may come to use is added behind.
const TAGS = ['规上企业', '高新技术', '专精特新', '外贸出口', '招商引资', '技改扩能', '上市培育', '绿色工厂', '智能制造', '龙头企业', '新投产', '重点帮扶'];
const SECTIONS = ['工业生产', '招商引资', '项目建设', '科技创新', '安全环保', '要素保障', '营商环境', '外贸出口'];

/** Words that repeat, as numbers. */
class Coded {
  constructor(words = []) {
    this.words = [...words];
    this.places = new Map(words.map((word, place) => [word, place]));
  }

  place(word) {
    if (!this.places.has(word)) {
      this.places.set(word, this.words.length);
      this.words.push(word);
    }
    return this.places.get(word);
  }
}

/** A section of the report as it is numbered: 2.1, 2.2 … */
const numbered = (_, place) => `2.${place + 1}`;

/** The column layout of enterprises.json, field by field in the order that the core writes. */
function columns(rows, industries, sections, tags) {
  const zeros = rows.map(() => 0);
  // Codes are given before their words are listed.
  const industry = rows.map((row) => industries.place(row.industry));
  const counts = rows.map((row) => Math.max(row.events.length, row.tags.length));
  const events = rows.flatMap((row, nth) =>
    Array.from({ length: counts[nth] }, (_, event) => {
      const { section, text } = row.events[event] ?? { ...row.events[0], text: '' };
      return { section: sections.place(section), tag: tags.place(row.tags[event] ?? row.tags[0]), text };
    }),
  );
  return {
    layout: ['columns'],
    id: rows.map((row) => `e-${row.id}`),
    name: rows.map((row) => row.name),
    pinyin: rows.map((row) => row.pinyin),
    initials: rows.map((row) => row.initials),
    kinds: ['enterprise'],
    kind: zeros,
    industries: industries.words,
    industry,
    industry_bases: ['reported'],
    industry_basis: zeros,
    events: counts,
    sections: sections.words.map(numbered),
    event_section: events.map((event) => event.section),
    tags: tags.words,
    event_tag: events.map((event) => event.tag),
    event_text: events.map((event) => event.text),
    event_figures: [],
    figures: [],
    growth: rows.map((row) => row.growth),
    growth_section: ['2.1'],
    export_growth: rows.map((row) => row.export_growth),
    export_growth_section: ['2.8'],
    decimals: [1],
    searched: ['none'],
  };
}

/** The indicators as levels with their growths. */
function figures(indicators) {
  return indicators.flatMap(({ id, name, value, unit, growth }) => [
    { id: `indicator-${id}`, section: '1', subject: name, value, unit, printed: `${value}${unit}`, kind: 'level' },
    {
      id: `indicator-${id}-growth`,
      section: '1',
      subject: `${name}同比增长`,
      value: growth,
      unit: '%',
      printed: `${growth}%`,
      kind: 'growth',
      growth_of: `indicator-${id}`,
    },
  ]);
}

/** The report around them: no more than its form asks for. */
function report(title, sections, tags, headline) {
  const section = (id, name) => ({ id, title: name, summary: `${name}情况`, items: [] });
  return {
    meta: {
      title,
      organisation: '比较用的园区',
      short_name: '比较用的园区',
      year: YEAR,
      issuer: '比较用的数据',
      printed_on: `${YEAR}-12-31`,
      document_type: '比较用的数据',
    },
    headline,
    highlights: [],
    sections: [section('1', '主要指标'), ...sections.words.map((name, place) => section(numbered(name, place), name))],
    problems: [],
    plan: { year: YEAR + 1, requirements: [], opportunities: [], industries: [], directions: [], chain_strategy: [], aims: [] },
    tags: tags.words,
  };
}

/** The generator's rows and indicators -> the files of a pack, by their place in the build. */
export default function convert(rows, indicators, { n, seed }) {
  const [industries, sections, tags] = [new Coded(), new Coded(SECTIONS), new Coded(TAGS)];
  const enterprises = columns(rows, industries, sections, tags);
  const title = `比较用的数据：${n} 户企业，种子 ${seed}`;
  const headline = indicators.map(({ id }) => `indicator-${id}`);
  const files = {
    'data/index.json': { schema: 1, default: `${YEAR}`, reports: [{ id: `${YEAR}`, year: YEAR, title }] },
    [`data/${YEAR}/report.json`]: report(title, sections, tags, headline),
    [`data/${YEAR}/figures.json`]: figures(indicators),
    [`data/${YEAR}/enterprises.json`]: enterprises,
    [`data/${YEAR}/projects.json`]: [],
  };
  return n > MOST_WRITTEN ? files : { ...files, 'index.html': page(files) };
}

/** The page with these files' report in it, as our build makes it of any pack. */
function page(files) {
  const folder = mkdtempSync(join(tmpdir(), 'annual-report-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), JSON.stringify(content));
    }
    // The page is sealed with what it names, so that has to lie beside it.
    const build = here('../target/bench-dist');
    const beside = readdirSync(build, { withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { name } of beside) copyFileSync(join(build, name), join(folder, name));
    const html = join(folder, 'index.html');
    const command = ['run', '--quiet', '--package', 'prerender', '--', html, join(folder, 'data'), join(folder, 'host.json')];
    const { status, stderr } = spawnSync('cargo', command, { cwd: here('..'), encoding: 'utf8' });
    if (status !== 0) throw new Error(`prerender: ${stderr}`);
    return readFileSync(html);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
