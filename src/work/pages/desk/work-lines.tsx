import type { WorkRowJson } from '../../contract.ts';
import type { Box } from '../index.ts';
import { Due, WorkName } from '../list/work-columns.tsx';
import { StateTag } from '../wording/state-tag.tsx';

/** Work that a record asks for was begun, not given. */
const begun = ({ kind }: WorkRowJson): string => (kind === 'assignment' ? '交办' : '发起');

/** Items one below the other, each with what matters in its box. */
export function WorkLines({ rows, box }: { readonly rows: readonly WorkRowJson[]; readonly box: Box }) {
  return (
    <ul className="desk-lines">
      {rows.map((item) => (
        <li key={item.id}>
          <WorkName item={item} />
          <small>
            {box === 'todo' || box === 'copied' ? `${item.createdBy.name} ${begun(item)}` : item.assignee.name}
          </small>
          <span className="desk-due">
            {item.dueOn !== null && (
              <>
                期限 <Due item={item} />
              </>
            )}
          </span>
          <StateTag {...item} />
        </li>
      ))}
    </ul>
  );
}
