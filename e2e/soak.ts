// A reader who does anything, in an order that a seed decides: the same seed does the same things.
import type { Page } from '@playwright/test';

/** Numbers below 1 (mulberry32): small, and the same everywhere. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SIZES = [
  [1440, 900],
  [1024, 768],
  [768, 1024],
  [360, 740],
  [1920, 600],
];

const TYPED = ['丝绸', 'sc', '药', 'yiyao', '出口 增长', '投产', 'ＬＥＤ', '没有这样的', 'a', '<b>', '二期'];
const BOUNDS = ['10', '50', '-5', '0', '3.5', '十', '100', '', '１０％'];
const KEYS = ['Tab', 'Shift+Tab', 'ArrowDown', 'ArrowUp', 'ArrowRight', 'Home', 'End', 'PageDown', 'PageUp', 'Escape', 'Enter', ' '];
const HASHES = [
  '#/', '#/work', '#/work/2.2/1', '#/work/9.9', '#/enterprises', '#/enterprises?growth=much&tag=none', '#/enterprises?sort=-growth&q=业',
  '#/enterprises/shuang-he-si-chou', '#/enterprises/nobody', '#/compare', '#/projects?status=投用', '#/projects', '#/charts',
  '#/charts/growth?as=level', '#/chart/growth?view=table', '#/chart/nothing', '#/problems', '#/problems/3/1', '#/nonsense',
];

/** What lies in a page and can be pressed, by what it is. What prints or fills the screen leaves the page's own reach. */
const PRESSED = {
  nav: 'nav.nav a',
  link: 'main a[href^="#"]',
  facet: '.facet__value input',
  chip: '.chip',
  head: '[role="columnheader"] button',
  row: '.list__row input',
  menu: 'main details > summary',
  choice: 'main details[open] :is(input, select)',
  file: 'main details[open] button',
  button: 'main button:not(details *)',
  embed: '#embed-open',
  reading: '[data-read]:not([aria-disabled="true"])',
  dialog: 'dialog[open] :is(button, input, option)',
};

type Kind = keyof typeof PRESSED;
type Act = (reader: Reader) => Promise<unknown>;

export class Reader {
  readonly done: Record<string, number> = {};
  constructor(
    readonly page: Page,
    readonly next: () => number,
  ) {}

  one<T>(of: readonly T[]): T {
    return of[Math.floor(this.next() * of.length)];
  }

  /** Does one thing, and tells which. */
  async act(): Promise<string> {
    // A dialog takes everything else away, until it is closed.
    const inDialog = (await this.page.locator('dialog[open]').count()) > 0;
    let pick = this.next() * WEIGHT;
    const [name, , act] = inDialog ? (['dialog', 0, inTheDialog] as const) : ACTS.find(([, weight]) => (pick -= weight) < 0)!;
    await act(this);
    this.done[name] = (this.done[name] ?? 0) + 1;
    return name;
  }

  /** Presses one of what there is of a kind, as a mouse does, where it can be seen; nothing, if there is none. */
  async press(kind: Kind, name = ''): Promise<void> {
    const place = await this.page.evaluate(
      ([selector, name, chance]) => {
        const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(
          (element) =>
            element.getClientRects().length > 0 && element.textContent!.includes(name) && !/打印|全屏/.test(element.textContent!),
        );
        const element = all[Math.floor(chance * all.length)];
        if (!element) return null;
        element.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = element.getClientRects()[0];
        return { x: x + width / 2, y: y + height / 2 };
      },
      [PRESSED[kind], name, this.next()] as const,
    );
    if (place) await this.page.mouse.click(place.x, place.y);
  }

  async type(selector: string, text: string, after: string): Promise<void> {
    const fields = await this.page.locator(selector).all();
    if (fields.length === 0) return;
    const field = fields[Math.floor(this.next() * fields.length)];
    if (!(await field.isVisible())) return;
    await field.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
    if (text === '') await this.page.keyboard.press('Delete');
    if (after) await this.page.keyboard.press(after);
  }
}

/** Something in a menu, which is opened first. */
const inMenu =
  (name: string, kind: Kind): Act =>
  async (reader) => {
    await reader.press('menu', name);
    await reader.press(kind);
  };

const inTheDialog: Act = (reader) => (reader.next() < 0.4 ? reader.page.keyboard.press('Escape') : reader.press('dialog'));

const ACTS: readonly (readonly [string, number, Act])[] = [
  ['nav', 10, (reader) => reader.press('nav')],
  ['link', 10, (reader) => reader.press('link')],
  ['type', 10, (reader) => reader.type('[role="searchbox"], input[type="search"]', reader.one(TYPED), '')],
  ['facet', 10, (reader) => reader.press('facet')],
  ['range', 5, (reader) => reader.type('.range input', reader.one(BOUNDS), reader.one(['Enter', 'Tab']))],
  ['chip', 4, (reader) => reader.press('chip')],
  ['sort', 5, (reader) => reader.press('head')],
  ['compare', 3, (reader) => reader.press('row')],
  ['menu', 6, (reader) => reader.press('menu')],
  ['choice', 7, inMenu('选项', 'choice')],
  ['file', 5, inMenu('下载', 'file')],
  ['button', 5, (reader) => reader.press('button')],
  ['embed', 2, (reader) => reader.press('embed')],
  ['reading', 3, (reader) => reader.press('reading')],
  ['back', 6, (reader) => reader.page.evaluate(() => history.back())],
  ['forward', 3, (reader) => reader.page.evaluate(() => history.forward())],
  ['address', 3, (reader) => reader.page.evaluate((hash) => void (location.hash = hash), reader.one(HASHES))],
  ['scroll', 6, (reader) => reader.page.mouse.wheel(0, (reader.next() - 0.4) * 3000)],
  ['key', 10, (reader) => reader.page.keyboard.press(reader.one(KEYS))],
  ['hover', 3, (reader) => reader.page.mouse.move(reader.next() * 1400, reader.next() * 900)],
  [
    'resize',
    2,
    (reader) => {
      const [width, height] = reader.one(SIZES);
      return reader.page.setViewportSize({ width, height });
    },
  ],
];
const WEIGHT = ACTS.reduce((sum, [, weight]) => sum + weight, 0);
