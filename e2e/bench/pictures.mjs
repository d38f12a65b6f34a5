// Our pictures as the other side draws them: read from the page, so that both draw the same.

/** In our page: every picture on it, with its rows, bars, texts, axis and type. */
export const read = () => {
  const number = (element, name) => Number(element.getAttribute(name));
  return [...document.querySelectorAll('main .picture .drawing')].map((svg) => {
    const all = (selector) => [...svg.querySelectorAll(selector)];
    const size = (selector) => parseFloat(getComputedStyle(svg.querySelector(selector)).fontSize);
    const [width, height] = [number(svg, 'width'), number(svg, 'height')];
    const ticks = all('text.tick').map((tick) => ({
      value: Number(tick.textContent.replace(/[^\d.-]/g, '')),
      x: number(tick, 'x'),
    }));
    const [first, second] = ticks;
    const valueAt = (x) => first.value + ((x - first.x) * (second.value - first.value)) / (second.x - first.x);
    const boxes = all('rect.bar').map((bar) => ({
      x: number(bar, 'x'),
      y: number(bar, 'y'),
      width: number(bar, 'width'),
      height: number(bar, 'height'),
    }));
    const hits = all('rect.hit').map((hit) => ({ top: number(hit, 'y'), bottom: number(hit, 'y') + number(hit, 'height') }));
    const labels = all('text.label').map((text) => ({ y: number(text, 'y'), text: text.textContent }));
    const values = all('text.value').map((text) => ({ y: number(text, 'y'), text: text.textContent }));
    const within = ({ top, bottom }, list, at) => list.filter((one) => at(one) >= top && at(one) <= bottom);
    const rows = hits.map((hit) => ({
      label: within(hit, labels, ({ y }) => y).map(({ text }) => text).join(''),
      bars: within(hit, boxes, ({ y, height }) => y + height / 2),
      texts: within(hit, values, ({ y }) => y).map(({ text }) => text),
    }));
    const end = Math.max(...boxes.map(({ x, width }) => x + width), ...ticks.map(({ x }) => x));
    const deepest = Math.max(...rows.map(({ bars }) => bars.length));
    const series = Array.from({ length: deepest }, (_, nth) => ({
      values: rows.map(({ bars }) => (bars[nth] ? valueAt(bars[nth].x + bars[nth].width) : '-')),
      texts: rows.map(({ texts }) => texts[nth] ?? ''),
      thickness: rows.find(({ bars }) => bars[nth]).bars[nth].height,
      overlaps: rows.some(({ bars }) => nth > 0 && bars[nth] && bars[nth].y === bars[0].y),
    }));
    return {
      rows: rows.map(({ label }) => label),
      bars: boxes.length,
      series,
      axis: { min: first.value, max: valueAt(end), interval: second.value - first.value },
      plot: { left: first.x, right: width - end, top: hits[0].top, bottom: height - hits.at(-1).bottom },
      font: {
        family: getComputedStyle(svg.querySelector('text')).fontFamily,
        label: size('text.label'),
        value: size('text.value'),
        tick: size('text.tick'),
      },
      size: { width, height },
    };
  });
};

/** A pack with one chart in place of its own: of kind `levels`, with `count` made-up figures. */
export function withOneChart({ report, figures }, count) {
  const numbers = Array.from({ length: count }, (_, nth) => 3 + ((nth * 7919) % 997));
  const section = report.charts[0].section;
  const made = numbers.map((value, nth) => ({
    id: `bench-${nth}`,
    section,
    subject: `第 ${nth + 1} 项`,
    value,
    unit: '件',
    printed: `${value}件`,
    kind: 'count',
  }));
  const chart = { id: 'bench', title: `${count} 项`, kind: 'levels', section, figures: made.map(({ id }) => id) };
  return { numbers, chart, report: { ...report, charts: [chart] }, figures: [...figures, ...made] };
}
