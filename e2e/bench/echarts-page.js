// The other side of `charts-bench.mjs`: Apache ECharts draws the bars that were read from our pictures. Only what bars
// need is imported, so that nothing else is bundled.
import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, SVGRenderer]);

/** A picture as an option: its labels, values and texts, at the places and in the type that ours has them. */
function option({ rows, series, axis, plot, font, colour }) {
  const text = (size) => ({ fontFamily: font.family, fontSize: size });
  return {
    animation: false,
    grid: { ...plot, outerBoundsMode: 'none' },
    xAxis: {
      type: 'value',
      ...axis,
      axisLabel: { ...text(font.tick), showMaxLabel: false },
      splitLine: { show: true },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows,
      axisTick: { show: false },
      axisLabel: { ...text(font.label), interval: 0 },
    },
    series: series.map(({ values, texts, thickness, overlaps }) => ({
      type: 'bar',
      data: values,
      barWidth: thickness,
      barGap: overlaps ? '-100%' : '0%',
      itemStyle: { color: colour },
      label: { show: true, position: 'right', ...text(font.value), formatter: ({ dataIndex }) => texts[dataIndex] },
    })),
  };
}

let pictures = [];
let containers = [];
let charts = [];

/** What is to be drawn. Every picture has its size at every width of the window: `sizes[innerWidth]`. */
window.show = (all) => {
  pictures = all.map((picture) => ({ ...picture, option: option(picture) }));
  containers = all.map(() => document.body.appendChild(document.createElement('div')));
  fit();
};

function fit() {
  pictures.forEach(({ sizes }, nth) => {
    const { width, height } = sizes[innerWidth];
    Object.assign(containers[nth].style, { width: `${width}px`, height: `${height}px` });
  });
}

document.getElementById('draw').addEventListener('click', () => {
  for (const chart of charts) chart.dispose();
  charts = pictures.map(({ option, sizes }, nth) => {
    const chart = init(containers[nth], null, { renderer: 'svg', ...sizes[innerWidth] });
    chart.setOption(option);
    return chart;
  });
});

addEventListener('resize', () => {
  fit();
  charts.forEach((chart, nth) => chart.resize(pictures[nth].sizes[innerWidth]));
});
