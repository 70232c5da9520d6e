import { Link } from '@tanstack/react-router';
import { Light } from '../../../../platform/web/chart/light.tsx';
import type { Column } from '../../../../platform/web/list/model.ts';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { dayAt } from '../../../kernel/index.ts';
import { type ProjectField, type ProjectRowJson, projectFields } from '../../contract.ts';
import { alarmNames, libraryNames, natureNames, stageNames } from '../../domain/index.ts';
import { lightWords } from '../parts/words.ts';

const column = (key: ProjectField, rest: Omit<Column<ProjectRowJson>, 'key' | 'title'>): Column<ProjectRowJson> => ({
  ...{ key, title: projectFields[key].title.replace('（万元）', '') },
  ...rest,
});

const money = (key: ProjectField, of: (row: ProjectRowJson) => number | null, rest: object = {}) =>
  column(key, {
    ...{ width: '116px', align: 'end' as const },
    render: (row) => {
      const fen = of(row);
      return fen === null ? '—' : <Amount fen={fen} />;
    },
    ...rest,
  });

/** Everything that the list of projects can show. */
export const projectColumns: readonly Column<ProjectRowJson>[] = [
  column('name', {
    ...{ width: 'minmax(240px, 2fr)', narrow: 'main' },
    render: (row) => (
      <span className="named">
        <Link to="/projects/$projectId" params={{ projectId: row.id }}>
          {row.name}
        </Link>
        <small>{row.enterprise}</small>
      </span>
    ),
  }),
  column('light', {
    ...{ width: '88px', narrow: 'figure' },
    render: ({ light }) => <Light colour={light} word={lightWords[light]} />,
  }),
  column('stage', {
    width: '88px',
    render: ({ stage, library, undecided }) => (
      <span>
        {stage === 'before' ? libraryNames[library].replace('库', '') : stageNames[stage]}
        {undecided && <small className="project-undecided">待核定</small>}
      </span>
    ),
  }),
  column('region', { width: '96px', render: ({ region }) => region.name }),
  column('chain', { width: '112px', narrow: 'off', render: ({ chain }) => chain?.name ?? '—' }),
  money('total', ({ totalFen }) => totalFen),
  money('yearPlan', ({ yearPlanFen }) => yearPlanFen, { narrow: 'off' }),
  money('yearDone', ({ yearDoneFen }) => yearDoneFen),
  column('alarm', {
    width: 'minmax(180px, 1.4fr)',
    render: ({ alarms, alarmReason }) =>
      alarms.length === 0 ? (
        ''
      ) : (
        <span title={alarmReason ?? ''}>{alarms.map((rule) => alarmNames[rule]).join('、')}</span>
      ),
  }),
  column('lastMonth', { width: '104px', narrow: 'off', render: ({ lastMonth }) => lastMonth ?? '—' }),
  column('unit', { ...{ width: '150px', narrow: 'off', hidden: true }, render: ({ unit }) => unit.name }),
  column('library', { ...{ width: '96px', hidden: true }, render: ({ library }) => libraryNames[library] }),
  column('nature', { ...{ width: '96px', hidden: true }, render: ({ nature }) => natureNames[nature] }),
  column('creditCode', { ...{ width: '190px', hidden: true }, render: ({ creditCode }) => creditCode ?? '—' }),
  column('code', { ...{ width: '210px', hidden: true }, render: ({ code }) => code ?? '—' }),
  money('done', ({ doneFen }) => doneFen, { hidden: true }),
  column('follower', { ...{ width: '160px', hidden: true }, render: ({ followers }) => followers.join('、') }),
  column('undecided', { ...{ width: '88px', hidden: true }, render: ({ undecided }) => (undecided ? '有' : '—') }),
  column('positionOn', { ...{ width: '112px', hidden: true }, render: ({ positionOn }) => positionOn }),
  column('startedOn', { ...{ width: '112px', hidden: true }, render: ({ startedOn }) => startedOn ?? '—' }),
  column('completedOn', { ...{ width: '112px', hidden: true }, render: ({ completedOn }) => completedOn ?? '—' }),
  column('producingOn', { ...{ width: '112px', hidden: true }, render: ({ producingOn }) => producingOn ?? '—' }),
  column('site', { ...{ width: '200px', hidden: true }, render: ({ site }) => site }),
  column('scope', { ...{ width: '320px', hidden: true }, render: ({ scope }) => scope }),
  column('changedAt', { ...{ width: '112px', hidden: true }, render: ({ changedAt }) => dayAt(changedAt) }),
];
