import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type CellJson, type ReadingJson, readingApi } from '../../contract/reading-api.ts';
import { periodWords } from '../../domain/wording/period.ts';
import { LightMark } from '../reading/light-mark.tsx';
import {
  changeSaid,
  changeText,
  figureText,
  forecastText,
  hiddenText,
  lightText,
  rateText,
  readingSentences,
} from '../reading/words.ts';
import type { CellSearch } from './address.ts';
import { CellFigures } from './cell-figures.tsx';
import { CellTargets } from './cell-targets.tsx';
import { momentWords } from './moment.ts';
import { Parts } from './parts.tsx';
import { Series } from './series.tsx';
import './cell.css';

const route = getRouteApi('/cells');

/** What is behind one cell: its targets with their sentences, its months, its parts, and figure by figure who reported it. */
export function CellPage() {
  const search = route.useSearch();
  const { indicator, period } = search;
  if (indicator === undefined || period === undefined)
    return (
      <Empty title="没有说看哪一格">
        <p>
          请从<Link to="/matrix">经纬矩阵</Link>点开一格。
        </p>
      </Empty>
    );
  return <Cell asked={{ ...search, indicator, period }} />;
}

export type AskedCell = CellSearch & { readonly indicator: string; readonly period: string };

function Cell({ asked }: { readonly asked: AskedCell }) {
  const cell = useQuery(queryFor(readingApi.readCell, { query: asked }));
  const { data } = cell;
  usePageTitle(data === undefined ? '一格的来历' : titleOf(data));
  if (cell.error && data === undefined) return <Failure error={cell.error} onRetry={() => void cell.refetch()} />;
  if (data === undefined) return <Waiting lines={10} />;
  return (
    <article className="page indicator-page cell-page">
      <p className="cell-back">
        <Link
          to="/matrix"
          search={{
            indicator: asked.indicator,
            period: asked.period,
            axis: data.place.axis,
            place: data.place.id,
          }}
        >
          回到矩阵
        </Link>
      </p>
      <h1>
        {titleOf(data)} <small>{periodWords(data.period)}</small>
      </h1>
      {data.at !== null && <p className="cell-note">下面是 {momentWords(data.at)} 时的样子，后来的修改没有算进去。</p>}
      {data.reading === null ? (
        <p className="cell-note">{data.hidden === null ? '这一格没有数。' : `${hiddenText(data.hidden)}。`}</p>
      ) : (
        <Stand cell={data} />
      )}
      <CellTargets cell={data} />
      <Series cell={data} />
      <Parts cell={data} asked={asked} />
      {data.mayFigures && <CellFigures asked={asked} indicator={data.indicator} />}
      <Definition cell={data} />
    </article>
  );
}

const titleOf = ({ indicator, place, chain }: CellJson): string =>
  [place.name, ...(chain === null ? [] : [chain.name]), indicator.name].join(' · ');

/** How it stands, name beside value. */
function Stand({ cell: { reading, indicator } }: { readonly cell: CellJson }) {
  if (reading === null) return null;
  const { actual, current, growth, main, own } = reading;
  return (
    <>
      <Facts className="cell-facts">
        <Fact name="今年以来">
          <b>{figureText(actual.value, indicator)}</b>
        </Fact>
        {current !== null && <Fact name="本期">{figureText(current.value, indicator)}</Fact>}
        <Fact name="目标">{main === null ? '没有' : figureText(main.goal ?? main.value, indicator)}</Fact>
        <Fact name="完成率">{rateText(main?.share ?? null)}</Fact>
        <Fact name="灯">
          <LightMark light={reading.light.light} reason={lightText(reading)} named />
        </Fact>
        <Fact name="全年预计">
          {forecastText(reading, indicator)}
          {reading.forecast.level !== null && reading.forecast.low !== null && (
            <small>
              （{reading.forecast.level}% 的把握，依据 {reading.forecast.years.join('、')} 年）
            </small>
          )}
        </Fact>
        {growth !== null && (
          <>
            <Fact name="累计同比">{changeText(growth.toDate, indicator)}</Fact>
            <Fact name="同比">{changeText(growth.yearOnYear, indicator)}</Fact>
            <Fact name="环比">{changeText(growth.onLastPeriod, indicator)}</Fact>
          </>
        )}
        <Fact name="企业">{actual.firms} 家</Fact>
        {own !== null && (
          <Fact name="本级自报">
            {figureText(own.amount.value, indicator)}
            {own.difference !== null && own.difference !== '0' && (
              <small>（与下级之和相差 {figureText(own.difference, indicator)}）</small>
            )}
          </Fact>
        )}
      </Facts>
      <p className="cell-note">{readingSentences(reading, indicator).join('')}</p>
      {growth !== null && <Growth growth={growth} indicator={indicator} />}
    </>
  );
}

type GrowthProps = { readonly growth: NonNullable<ReadingJson['growth']>; readonly indicator: CellJson['indicator'] };

/** Each growth with the base it rests on and what is to be known of it, once. */
const Growth = ({ growth: { toDate, yearOnYear, onLastPeriod }, indicator }: GrowthProps) => (
  <p className="cell-note">
    {[...new Set([toDate, yearOnYear, onLastPeriod].flatMap((change) => changeSaid(change, indicator)))].join('')}
  </p>
);

/** What counts and what does not. */
function Definition({ cell: { indicator, basis, bases, rule, source } }: { readonly cell: CellJson }) {
  return (
    <section aria-labelledby="cell-definition">
      <h2 id="cell-definition">口径</h2>
      <p>
        {basis?.words ?? '没有写口径。'}
        {rule !== null && `计算方法：${rule}。`}
        {source !== null && `报数单位：${source}。`}
        {bases.length > 1 && `历次共有 ${bases.length} 个口径。`}
        <Link to="/indicators/$indicatorId" params={{ indicatorId: indicator.id }}>
          看这个指标的定义
        </Link>
      </p>
    </section>
  );
}
