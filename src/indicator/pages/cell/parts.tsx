import { Link } from '@tanstack/react-router';
import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import type { CellJson } from '../../contract/reading-api.ts';
import { inTable, tableUnitOf } from '../reading/table-unit.ts';
import { figureText, hiddenText, lacks, rateText } from '../reading/words.ts';
import type { AskedCell } from './cell-page.tsx';

/** The next level down: what each part comes to, and which share of the whole it is. */
export function Parts({ cell, asked }: { readonly cell: CellJson; readonly asked: AskedCell }) {
  const { parts, indicator } = cell;
  const byChain = asked.by === 'chain';
  const unit = tableUnitOf(
    parts.flatMap(({ actual }) => (actual?.value == null ? [] : [BigInt(actual.value)])),
    indicator,
  );
  return (
    <section aria-labelledby="cell-parts">
      <h2 id="cell-parts">由哪些部分组成</h2>
      <p className="cell-by">
        {byChain ? (
          <Link to="/cells" search={(before) => ({ ...before, by: undefined }) as never}>
            按地方分
          </Link>
        ) : (
          <b>按地方分</b>
        )}
        {byChain ? (
          <b>按产业链分</b>
        ) : (
          <Link to="/cells" search={(before) => ({ ...before, by: 'chain' }) as never}>
            按产业链分
          </Link>
        )}
      </p>
      {parts.length === 0 ? (
        <p className="pale">下面没有更细的部分。</p>
      ) : (
        <ScrollRegion className="cell-scroll" aria-label="各部分">
          <table className="cell-table">
            <thead>
              <tr>
                <th scope="col">{byChain ? '产业链' : '地方'}</th>
                <th scope="col">今年以来（{unit.unit}）</th>
                <th scope="col">占比</th>
                <th scope="col">累计同比</th>
                <th scope="col">说明</th>
              </tr>
            </thead>
            <tbody>
              {parts.map(({ heading, hidden, actual, share, toDate }) => (
                <tr key={heading.id}>
                  <th scope="row">
                    {heading.id === '' || heading.id === '-' || hidden !== null ? (
                      heading.name
                    ) : (
                      <Link to="/cells" search={below(asked, heading.id)}>
                        {heading.name}
                      </Link>
                    )}
                  </th>
                  <td title={actual === null ? undefined : figureText(actual.value, indicator)}>
                    {actual?.value == null ? '—' : inTable(BigInt(actual.value), unit)}
                  </td>
                  <td>{rateText(share)}</td>
                  <td>{rateText(toDate)}</td>
                  <td>
                    {hidden === null ? (actual === null ? '没有报数' : lacks(actual).join('')) : hiddenText(hidden)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  );
}

/** One level further down, by what the parts stand for. */
const below = ({ by, ...asked }: AskedCell, id: string): AskedCell =>
  by === 'chain' ? { ...asked, chain: id } : { ...asked, place: id };
