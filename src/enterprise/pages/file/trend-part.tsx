import { Button, Select } from 'antd';
import { useState } from 'react';
import { LineChart } from '../../../../platform/web/chart/line-chart.tsx';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import { type EnterpriseJson, figureVintageNames } from '../../contract.ts';
import { FiguresDialog } from '../edit/figures-dialog.tsx';
import { Figure } from '../parts/figure.tsx';
import { figureText, growthText } from '../parts/figures.ts';
import { type TrendLength, trendOf } from '../parts/trend.ts';
import { useWords } from '../parts/use-enterprise.ts';

/** Figures over the years or months: one of them as a line, all of them as a table. */
export function TrendPart({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const words = useWords();
  const [length, setLength] = useState<TrendLength>('year');
  const [chosen, setChosen] = useState('revenue');
  const [open, setOpen] = useState(false);
  if (words.data === undefined) return <Waiting lines={4} />;
  const { name, figures, may, asOf } = enterprise;
  const trend = trendOf(figures, words.data.figures, length);
  const row = trend.rows.find(({ kind }) => kind.id === chosen) ?? trend.rows[0];
  const hasMonths = figures.some(({ period }) => period.length === 7);
  return (
    <>
      <div className="enterprise-trend-tools">
        <span className="page-buttons">
          {row !== undefined && (
            <Select
              aria-label="看哪个数据"
              value={row.kind.id}
              onChange={setChosen}
              options={trend.rows.map(({ kind }) => ({ value: kind.id, label: kind.name }))}
              popupMatchSelectWidth={false}
            />
          )}
          {hasMonths && (
            <Button aria-pressed={length === 'month'} onClick={() => setLength(length === 'year' ? 'month' : 'year')}>
              {length === 'year' ? '看月度' : '看年度'}
            </Button>
          )}
        </span>
        {may.keep && asOf === null && <Button onClick={() => setOpen(true)}>登记数据</Button>}
      </div>
      {row === undefined ? (
        <p className="pale">还没有{length === 'year' ? '年度' : '月度'}数据。登记以后画出走势。</p>
      ) : (
        <>
          {trend.periods.length > 1 && (
            <LineChart
              summary={`${name}的${row.kind.name}，${trend.periods[0]} 到 ${trend.periods.at(-1)}。`}
              along={length === 'year' ? '年份' : '月份'}
              points={trend.periods}
              lines={[{ name: row.kind.name, values: row.values, kind: 'main' }]}
              text={(value) => <Figure value={value} kind={row.kind} />}
              short={(value) => figureText(value, row.kind).replace(/ .*$/u, '')}
              words={(value) => figureText(value, row.kind)}
              picture={`${name}${row.kind.name}`}
            />
          )}
          <TrendTable trend={trend} name={name} />
          <p className="pale">{sourcesOf(enterprise)}</p>
        </>
      )}
      {open && <FiguresDialog enterprise={enterprise} kinds={words.data.figures} onClose={() => setOpen(false)} />}
    </>
  );
}

function TrendTable({ trend, name }: { readonly trend: ReturnType<typeof trendOf>; readonly name: string }) {
  const grows = trend.periods.length > 1;
  return (
    <ScrollRegion aria-label={`${name}的数据`} className="enterprise-scroll">
      <table className="page-table page-flat">
        <thead>
          <tr>
            <th scope="col">数据</th>
            {trend.periods.map((period) => (
              <th key={period} scope="col" className="page-end">
                {period}
              </th>
            ))}
            {grows && (
              <th scope="col" className="page-end">
                比前一期
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {trend.rows.map(({ kind, values }) => (
            <tr key={kind.id}>
              <th scope="row">{kind.name}</th>
              {values.map((value, at) => (
                <td key={trend.periods[at]} className="page-end">
                  <Figure value={value} kind={kind} />
                </td>
              ))}
              {grows && <td className="page-end">{growthText(values.at(-2), values.at(-1)) ?? '—'}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Where the latest figures come from. */
function sourcesOf({ figures }: EnterpriseJson): string {
  const last = figures.toSorted((a, b) => (a.period < b.period ? 1 : -1)).slice(0, 3);
  return last
    .map(({ period, vintage, source }) => `${period}：${figureVintageNames[vintage]}，${source}`)
    .join('；')
    .concat('。');
}
