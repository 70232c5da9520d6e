import { Link } from '@tanstack/react-router';
import type { Column } from '../../../../platform/web/list/model.ts';
import { entryFields } from '../../contract/fields.ts';
import type { EntryRowJson } from '../../contract.ts';
import { actionName } from '../../domain/actions.ts';
import { recordKindName } from '../../domain/note.ts';
import { momentOf } from '../moment.ts';
import { OutcomeTag } from '../outcome-tag.tsx';

type Rest = Omit<Column<EntryRowJson>, 'key' | 'title'>;
const column = (key: keyof typeof entryFields, rest: Rest): Column<EntryRowJson> => ({
  key,
  title: entryFields[key].title,
  ...rest,
});

/** Everything that the list of entries can show; some only when a person chooses it. */
export const logColumns: readonly Column<EntryRowJson>[] = [
  column('seq', { width: '84px', align: 'end', narrow: 'figure', render: ({ seq }) => seq }),
  column('at', { width: '172px', render: ({ at }) => <time dateTime={at}>{momentOf(at)}</time> }),
  column('action', {
    width: 'minmax(130px, 0.7fr)',
    narrow: 'main',
    render: ({ seq, action }) => (
      <Link className="log-action" to="/admin/audit/$seq" params={{ seq: String(seq) }}>
        {actionName(action)}
      </Link>
    ),
  }),
  column('record', {
    width: 'minmax(180px, 1.4fr)',
    render: ({ kind, record }) =>
      record !== null && (
        <span>
          <span className="log-kind">{kind === null ? '' : recordKindName(kind)}</span> {record}
        </span>
      ),
  }),
  column('actor', {
    width: '130px',
    render: ({ actor, onBehalf }) => (
      <span>
        {actor ?? '（未登录）'}
        {onBehalf !== null && <span className="log-kind"> 代{onBehalf}</span>}
      </span>
    ),
  }),
  column('post', { width: '130px', hidden: true, render: ({ post }) => post }),
  column('unit', {
    width: 'minmax(150px, 1fr)',
    render: ({ unit, post }) => unit !== null && [unit, post].filter(Boolean).join(' · '),
  }),
  column('outcome', { width: '76px', render: ({ outcome }) => <OutcomeTag outcome={outcome} /> }),
  column('reason', {
    width: 'minmax(140px, 1fr)',
    render: ({ reason, refused }) => (reason ?? refused) && <span className="log-reason">{reason ?? refused}</span>,
  }),
  column('address', { width: '130px', hidden: true, render: ({ address }) => address }),
  column('role', { width: '110px', hidden: true, render: ({ role }) => role }),
  column('kind', { width: '100px', hidden: true, render: ({ kind }) => kind !== null && recordKindName(kind) }),
  column('recordId', { width: '150px', hidden: true, render: ({ recordId }) => recordId }),
  column('onBehalf', { width: '110px', hidden: true, render: ({ onBehalf }) => onBehalf }),
];
