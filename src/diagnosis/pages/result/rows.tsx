import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';

interface Props {
  /** Named where several tables stand on a page. */
  readonly label: string;
  /** Those with a unit in brackets stand at the end of their column. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Lines of words and figures under their heads. */
export function Rows({ label, heads, rows }: Props) {
  const isFigure = (at: number): string | undefined => (heads[at]?.endsWith('）') ? 'page-end' : undefined);
  return (
    <ScrollRegion className="diagnosis-scroll" aria-label={label}>
      <table className="page-table">
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={head} scope="col" className={isFigure(at)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.slice(0, 3).join(' ')}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={heads[at]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={heads[at]} className={isFigure(at)} data-label={heads[at]}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
