import { useMemo } from 'react';
import { BarChart } from '../../../../platform/web/chart/bar-chart.tsx';
import { LineChart } from '../../../../platform/web/chart/line-chart.tsx';
import { SmallMultiples } from '../../../../platform/web/chart/small-multiples.tsx';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import type { IndicatorHeadJson, PivotJson, PivotMeasure, PivotSpec } from '../../contract/reading-api.ts';
import { RegionView } from '../map/region-view.tsx';
import type { View } from './address.ts';
import { numberOf, unitsOf, wordsFor } from './figures.ts';
import {
  addressOfCell,
  along,
  behind,
  type Entry,
  entriesOf,
  type Group,
  groupedWithout,
  keyOn,
  type Standing,
} from './flat.ts';

/** More lines than this cannot be told apart. */
const mostLines = 6;
const mostMultiples = 60;
/** So many periods beside each other at each bar. */
const mostPeriods = 3;

interface Props {
  readonly answer: PivotJson;
  readonly spec: PivotSpec;
  readonly standing: Standing;
  readonly view: Exclude<View, 'table'>;
  readonly measure: PivotMeasure;
  readonly head: IndicatorHeadJson;
}

/** The same answer as a picture: one measure of one indicator. */
export function ChartView({ answer, spec, standing, view, measure, head }: Props) {
  const entries = useMemo(
    () => entriesOf(answer).filter(({ indicatorId, isSum }) => indicatorId === head.id && !isSum),
    [answer, head.id],
  );
  const unit = unitsOf(answer).get(head.id);
  if (unit === undefined || entries.length === 0)
    return (
      <Empty title="没有可画的数">
        <p>换一个指标、地方或者时期。</p>
      </Empty>
    );
  const words = wordsFor(measure, head, unit);
  const title = `${answer.place.name}${head.name}`;
  const props: DrawProps = { answer, spec, standing, measure, entries, words, title, whole: answer.place.name };
  const left = answer.total - answer.rows.length;
  return (
    <>
      {
        {
          line: <Lines {...props} />,
          bar: <Bars {...props} />,
          small: <Multiples {...props} />,
          map: <OnMap {...props} />,
        }[view]
      }
      {left > 0 && (
        <p className="pivot-note">
          图上只有前 {answer.rows.length} 行，还有 {left} 行没有画。请只看前几名，或者少选一些。
        </p>
      )}
    </>
  );
}

interface DrawProps extends Pick<Props, 'answer' | 'spec' | 'standing' | 'measure'> {
  readonly entries: readonly Entry[];
  readonly words: ReturnType<typeof wordsFor>;
  readonly title: string;
  readonly whole: string;
}

const NoPeriods = () => (
  <Empty title="这张表没有放时期">
    <p>折线和小图沿着时期画。请把“时期”放到行或者列上，选两期以上。</p>
  </Empty>
);

/** The values of a group along the periods. */
function overTime(group: Group, periods: readonly { readonly id: string }[], measure: PivotMeasure): (number | null)[] {
  const found = new Map(group.entries.map((entry) => [keyOn(entry, 'period')?.id, entry.cell]));
  return periods.map(({ id }) => {
    const cell = found.get(id);
    return cell === undefined ? null : numberOf(cell, measure);
  });
}

function preliminaryIn(group: Group, periods: readonly { readonly id: string }[]): boolean[] {
  const found = new Map(group.entries.map((entry) => [keyOn(entry, 'period')?.id, entry.cell]));
  return periods.map(({ id }) => (found.get(id)?.value?.vintages.preliminary ?? 0) > 0);
}

function Lines({ entries, measure, words, title, whole }: DrawProps) {
  const periods = along(entries, 'period');
  if (periods.length < 2) return <NoPeriods />;
  const groups = groupedWithout(entries, 'period', whole);
  const shown = groups.slice(0, mostLines);
  return (
    <>
      <LineChart
        summary={`${title}，${words.name}，${periods[0]?.name}至${periods.at(-1)?.name}。`}
        along="时期"
        points={periods.map(({ name }) => name)}
        lines={shown.map((group) => ({
          ...{ name: group.name, values: overTime(group, periods, measure) },
          preliminary: preliminaryIn(group, periods),
        }))}
        text={words.text}
        short={words.short}
        words={words.text}
        picture={`${title} ${words.name}`}
      />
      {groups.length > shown.length && (
        <p className="pivot-note">
          一张图最多 {mostLines} 条线，这里是前 {mostLines} 条。要看全部 {groups.length} 条，请改看小图。
        </p>
      )}
    </>
  );
}

function Multiples({ entries, measure, words, title, whole, standing }: DrawProps) {
  const periods = along(entries, 'period');
  if (periods.length < 2) return <NoPeriods />;
  const groups = groupedWithout(entries, 'period', whole);
  return (
    <>
      <SmallMultiples
        summary={`${title}，${words.name}，每处一张。`}
        along="时期"
        points={periods.map(({ name }) => name)}
        head={whole}
        items={groups.slice(0, mostMultiples).map((group) => {
          const last = group.entries.at(-1);
          const search = last === undefined ? null : behind(last, standing);
          return {
            ...{ key: group.key, name: group.name, values: overTime(group, periods, measure) },
            ...(measure === 'toDate' && { target: overTime(group, periods, 'target') }),
            ...(search !== null && { link: addressOfCell(search) }),
          };
        })}
        text={words.text}
        short={words.short}
        picture={`${title} ${words.name}`}
      />
      {groups.length > mostMultiples && (
        <p className="pivot-note">
          这里是前 {mostMultiples} 张，一共 {groups.length} 张。
        </p>
      )}
    </>
  );
}

function Bars({ answer, entries, measure, words, title, standing, spec, whole }: DrawProps) {
  const columnAxes = spec.columns.filter((axis) => axis !== 'indicator');
  const seriesOf = (entry: Entry): string => columnAxes.map((axis) => keyOn(entry, axis)?.name ?? '').join(' · ');
  const all = [...new Set(entries.map(seriesOf))];
  // The last ones of a row of periods are those that matter.
  const series =
    columnAxes.length === 1 && columnAxes[0] === 'period' ? all.slice(-mostPeriods) : all.slice(0, mostLines);
  const rows = new Map<string, { name: string; entries: Entry[] }>();
  const rowAxes = spec.rows.filter((axis) => axis !== 'indicator');
  for (const entry of entries) {
    const keys = rowAxes.map((axis) => keyOn(entry, axis));
    const key = keys.map((each) => each?.id).join('\u0000');
    const row = rows.get(key) ?? { name: keys.map((each) => each?.name ?? '').join(' · ') || whole, entries: [] };
    row.entries.push(entry);
    rows.set(key, row);
  }
  const hasTarget = measure === 'toDate' && spec.measures.includes('target') && series.length === 1;
  return (
    <>
      <BarChart
        summary={`${title}，${words.name}。`}
        head={answer.place.name}
        series={series.map((name) => ({ name: name === '' ? words.name : name }))}
        items={[...rows].map(([key, row]) => {
          const of = (name: string): Entry | undefined => row.entries.find((entry) => seriesOf(entry) === name);
          const last = of(series.at(-1) ?? '');
          const search = last === undefined ? null : behind(last, standing);
          return {
            ...{ key, name: row.name },
            values: series.map((name) => {
              const cell = of(name)?.cell;
              return cell === undefined ? null : numberOf(cell, measure);
            }),
            ...(hasTarget && last !== undefined && { target: numberOf(last.cell, 'target') }),
            ...(search !== null && { link: addressOfCell(search) }),
          };
        })}
        text={words.text}
        short={words.short}
        words={words.text}
        picture={`${title} ${words.name}`}
      />
      {all.length > series.length && (
        <p className="pivot-note">
          一处画 {series.length} 根，这里是{series[0]}到{series.at(-1)}，一共有 {all.length} 组。
        </p>
      )}
    </>
  );
}

function OnMap({ answer, entries, measure, words, title, standing }: DrawProps) {
  const groups = groupedWithout(entries, 'place', '');
  const group = groups.at(-1);
  if (!entries.some((entry) => keyOn(entry, 'place') !== undefined) || standing.axis === 'unit' || group === undefined)
    return (
      <Empty title="这张表不能画在地图上">
        <p>请按地区看，并把“地方”放到行或者列上。</p>
      </Empty>
    );
  return (
    <>
      <RegionView
        place={answer.place}
        summary={[`${title}，${words.name}`, group.name].filter(Boolean).join('，')}
        valueName={words.name}
        picture={`${title} ${words.name} ${group.name}`}
        text={words.text}
        short={words.short}
        regions={group.entries.map((entry) => {
          const key = keyOn(entry, 'place');
          const search = behind(entry, standing);
          return {
            ...{ code: key?.id ?? '', name: key?.name ?? '', value: numberOf(entry.cell, measure) },
            suppressed: entry.cell.hidden !== null,
            ...(search !== null && { link: addressOfCell(search) }),
          };
        })}
      />
      {groups.length > 1 && <p className="pivot-note">一张地图画一组数，这里是最后一组：{group.name}。</p>}
    </>
  );
}
