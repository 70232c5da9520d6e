import { figureText } from '../../../../../platform/web/grid/figure-text.ts';
import type { ShareSum } from './shares.ts';

/** What the shares come to beside what is owed, as they are typed. */
export const ShareSums = ({ sums }: { readonly sums: readonly ShareSum[] }) =>
  sums.length === 0 ? null : (
    <table className="share-sums" aria-live="polite">
      <thead>
        <tr>
          <th scope="col">成果</th>
          <th scope="col">本单位</th>
          <th scope="col">分下去</th>
          <th scope="col">差</th>
        </tr>
      </thead>
      <tbody>
        {sums.map(({ figure, shared, left, adds, short }) => (
          <tr key={figure.id} data-short={short || undefined}>
            <th scope="row">{figure.name}</th>
            <td>
              {figureText(figure.target, figure.decimals)} {figure.unit}
            </td>
            <td>{adds ? `${figureText(shared, figure.decimals)} ${figure.unit}` : '不相加'}</td>
            <td>{adds ? leftWords(left, figure.decimals, figure.unit) : '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );

const leftWords = (left: number, decimals: number, unit: string): string =>
  left === 0
    ? '正好'
    : left > 0
      ? `还差 ${figureText(left, decimals)} ${unit}`
      : `多 ${figureText(-left, decimals)} ${unit}`;
