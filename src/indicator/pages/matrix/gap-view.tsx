import { Link } from '@tanstack/react-router';
import type { GapJson, MatrixJson, PlaceJson } from '../../contract/reading-api.ts';
import { figureText, gapSaid, rateText } from '../reading/words.ts';

interface Props {
  readonly matrix: MatrixJson;
  readonly place: PlaceJson;
}

/** Which cells explain what is missing; those that are ahead stand beside them and make up for nothing. */
export function GapView({ matrix, place }: Props) {
  const { gap, indicator } = matrix;
  if (gap === null) return <p className="matrix-note">这个指标不能把各格相加，所以不说差距由哪几格造成。</p>;
  const nameOf = (row: string, column: string): string =>
    `${nameIn(matrix.rows, row)} · ${nameIn(matrix.columns, column)}`;
  // The cells themselves stand in the lists below, each the way to what is behind it.
  const said = gapSaid({ ...gap, behind: [], offsetting: [] }, indicator, { nameOf, withheld: matrix.withheld });
  return (
    <section className="matrix-gap" aria-labelledby="matrix-gap">
      <h2 id="matrix-gap">差距从哪里来</h2>
      <p>{said.join('')}</p>
      {gap.behind.length > 0 && (
        <>
          <h3>
            落后最多的 {gap.behind.length} 格{gap.explained !== null && `，占落后总数的 ${rateText(gap.explained)}`}
          </h3>
          <Parts parts={gap.behind} matrix={matrix} place={place} word="差" />
          {gap.others.cells > 0 && (
            <p className="matrix-note">
              另有 {gap.others.cells} 格，合计差 {figureText(gap.others.amount, indicator)}。
            </p>
          )}
        </>
      )}
      {gap.offsetting.length > 0 && (
        <>
          <h3>超前最多的 {gap.offsetting.length} 格</h3>
          <Parts parts={gap.offsetting} matrix={matrix} place={place} word="超" />
        </>
      )}
    </section>
  );
}

const nameIn = (headings: MatrixJson['rows'], id: string): string =>
  headings.find((heading) => heading.id === id)?.name ?? id;

interface PartsProps extends Props {
  readonly parts: GapJson['behind'];
  readonly word: string;
}

function Parts({ parts, matrix, place, word }: PartsProps) {
  const { indicator, asOf, rows, columns } = matrix;
  return (
    <ol className={word === '超' ? 'matrix-parts matrix-ahead' : 'matrix-parts'}>
      {parts.map(({ row, column, amount, share }) => (
        <li key={`${row} ${column}`}>
          <Link
            to="/cells"
            search={{
              ...{ indicator: indicator.id, period: asOf },
              ...(place.axis === 'unit' && { axis: 'unit' as const }),
              place: column === '' || column === '-' ? place.id : column,
              ...(row !== '' && row !== '-' && { chain: row }),
            }}
          >
            {nameIn(rows, row)} · {nameIn(columns, column)}
          </Link>
          <span className="matrix-part-amount">
            {word} {figureText(amount, indicator)}
          </span>
          <span className="matrix-part-share">
            <i style={{ inlineSize: `${Math.min(100, Math.abs(share) / 10_000)}%` }} aria-hidden="true" />
            {rateText(share)}
          </span>
        </li>
      ))}
    </ol>
  );
}
