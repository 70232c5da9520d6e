import { fieldValue, fieldWord } from '../../wording/fields.ts';
import { momentOf } from '../../wording/figures.ts';
import { historyWord } from '../../wording/history.ts';
import type { EditConflict } from '../draft/edit-conflict.ts';

interface Props {
  readonly conflict: EditConflict;
  readonly itemId: string;
}

/** Somebody else changed the same item meanwhile: what they did. What the person typed stays in the form. */
export function ConflictNote({ conflict, itemId }: Props) {
  const entries = conflict.changes.filter((entry) => entry.items.some((item) => item.itemId === itemId));
  return (
    <div className="conflict" role="alert">
      <p>
        <strong>您填写的时候，别人改过这一条，所以还没有保存。您填的内容都在下面。</strong>
      </p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.revision}>
            {momentOf(entry.at)} {entry.by.name}：{historyWord(entry.action)}
            {entry.items
              .filter((item) => item.itemId === itemId)
              .flatMap((item) => item.fields)
              .map(({ field, from, to }) => (
                <span key={field} className="conflict-field">
                  {fieldWord(field)}由“{fieldValue(field, from)}”改为“{fieldValue(field, to)}”
                </span>
              ))}
          </li>
        ))}
      </ul>
      <p>再按一次保存，只改您动过的字段；要用对方的，就按取消。</p>
    </div>
  );
}
