import { Link } from '@tanstack/react-router';
import type { Column } from '../../../../platform/web/list/model.ts';
import { type WorkRowJson, workFields } from '../../contract.ts';
import { isOpen, workKinds } from '../../domain/index.ts';
import { StateTag } from '../wording/state-tag.tsx';
import { momentOf } from '../wording/words.ts';

type Rest = Omit<Column<WorkRowJson>, 'key' | 'title'>;
const column = (key: keyof typeof workFields, rest: Rest): Column<WorkRowJson> => ({
  key,
  title: workFields[key].title,
  ...rest,
});

/** The title, which leads to the item; what is important says so. */
export function WorkName({ item }: { readonly item: WorkRowJson }) {
  return (
    <span className="work-name">
      <Link to="/work/$workId" params={{ workId: item.id }}>
        {item.importance === 'high' && <span className="work-high">重要</span>}
        {item.title}
      </Link>
      {item.link !== null && isOpen(item.state) && (
        <Link to={item.link as string} className="work-go" aria-label={`去办：${item.title}`}>
          去办
        </Link>
      )}
    </span>
  );
}

/** The day until which it is to be done. */
export const Due = ({ item: { dueOn, overdue } }: { readonly item: WorkRowJson }) => (
  <span className={overdue ? 'work-late' : ''}>{dueOn ?? '—'}</span>
);

/** Everything that the list of work can show. */
export const workColumns: readonly Column<WorkRowJson>[] = [
  column('title', { width: 'minmax(260px, 1.6fr)', narrow: 'main', render: (item) => <WorkName item={item} /> }),
  column('kind', { width: '72px', render: ({ kind }) => workKinds[kind] }),
  column('state', { width: '148px', narrow: 'figure', render: (item) => <StateTag {...item} /> }),
  column('dueOn', { width: '112px', render: (item) => <Due item={item} /> }),
  column('assignee', {
    width: 'minmax(150px, 0.9fr)',
    render: ({ assignee, claimedBy }) => (claimedBy === null ? assignee.name : `${assignee.name}（${claimedBy.name}）`),
  }),
  column('createdBy', { width: '120px', render: ({ createdBy }) => createdBy.name }),
  column('createdAt', { width: '150px', render: ({ createdAt }) => momentOf(createdAt) }),
  column('closedAt', {
    width: '150px',
    hidden: true,
    render: ({ closedAt }) => (closedAt === null ? '—' : momentOf(closedAt)),
  }),
  column('importance', {
    width: '72px',
    hidden: true,
    render: ({ importance }) => (importance === 'high' ? '重要' : '一般'),
  }),
];
