import { Link } from '@tanstack/react-router';
import type { Column } from '../../../../platform/web/list/model.ts';
import { periodWords } from '../../../task/domain/index.ts';
import { type BulletinField, type BulletinRowJson, bulletinFields } from '../../contract.ts';
import { bulletinKindNames } from '../../domain/index.ts';
import { PaperTag, StateTag } from '../parts/state-tag.tsx';
import { dayOfMoment } from '../parts/words.ts';

const column = (key: BulletinField, rest: Omit<Column<BulletinRowJson>, 'key' | 'title'>): Column<BulletinRowJson> => ({
  ...{ key, title: bulletinFields[key].title },
  ...rest,
});

/** Everything that the list of papers can show. */
export const bulletinColumns: readonly Column<BulletinRowJson>[] = [
  column('title', {
    width: 'minmax(240px, 2.2fr)',
    narrow: 'main',
    render: ({ id, title, corrects, waiting }) => (
      <span className="bulletins-title">
        <Link to="/bulletins/$bulletinId" params={{ bulletinId: id }}>
          {title}
        </Link>
        {corrects && <PaperTag>更正</PaperTag>}
        {waiting > 0 && <PaperTag tone="waits">等 {waiting} 个单位回复</PaperTag>}
      </span>
    ),
  }),
  column('kind', { width: '96px', render: ({ kind }) => bulletinKindNames[kind] }),
  column('state', { width: '92px', narrow: 'figure', render: ({ state }) => <StateTag state={state} /> }),
  column('number', { width: '172px', render: ({ number }) => number ?? '—' }),
  column('period', { width: '108px', narrow: 'off', render: ({ period }) => periodWords(period) }),
  column('region', { width: '92px', narrow: 'off', render: ({ regionName }) => regionName }),
  column('issuer', { width: '170px', hidden: true, render: ({ issuer }) => issuer }),
  column('subject', { width: '150px', hidden: true, render: ({ subject }) => subject ?? '—' }),
  column('chain', { width: '140px', hidden: true, render: ({ chainName }) => chainName ?? '—' }),
  column('signedOn', { width: '108px', narrow: 'off', render: ({ signedOn }) => signedOn ?? '—' }),
  column('changedAt', {
    width: '150px',
    narrow: 'off',
    render: ({ changedAt, changedBy }) => (
      <span className="bulletins-changed">
        {dayOfMoment(changedAt)}
        <small>{changedBy}</small>
      </span>
    ),
  }),
];
