import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Column } from '../../../../../platform/web/list/model.ts';
import { extensionNames, type SheetRowJson } from '../../../contract.ts';
import { sheetStateNames } from '../../../domain/sheet/model.ts';
import { momentWords } from '../../cell/moment.ts';
import { ByAndWhen, Punctuality } from '../punctuality.tsx';

/** A unit's report on the board: how it stands, until when, and when somebody last asked for it. */
export const unitColumns = (onAnswer: (row: SheetRowJson) => void): readonly Column<SheetRowJson>[] => [
  {
    ...{ key: 'unit', title: '填报单位', width: 'minmax(190px, 1.4fr)', narrow: 'main' },
    render: ({ id, unitName }) => (
      <Link to="/sheets/$sheetId" params={{ sheetId: id }}>
        {unitName}
      </Link>
    ),
  },
  { key: 'region', title: '地区', width: '120px', render: ({ regionName }) => regionName ?? '—' },
  {
    ...{ key: 'state', title: '状态', width: '104px', narrow: 'figure' },
    render: ({ state }) => <span className={`sheet-state sheet-state-${state}`}>{sheetStateNames[state]}</span>,
  },
  {
    ...{ key: 'punctuality', title: '时限', width: '96px' },
    render: (row) => <Punctuality row={row} />,
  },
  { ...{ key: 'share', title: '已填', width: '76px', align: 'end' }, render: ({ share }) => `${share}%` },
  {
    ...{ key: 'dueOn', title: '截止日', width: '116px' },
    render: ({ dueOn, extendedTo }) => extendedTo ?? dueOn,
  },
  {
    ...{ key: 'extension', title: '延期', width: '132px' },
    render: (row) =>
      row.asked !== null && row.may.answerExtension ? (
        <span className="board-asked">
          要到 {row.asked.to}
          <Button size="small" aria-label={`答复${row.unitName}的延期申请`} onClick={() => onAnswer(row)}>
            答复
          </Button>
        </span>
      ) : row.extension === 'none' ? (
        '—'
      ) : (
        extensionNames[row.extension]
      ),
  },
  {
    ...{ key: 'submittedOn', title: '报送', width: 'minmax(176px, 1fr)' },
    render: ({ submittedAt, submittedBy }) =>
      submittedAt === null ? '—' : <ByAndWhen by={submittedBy} when={momentWords(submittedAt)} />,
  },
  {
    ...{ key: 'urgedAt', title: '最近催报', width: '176px' },
    render: ({ urgedAt, urgedBy, urgedTimes }) =>
      urgedAt === null ? '—' : <ByAndWhen by={`${urgedBy ?? ''}，${urgedTimes} 次`} when={momentWords(urgedAt)} />,
  },
  {
    ...{ key: 'lastActivity', title: '最近动态', width: '190px', hidden: true },
    render: ({ lastActivityAt, lastActivityBy }) =>
      lastActivityAt === null ? '—' : <ByAndWhen by={lastActivityBy} when={momentWords(lastActivityAt)} />,
  },
];
