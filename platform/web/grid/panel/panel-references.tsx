import { changeText, figureText } from '../figure-text.ts';
import type { GivenCell, GridColumn, GridReference } from '../model.ts';

interface Props {
  readonly references: readonly GridReference[];
  readonly given: GivenCell;
  readonly column: GridColumn;
  /** What stands in the cell, also while it is typed. */
  readonly value: number | null;
}

/** The values beside the cell, each with the change of the cell since. */
export function References({ references, given, column, value }: Props) {
  if (references.length === 0) return null;
  return (
    <table className="jw-entry-references">
      <thead>
        <tr>
          <th scope="col">对比</th>
          <th scope="col">{column.unit === '' ? '数' : column.unit}</th>
          <th scope="col">本格比它</th>
        </tr>
      </thead>
      <tbody>
        {references.map(({ key, title }) => {
          const base = given.references?.[key] ?? null;
          return (
            <tr key={key}>
              <th scope="row">{title}</th>
              <td>{base === null ? '没有' : figureText(base, column.decimals)}</td>
              <td>{changeText(value, base)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
