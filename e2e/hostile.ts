// The 2021 pack with hostile texts, numbers and ids in it, and what may be asked of any page that shows it.
import { expect, type Page } from './fixtures.ts';
import { enterprises, figures, projects, report } from './specs/expected/pack.ts';

/** The files of a report, to be spoiled. */
export type Files = Record<'report' | 'figures' | 'enterprises' | 'projects', any>;

export const files = (): Files => structuredClone({ report, figures, enterprises, projects });

/** The fields whose texts reach the reader as they are. */
const SHOWN = new Set(
  ('title organisation short_name issuer document_type text summary points name industry tag tags subject unit printed ' +
    'status_printed whole notes').split(' '),
);

/** The fields by which the files refer to each other. */
const IDS = new Set(
  'id headline figures enterprises projects growth_of part_of share_of same_as earlier_of answered_by'.split(' '),
);

/** The pack in which `say` has rewritten every text that is shown; `field` is the name of its field. */
export const saying = (say: (text: string, field: string) => string): Files => rewritten(SHOWN, say);

/** The pack in which `name` has rewritten every id and what refers to it. Places and sections keep theirs. */
export const named = (name: (id: string) => string): Files =>
  rewritten(IDS, (id) => (/^\d/.test(id) ? id : name(id)));

function rewritten(fields: Set<string>, change: (text: string, field: string) => string): Files {
  const within = (value: any, field: string): any => {
    if (Array.isArray(value)) return value.map((entry) => within(entry, field));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, within(inner, key)]));
    }
    return typeof value === 'string' && fields.has(field) ? change(value, field) : value;
  };
  return within(files(), '');
}

/** From now on these files are served in place of the report's own, as text or as what is to be written as JSON. */
export async function serve(page: Page, spoiled: Partial<Record<keyof Files, unknown>>): Promise<void> {
  for (const [name, content] of Object.entries(spoiled)) {
    // JSON has a negative zero, JavaScript writes none.
    const body = typeof content === 'string' ? content : JSON.stringify(content, (_, value) => (Object.is(value, -0) ? '-0' : value)).replaceAll(':"-0"', ':-0');
    await page.route(new RegExp(`/data/2021/${name}\\.json$`), (route) => route.fulfill({ contentType: 'application/json', body }));
  }
}

/** Every sort of page, for a pack whose ids are these. */
export const views = ({ report, figures, enterprises, projects }: Files): string[] => {
  const [firm, other] = enterprises.map(({ id }: any) => encodeURIComponent(id));
  return [
    '#/', '#/work', '#/enterprises', `#/enterprises/${firm}`, `#/compare?compare=${firm},${other}`,
    '#/projects', `#/projects/${encodeURIComponent(projects[0].id)}`,
    '#/charts', `#/chart/${encodeURIComponent(report.charts[0].id)}`, '#/problems',
    `#/figure/${encodeURIComponent(figures[0].id)}`, '#/search?q=1', '#/about',
  ];
};

export const WIDTHS = [1440, 768, 360];

/** Bidirectional controls, control characters and what XML does not have: nothing of a page may hold one. */
export const UNSEEMLY = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;

/** What is wrong with a page that shows a hostile pack; nothing, if it serves. */
export async function faults(page: Page, tallest: number): Promise<string[]> {
  return page.evaluate(
    ({ tallest, unseemly }) => {
      const found: string[] = [];
      const root = document.scrollingElement!;
      const told = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}`;
      if ('__pwned' in window) found.push('a script of the pack ran');
      if (document.querySelector('main :is(script, iframe, object, embed, img, style, base, meta)')) found.push('markup of the pack became elements');
      if (root.scrollWidth > root.clientWidth) {
        const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1);
        found.push(`${root.scrollWidth} px wide in ${root.clientWidth}: ${[...new Set(wide.map(told))].slice(0, 5).join(', ')}`);
      }
      if (root.scrollHeight > tallest) found.push(`${root.scrollHeight} px high, more than ${tallest}`);
      for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
        // Of the pages beside this one, the app itself names the preview.
        const href = link.getAttribute('href')!;
        if (!href.startsWith('#') && href !== 'preview.html') found.push(`leads elsewhere: ${link.outerHTML.slice(0, 200)}`);
        const seen = link.textContent!.replace(/[\s\p{Cf}\u115f\u1160\u2800\u3164\uffa0\u034f\ufe00-\ufe0f]/gu, '');
        const { width, height } = link.getBoundingClientRect();
        if (link.offsetParent && (seen === '' || width < 4 || height < 8)) found.push(`nothing to see: ${link.outerHTML.slice(0, 200)}`);
      }
      const attributes = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].map(({ value }) => value));
      for (const text of [document.title, document.body.textContent!, ...attributes]) {
        if (new RegExp(unseemly).test(text)) found.push(`unseemly: ${JSON.stringify(text.slice(0, 80))}`);
        if (/NaN|Infinity|∞|(^|[^\d.a-z])-0(?![.\d])|\d{40}/.test(text)) found.push(`no number: ${/.{0,20}(NaN|Infinity|∞|-0|\d{40}).{0,20}/.exec(text)}`);
      }
      if (document.title.length > 700) found.push(`a title of ${document.title.length} characters`);
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      for (const id of new Set(ids.filter((id, nth) => ids.indexOf(id) !== nth))) found.push(`two elements are “${id}”`);
      // What stands beside a row's name or beneath it is not written over.
      for (const cell of document.querySelectorAll<HTMLElement>('.list__row > .cell')) {
        if (cell.scrollWidth > cell.clientWidth + 1) found.push(`${told(cell)} is too narrow for what it holds`);
      }
      const reachable = (element: HTMLElement) => {
        element.scrollIntoView({ block: 'start' });
        const { left, top, width, height } = element.getBoundingClientRect();
        const hit = document.elementFromPoint(left + Math.min(width, root.clientWidth) / 2, top + Math.min(height, 20) / 2);
        return element.contains(hit);
      };
      const needed = [...document.querySelectorAll<HTMLElement>('.nav__link, h1:not(.unseen), .row-link')].slice(0, 12);
      if (needed.length < 6 || !document.querySelector('h1')) found.push('no heading, or no way to the other pages');
      for (const element of needed) if (!reachable(element)) found.push(`covered: ${told(element)}`);
      window.scrollTo(0, 0);
      return [...new Set(found)];
    },
    { tallest, unseemly: UNSEEMLY.source },
  );
}

/** Every page serves, at every width. */
export async function expectServes(page: Page, views: string[], tallest: number): Promise<void> {
  const found: string[] = [];
  for (const view of views) {
    await page.evaluate((view) => { location.hash = view; }, view);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('正在载入')).toHaveCount(0);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      // A chart is drawn anew for the width it has by then.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      found.push(...(await faults(page, tallest)).map((fault) => `${view} at ${width}: ${fault}`));
    }
  }
  expect(found).toEqual([]);
}
