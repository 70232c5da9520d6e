import type { ChangedField } from './what-changed.ts';

/** Old and new of each field; struck out and underlined, not by colour alone. */
export function ChangedFields({ fields }: { readonly fields: readonly ChangedField[] }) {
  return (
    <dl className="diff-fields">
      {fields.map(({ word, from, to }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>
            <del className="diff-old">{from}</del>
            <span aria-hidden="true"> → </span>
            <ins className="diff-new">{to}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
