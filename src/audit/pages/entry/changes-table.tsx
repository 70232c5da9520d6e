import { fieldWord } from '../../../../platform/messages/fields.ts';
import { ScrollRegion } from '../../../../platform/web/layout/scroll-region.tsx';
import type { EntryDetailJson } from '../../contract.ts';
import { valueText } from '../../domain/value-text.ts';

/** The fields that changed, before and after. */
export function ChangesTable({ changes }: Pick<EntryDetailJson, 'changes'>) {
  if (changes.length === 0) return <p className="audit-none">没有改动字段。</p>;
  return (
    <section>
      <h2>改动</h2>
      <ScrollRegion className="audit-changes" aria-label="改动前后">
        <table>
          <thead>
            <tr>
              <th scope="col">字段</th>
              <th scope="col">改动前</th>
              <th scope="col">改动后</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row" title={field}>
                  {fieldWord(field)}
                </th>
                <td className="audit-before">{valueText(before)}</td>
                <td>{valueText(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
