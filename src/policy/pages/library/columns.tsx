import { Link } from '@tanstack/react-router';
import type { Column } from '../../../../platform/web/list/model.ts';
import {
  type ClauseField,
  type ClauseRowJson,
  clauseFields,
  type DocumentField,
  type DocumentRowJson,
  documentFields,
} from '../../contract.ts';
import { Most } from '../wording/most.tsx';
import { StateTag, WindowTag } from '../wording/tags.tsx';
import { placeWords } from '../wording/words.ts';

type Rest<Row> = Omit<Column<Row>, 'key' | 'title'> & { readonly title?: string };
/** Where a day was asked about, links keep it. */
type Asked = { readonly on?: string };

const count = (value: number) => <span className={value === 0 ? 'nought' : ''}>{value}</span>;

export function clauseColumns(asked: Asked, seesCountersigns: boolean): readonly Column<ClauseRowJson>[] {
  const column = (key: ClauseField, rest: Rest<ClauseRowJson>): Column<ClauseRowJson> => ({
    ...{ key, title: clauseFields[key].title },
    ...rest,
  });
  const all = [
    column('title', {
      width: 'minmax(210px, 1.2fr)',
      narrow: 'main',
      render: ({ policyId, clauseId, title, policy }) => (
        <div className="policy-name">
          <Link to="/policies/$policyId/$clauseId" params={{ policyId, clauseId }} search={asked}>
            {title}
          </Link>
          <small>{policy}</small>
        </div>
      ),
    }),
    column('policy', {
      width: 'minmax(180px, 1fr)',
      hidden: true,
      render: ({ policyId, policy }) => (
        <Link to="/policies/$policyId" params={{ policyId }} search={asked}>
          {policy}
        </Link>
      ),
    }),
    column('level', { width: '60px', render: ({ level }) => level }),
    column('for', { width: 'minmax(160px, 1fr)', render: (row) => row.for }),
    column('chains', { width: '112px', render: ({ chains }) => chains ?? <span className="pale">不限</span> }),
    column('places', {
      width: '88px',
      hidden: true,
      render: ({ places }) => places ?? <span className="pale">不限</span>,
    }),
    // On the screen each sum brings its own unit.
    column('most', {
      title: '最多',
      width: '112px',
      align: 'end',
      narrow: 'figure',
      render: ({ most }) => <Most yuan={most} />,
    }),
    column('payers', { width: '120px', render: ({ payers }) => payers }),
    column('state', { width: '96px', render: ({ state }) => <StateTag state={state} /> }),
    column('window', {
      width: '132px',
      render: ({ window, windowTo }) => <WindowTag window={window} until={windowTo} />,
    }),
    column('windowTo', { width: '112px', hidden: true, render: ({ windowTo }) => windowTo ?? '—' }),
    column('group', { width: '150px', hidden: true, render: ({ group }) => group ?? '—' }),
    column('issuer', { width: '180px', hidden: true, render: ({ issuer }) => issuer }),
    column('docNumber', { width: '180px', hidden: true, render: ({ docNumber }) => docNumber ?? '—' }),
    column('place', { width: '120px', hidden: true, render: ({ place }) => placeWords(place) }),
    column('open', {
      width: '76px',
      align: 'end',
      render: ({ open }) => (open === 0 ? count(0) : <span className="policy-open">{open}</span>),
    }),
    column('countersigned', { width: '64px', align: 'end', render: ({ countersigned }) => count(countersigned ?? 0) }),
    column('sentence', { width: 'minmax(320px, 2fr)', hidden: true, render: ({ sentence }) => sentence }),
  ];
  return seesCountersigns ? all : all.filter(({ key }) => key !== 'countersigned');
}

export function documentColumns(asked: Asked): readonly Column<DocumentRowJson>[] {
  const column = (key: DocumentField, rest: Rest<DocumentRowJson>): Column<DocumentRowJson> => ({
    ...{ key, title: documentFields[key].title },
    ...rest,
  });
  return [
    column('title', {
      width: 'minmax(240px, 1.4fr)',
      narrow: 'main',
      render: ({ id, title, docNumber, issuer }) => (
        <div className="policy-name">
          <Link to="/policies/$policyId" params={{ policyId: id }} search={asked}>
            {title}
          </Link>
          <small>{[docNumber, issuer].filter(Boolean).join(' · ')}</small>
        </div>
      ),
    }),
    column('level', { width: '60px', render: ({ level }) => level }),
    column('state', { width: '104px', narrow: 'figure', render: ({ state }) => <StateTag state={state} /> }),
    column('docNumber', { width: '190px', hidden: true, render: ({ docNumber }) => docNumber ?? '—' }),
    column('issuer', { width: '190px', hidden: true, render: ({ issuer }) => issuer }),
    column('validFrom', { width: '116px', render: ({ valid }) => valid.from ?? '—' }),
    column('validTo', { width: '116px', render: ({ valid }) => valid.to ?? '—' }),
    column('clauses', { width: '72px', align: 'end', render: ({ clauses }) => count(clauses) }),
    column('windows', { width: '96px', align: 'end', render: ({ windows }) => count(windows) }),
    column('most', { title: '单条最多', width: '132px', align: 'end', render: ({ most }) => <Most yuan={most} /> }),
    column('open', { width: '84px', align: 'end', render: ({ open }) => count(open) }),
    column('hash', { width: '260px', hidden: true, render: ({ hash }) => <span className="policy-hash">{hash}</span> }),
  ];
}
