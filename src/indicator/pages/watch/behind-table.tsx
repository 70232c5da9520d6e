import { Link } from '@tanstack/react-router';
import { Light } from '../../../../platform/web/chart/light.tsx';
import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import type { WarningJson } from '../../contract.ts';
import { lightNames, periodWords } from '../../domain/index.ts';
import { rateWords, valueWords } from './words.ts';

type Row = WarningJson['behind'][number];
type Rule = WarningJson['rule'];

/** What each column is called for a rule; left out: it has none. */
const headings: Readonly<Record<Rule, { value?: string; other?: string; rate?: string; light?: string }>> = {
  pace: { value: '实际', other: '应有', rate: '进度', light: '灯' },
  streak: { value: '实际', other: '应有', rate: '进度', light: '灯' },
  outlier: { value: '今年以来', rate: '累计同比' },
  missing: {},
  mismatch: { value: '自报', other: '下级之和' },
  heaping: { value: '报的数' },
  'copy-forward': { value: '报的数' },
};

/** The figures that a warning rests on, each leading to where it stands. */
export function BehindTable({ warning }: { readonly warning: WarningJson }) {
  const { rule, behind, hidden, written } = warning;
  if (hidden) return <p className="watch-next">不足三家企业，您的岗位看不到这些数。</p>;
  if (behind.length === 0) return <p className="watch-next">没有留下数。</p>;
  const titles = headings[rule];
  const hasFirms = behind.some(({ enterpriseId }) => enterpriseId !== '');
  return (
    <ScrollRegion className="watch-table" aria-label="后面的数">
      <table>
        <thead>
          <tr>
            <th scope="col">期间</th>
            <th scope="col">地方</th>
            {hasFirms && <th scope="col">企业</th>}
            {titles.value !== undefined && <Figure>{titles.value}</Figure>}
            {titles.other !== undefined && <Figure>{titles.other}</Figure>}
            {titles.rate !== undefined && <Figure>{titles.rate}</Figure>}
            {titles.light !== undefined && <th scope="col">{titles.light}</th>}
            <th scope="col">去看</th>
          </tr>
        </thead>
        <tbody>
          {behind.map((row) => (
            <tr key={[row.period, row.region?.id, row.unit?.id, row.chain?.id, row.enterpriseId].join()}>
              <th scope="row">{periodWords(row.period)}</th>
              <td>{[row.unit?.name ?? row.region?.name, row.chain?.name].filter(Boolean).join(' ')}</td>
              {hasFirms && <td>{row.enterprise ?? row.enterpriseId}</td>}
              {titles.value !== undefined && <td className="watch-figure">{valueWords(row.value, written)}</td>}
              {titles.other !== undefined && <td className="watch-figure">{valueWords(row.other, written)}</td>}
              {titles.rate !== undefined && <td className="watch-figure">{rateWords(row.rate)}</td>}
              {titles.light !== undefined && (
                <td>{row.light === null ? '—' : <Light colour={row.light} word={lightNames[row.light]} />}</td>
              )}
              <td>
                <Where warning={warning} row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const Figure = ({ children }: { readonly children: string }) => (
  <th scope="col" className="watch-figure">
    {children}
  </th>
);

/** To the sheet that did not come in, or to the cell. */
function Where({ warning, row }: { readonly warning: WarningJson; readonly row: Row }) {
  const { period, region, unit, chain, sheetId } = row;
  if (warning.rule === 'missing')
    return sheetId === null ? (
      '—'
    ) : (
      <Link to="/sheets/$sheetId" params={{ sheetId }} aria-label={`打开这张表：${periodWords(period)}`}>
        打开这张表
      </Link>
    );
  const isOfUnit = unit !== null && warning.rule !== 'mismatch';
  const place = isOfUnit ? unit : region;
  if (place === null) return '—';
  return (
    <Link
      to="/cells"
      search={{
        ...{ indicator: warning.about.id, period, place: place.id },
        ...(isOfUnit && { axis: 'unit' as const }),
        ...(chain !== null && { chain: chain.id }),
      }}
      aria-label={`看这一格：${place.name} ${periodWords(period)}`}
    >
      看这一格
    </Link>
  );
}
