import { dutyStateNames } from '../../../task/domain/index.ts';
import type { Block, TableColumn } from '../document/index.ts';
import { taken, type Writer } from '../writing/index.ts';
import {
  type DutyAt,
  dueCell,
  dutiesOf,
  lateCell,
  lightPiece,
  reasonCell,
  roleCell,
  titleCell,
  unitCell,
  wordsCell,
} from './duties.ts';

const columns: readonly TableColumn[] = [
  { title: '序号', kind: 'centred', width: 2 },
  { title: '任务', kind: 'text', width: 8 },
  { title: '责任单位', kind: 'text', width: 5 },
  { title: '分工', kind: 'centred', width: 2 },
  { title: '状态', kind: 'centred', width: 3 },
  { title: '灯', kind: 'centred', width: 2 },
  { title: '时限', kind: 'centred', width: 4 },
  { title: '超期（天）', kind: 'number', width: 2 },
  { title: '亮灯原因', kind: 'text', width: 7 },
  { title: '本期进展', kind: 'text', width: 8 },
  { title: '存在的问题', kind: 'text', width: 5 },
  { title: '请求协调', kind: 'text', width: 5 },
];

/** Every duty of the dispatch, task by task, on pages laid across. */
export const ledger = (writer: Writer): Block[] => [table(writer, 'ledger.table', '任务台账', dutiesOf(writer))];

/** Some duties as a ledger. */
export function table(writer: Writer, id: string, caption: string, all: readonly DutyAt[]): Block {
  return {
    ...{ id, kind: 'table', caption, landscape: true, columns },
    rows: all.map((each, at) => [
      [taken(String(at + 1))],
      ...[titleCell(each), unitCell(each), roleCell(each)],
      [dutyStateNames[each.duty.state]],
      [lightPiece(each.duty.light)],
      ...[dueCell(each), lateCell(writer, each), reasonCell(each)],
      ...[wordsCell(each.duty.report?.words), wordsCell(each.duty.report?.problem), wordsCell(each.duty.report?.help)],
    ]),
  };
}
