import { Link } from '@tanstack/react-router';
import type { Column } from '../../../../platform/web/list/model.ts';
import { type MessageJson, messageFields } from '../../contract.ts';
import { momentOf } from '../moment.ts';
import { importanceNames, kindNames } from '../words.ts';

type Rest = Omit<Column<MessageJson>, 'key' | 'title'>;
const column = (key: keyof typeof messageFields, rest: Rest): Column<MessageJson> => ({
  key,
  title: messageFields[key].title,
  ...rest,
});

/** Everything that the list of messages can show. */
export const messageColumns: readonly Column<MessageJson>[] = [
  column('title', {
    width: 'minmax(280px, 1fr)',
    narrow: 'main',
    render: ({ id, title, importance, readAt }) => (
      <Link to="/messages" search={(before: object) => ({ ...before, at: id })}>
        {readAt === null && <span className="notice-new">未读</span>}
        {importance === 'high' && <span className="notice-high">重要</span>}
        {title}
      </Link>
    ),
  }),
  column('kind', { width: '110px', narrow: 'figure', render: ({ kind }) => kindNames[kind] }),
  column('at', { width: '160px', render: ({ at }) => <time dateTime={at}>{momentOf(at)}</time> }),
  column('importance', { width: '80px', hidden: true, render: ({ importance }) => importanceNames[importance] }),
];
