import { createRoot } from 'react-dom/client';
import { BarChart } from '../../../platform/web/chart/bar-chart.tsx';
import { heatClass } from '../../../platform/web/chart/heat.ts';
import { Light } from '../../../platform/web/chart/light.tsx';
import { LineChart } from '../../../platform/web/chart/line-chart.tsx';
import { RegionMap } from '../../../platform/web/chart/region-map.tsx';
import { RegionTiles } from '../../../platform/web/chart/region-tiles.tsx';
import { SmallMultiples } from '../../../platform/web/chart/small-multiples.tsx';
import { Spark } from '../../../platform/web/chart/spark.tsx';
import { codeOf, readMap } from './map.ts';
import '../../../apps/web/styles/base.css';
import '../../../apps/web/styles/print.css';
import '../../../platform/web/theme/colours.css';

document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

const months = Array.from({ length: 12 }, (_, at) => `2025年${at + 1}月`);
const text = (value: number): string => `${value} 亿元`;
const short = (value: number): string => String(value);
const names = [
  '临江区',
  '江北新区',
  '高新技术产业开发区',
  '名字特别特别长的经济技术开发区管理委员会',
  '青山县',
  '东湖区',
];
const regions = Array.from({ length: 12 }, (_, at) => ({
  ...{ code: codeOf(at), name: `${names[at % 4]}${at}`, link: `/regions/${at}` },
  ...{ value: at === 5 ? null : at * 12.5 - 20, suppressed: at === 7 },
}));
const map = readMap();

const Lines = () => (
  <LineChart
    {...{ summary: '八月累计 340 亿元，全年约 530 亿元。', along: '月份', points: months, text, short, words: text }}
    lines={[
      {
        ...{ name: '本年', kind: 'main', values: [42, 81, 130, 171, null, 262, 301, 340, null, null, null, null] },
        preliminary: months.map((_, at) => at === 7),
        forecast: {
          ...{ name: '预计', values: [...Array(8).fill(null), 385, 431, 478, 530], interval: '80% 区间' },
          low: [...Array(8).fill(null), 380, 420, 460, 500],
          high: [...Array(8).fill(null), 390, 442, 496, 560],
        },
      },
      { name: '上年', kind: 'earlier', values: months.map((_, at) => 38 + at * 41) },
    ]}
    target={{ name: '目标', stepped: true, values: months.map((_, at) => 40 + at * 42) }}
    picture="本年/累计"
    note="来源：临江市统计局"
  />
);

const Signs = () => (
  <section>
    {(['green', 'blue', 'yellow', 'red', 'none'] as const).map((colour) => (
      <Light key={colour} colour={colour} />
    ))}
    <Spark values={[3, 5, null, 8]} words="从 3 升到 8" width={300} />
    <table>
      <tbody>
        <tr>
          {[null, -5, 5, 15, 25, 35].map((value) => (
            <td key={value} className={heatClass(value, [0, 10, 20, 30])}>
              {value ?? '无'}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  </section>
);

const bars = { head: '地区', text, short, words: text };
const items = names.map((name, at) => ({ key: name, name, values: [90 - at * 31.5, 40 - at * 3], target: 60 }));
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <main>
    <h1>图</h1>
    <Lines />
    <BarChart
      {...bars}
      summary="三个地区低于目标。"
      series={[
        { name: '上年', tone: 0 },
        { name: '本年', tone: 1 },
      ]}
      items={items}
    />
    <BarChart
      {...bars}
      summary="两部分合计。"
      stacked
      series={[{ name: '工业' }, { name: '技改' }]}
      items={items}
      most={4}
    />
    <RegionMap
      {...{ summary: '一个地区没有数。', head: '地区', valueName: '产值', text, short, words: text, map, regions }}
      picture="地图"
    />
    <RegionTiles {...{ summary: '按次序排。', head: '地区', valueName: '产值', text, short, words: text, regions }} />
    <SmallMultiples
      {...{ summary: '六个地区都在上升。', along: '月份', points: months, head: '地区', text, short }}
      items={names.map((name, nth) => ({
        key: name,
        name,
        link: `/m/${nth}`,
        values: months.map((_, at) => at * (nth + 1)),
      }))}
      picture="小图"
    />
    <Signs />
  </main>,
);
