// How large is what a finger presses: by what lies under its points, not by what its box says.
import type { Page } from '@playwright/test';

/**
 * What cannot be pressed a `least` px wide and high around its middle, of all that is within an element; a link in running
 * text is as high as its line. `but` are those of another measure.
 */
export const tooSmall = (page: Page, least: number, within = 'body', but = 'nothing') =>
  page.evaluate(
    ({ least, within, but }) => {
      const isInline = (element: Element) => getComputedStyle(element).display.startsWith('inline');
      const block = (element: Element): Element => (isInline(element.parentElement!) ? block(element.parentElement!) : element.parentElement!);
      const isInText = (link: Element) => {
        if (!link.matches('a') || !isInline(link)) return false;
        const line = block(link);
        const words = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let beside = '';
        while (words.nextNode()) {
          const word = words.currentNode.parentElement!;
          if (!word.closest('a, button, .unseen') && (word === line || (isInline(word) && block(word) === line))) beside += words.currentNode.textContent;
        }
        return /[\p{L}\p{N}]/u.test(beside);
      };
      const selector = ['a[href]', 'button', 'summary', 'select', 'textarea', 'input', 'label.facet__value', 'label.pick', 'label.choice'];
      const pressed = [...document.querySelectorAll(selector.map((one) => `${within} ${one}`).join())].filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true } as CheckVisibilityOptions) &&
          // A box is pressed with its label; what the app has not taken over yet is not pressed at all.
          !element.matches(`label input, .unseen *, .skip, .still *, ${but}`) &&
          !isInText(element),
      );
      const small = new Set<string>();
      for (const element of pressed) {
        element.scrollIntoView({ block: 'center', inline: 'nearest' });
        const [{ left, right, top, bottom }] = element.getClientRects();
        const off = least / 2 - 1;
        const missed = [[0, 0], [0, -off], [0, off], [-off, 0], [off, 0]].some(([across, down]) => {
          const [x, y] = [(left + right) / 2 + across, (top + bottom) / 2 + down];
          if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
          const there = document.elementFromPoint(x, y);
          return !there || !element.contains(there);
        });
        if (missed) small.add(`${element.tagName}.${element.className} ${element.textContent!.trim().slice(0, 12)} ${Math.round(right - left)}×${Math.round(bottom - top)}`);
      }
      return { small: [...small].slice(0, 12), pressed: pressed.length };
    },
    { least, within, but },
  );
