import type { DiffJson } from '../../contract.ts';
import { fieldValue, fieldWord } from '../wording/fields.ts';

/** What is different in title, number and dates. */
export function HeadChanges({ fields }: { readonly fields: DiffJson['head'] }) {
  if (fields.length === 0) return null;
  return (
    <section className="diff-head" aria-label="标题、文号、日期的变化">
      <dl className="diff-fields">
        {fields.map(({ field, from, to }) => (
          <div key={field}>
            <dt>{fieldWord(field)}</dt>
            <dd>
              <del className="diff-old">{fieldValue(field, from)}</del>
              <span aria-hidden="true"> → </span>
              <ins className="diff-new">{fieldValue(field, to)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
