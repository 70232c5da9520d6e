import { Link } from '@tanstack/react-router';
import type { Column } from '../../../../platform/web/list/model.ts';
import {
  type PipelineBox,
  type PipelineField,
  type PipelineRowJson,
  pipelineFields,
  pipelineVerdictNames,
  standingNames,
} from '../../contract.ts';
import { daysWords, percentText } from './words.ts';

const column = (key: PipelineField, rest: Omit<Column<PipelineRowJson>, 'key' | 'title'>): Column<PipelineRowJson> => ({
  ...{ key, title: pipelineFields[key].title.replace(/（.*）/u, '') },
  ...rest,
});

/** What a list of one title can show; what is first seen of it goes with what it lists. */
export function pipelineColumns(box: PipelineBox): readonly Column<PipelineRowJson>[] {
  const ends = box === 'held' || box === 'expiring' || box === 'expired';
  const dated = ends || box === 'new';
  return [
    column('name', {
      ...{ width: 'minmax(200px, 1fr)', narrow: 'main' },
      render: (row) => (
        <span className="named">
          <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: row.id }} hash="titles">
            {row.name}
          </Link>
          <small>{row.code ?? '没有代码'}</small>
        </span>
      ),
    }),
    column('reach', {
      ...{ width: '84px', align: 'end' as const, ...(!ends && { narrow: 'figure' as const }) },
      render: ({ reach }) => (reach === null ? '—' : percentText(reach)),
    }),
    column('verdict', {
      width: '112px',
      render: ({ verdict }) => (verdict === null ? '不能判断' : pipelineVerdictNames[verdict]),
    }),
    column('short', {
      ...{ width: 'minmax(280px, 2.4fr)', hidden: dated },
      render: ({ short }) => (short.length === 0 ? '不差什么' : <Short of={short} />),
    }),
    column('by', { ...{ width: '148px', hidden: dated }, render: ({ by }) => by ?? '—' }),
    column('points', {
      ...{ width: '96px', align: 'end' as const, hidden: dated },
      render: ({ points }) =>
        points === null
          ? '—'
          : `${points.least === points.most ? points.least : `${points.least}–${points.most}`} / ${points.asked} 分`,
    }),
    column('givenOn', { ...{ width: '104px', hidden: !dated }, render: ({ givenOn }) => givenOn ?? '—' }),
    column('endsOn', { ...{ width: '104px', hidden: !dated }, render: ({ endsOn }) => endsOn ?? '长期' }),
    column('days', {
      ...{ width: '112px', align: 'end' as const, hidden: !ends, ...(ends && { narrow: 'figure' as const }) },
      render: ({ days }) => (days === null ? '—' : daysWords(days)),
    }),
    column('region', { width: '96px', render: ({ region }) => region.name }),
    column('chain', { width: '120px', render: ({ chain }) => chain?.name ?? '—' }),
    column('standing', { ...{ width: '84px', hidden: true }, render: ({ standing }) => standingNames[standing] }),
    column('since', { ...{ width: '116px', hidden: true }, render: ({ since }) => since }),
  ];
}

const mostShown = 3;

/** The first things that are short; how many more there are is said, and the file of the enterprise has them all. */
function Short({ of }: { readonly of: readonly string[] }) {
  const rest = of.slice(mostShown);
  return (
    <ul className="ladder-short">
      {of.slice(0, mostShown).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {rest.length > 0 && <li title={rest.join('；')}>另 {rest.length} 项，见企业档案</li>}
    </ul>
  );
}
