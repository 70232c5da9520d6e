import type { DiffJson } from '../../contract.ts';
import { fieldValue, fieldWord } from '../wording/fields.ts';
import { ChangedFields } from './changed-fields.tsx';

/** What is different in title, number and dates. */
export function HeadChanges({ fields }: { readonly fields: DiffJson['head'] }) {
  if (fields.length === 0) return null;
  const changed = fields.map(({ field, from, to }) => ({
    word: fieldWord(field),
    from: fieldValue(field, from),
    to: fieldValue(field, to),
  }));
  return (
    <section className="diff-head" aria-label="标题、文号、日期的变化">
      <ChangedFields fields={changed} />
    </section>
  );
}
