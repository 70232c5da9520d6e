import type { Block, Piece } from '../document/index.ts';
import type { Pointer, Where } from '../figure/index.ts';
import { cell, joined, say, sentences, taken, type Writer } from '../writing/index.ts';
import {
  byDaysLate,
  type DutyAt,
  dueCell,
  dutiesOf,
  lateCell,
  lateWords,
  owed,
  reasonCell,
  roleCell,
  titleCell,
  unitCell,
} from './duties.ts';

const duties = 'current/snapshot/tasks/*/duties/*';
const unreported = 'current/snapshot/unreported/*';
const namedUnits = 5;

/** What is overdue, behind and not reported; nothing at all when there is nothing of it. */
export function problems(writer: Writer): Block[] {
  const blocks = [...late(writer), ...behind(writer), ...silent(writer)];
  return blocks.length === 0 ? [] : [{ id: 'problems', kind: 'heading', level: 1, text: '存在的问题' }, ...blocks];
}

function late(writer: Writer): Block[] {
  const all = dutiesOf(writer, ({ outcome }) => outcome.kind === 'overdue').sort(byDaysLate);
  const [worst] = all;
  if (worst === undefined) return [];
  const where = { 'outcome/kind': 'overdue' };
  const count = writer.count({ id: 'late', name: '超期未办的责任', unit: '项' }, duties, where);
  const units = countUnits(writer, 'late.units', '有超期责任的单位', duties, where);
  const text = sentences(
    say`超期未办的责任${count}项，涉及${units}个单位${byUnit(writer, 'late', '超期未办', all, duties, (unit) => ({ ...where, 'unit/name': unit }))}。`,
    all.length > 1 ? say`超期最久的是${lateWords(writer, worst)}。` : say`即${lateWords(writer, worst)}。`,
  );
  return [
    { id: 'late', kind: 'heading', level: 2, text: '超期未办' },
    ...(text === null ? [] : [{ id: 'late.text', kind: 'paragraph' as const, text }]),
    {
      ...{ id: 'late.table', kind: 'table', caption: '超期未办的责任' },
      columns: [
        { title: '任务', kind: 'text', width: 8 },
        { title: '责任单位', kind: 'text', width: 5 },
        { title: '分工', kind: 'centred', width: 2 },
        { title: '时限', kind: 'centred', width: 4 },
        { title: '超期（天）', kind: 'number', width: 2 },
      ],
      rows: all.map((each) => [
        ...[titleCell(each), unitCell(each), roleCell(each), dueCell(each)],
        lateCell(writer, each),
      ]),
    },
  ];
}

/** Milestones passed and sums behind their pace. */
function behind(writer: Writer): Block[] {
  const codes = ['milestone-late', 'behind-pace'] as const;
  const all = dutiesOf(writer, ({ reason }) => (codes as readonly string[]).includes(reason.code));
  if (all.length === 0) return [];
  const count = writer.count({ id: 'behind', name: '进度落后的责任', unit: '项' }, duties, { 'reason/code': codes });
  const text = say`没有到期但进度落后的责任${count}项，亮${taken('黄灯', 'yellow')}。`;
  return [
    { id: 'behind', kind: 'heading', level: 2, text: '进度落后' },
    ...(text === null ? [] : [{ id: 'behind.text', kind: 'paragraph' as const, text }]),
    {
      ...{ id: 'behind.table', kind: 'table', caption: '进度落后的责任' },
      columns: [
        { title: '任务', kind: 'text', width: 7 },
        { title: '责任单位', kind: 'text', width: 4 },
        { title: '时限', kind: 'centred', width: 4 },
        { title: '原因', kind: 'text', width: 8 },
      ],
      rows: all.map((each) => [titleCell(each), unitCell(each), dueCell(each), reasonCell(each)]),
    },
  ];
}

function silent(writer: Writer): Block[] {
  const missing = new Set(writer.facts.current.snapshot.unreported.map(({ taskId, dutyId }) => `${taskId}.${dutyId}`));
  if (missing.size === 0) return [];
  const all = dutiesOf(writer).filter(({ key }) => missing.has(key));
  const count = writer.count({ id: 'silent', name: '应报未报进展的责任', unit: '项' }, unreported, {});
  const units = writer.figure(
    { id: 'silent.units', name: '有应报未报责任的单位', unit: '个' },
    { how: 'distinct', of: unreported, where: {}, by: 'unitId' },
  );
  const said = byUnit(writer, 'silent', '应报未报', all, unreported, (_name, unitId) => ({ unitId: unitId ?? '' }));
  const text = say`本期应报进展而没有报的责任${count}项，涉及${units}个单位${said}。`;
  return text === null
    ? []
    : [
        { id: 'silent', kind: 'heading', level: 2, text: '没有按期报告' },
        { id: 'silent.text', kind: 'paragraph', text },
      ];
}

const countUnits = (writer: Writer, id: string, name: string, of: Pointer, where: Where) =>
  writer.figure({ id, name, unit: '个' }, { how: 'distinct', of, where, by: 'unit/name' });

/** “：甲局2项、乙局1项等”, those with the most first; nothing for one unit with all. */
function byUnit(
  writer: Writer,
  id: string,
  what: string,
  all: readonly DutyAt[],
  of: Pointer,
  where: (unit: string, unitId: string | null) => Where,
): readonly Piece[] {
  const groups = [...Map.groupBy(all, ({ duty }) => duty.unit.name)];
  if (groups.length === 0) return [];
  if (groups.length === 1) return ['：', taken(groups[0]?.[0] ?? '')];
  const sorted = groups.sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const parts = sorted.slice(0, namedUnits).map(([unit, some]) => {
    const unitId = some[0]?.duty.unit.id ?? null;
    const named = { id: `${id}.unit.${unitId ?? unit}`, name: `${unit}${what}的责任`, unit: '项' };
    return say`${taken(unit)}${writer.count(named, of, where(unit, unitId))}项` ?? [];
  });
  return ['：', ...joined(parts), ...(sorted.length > namedUnits ? ['等'] : [])];
}

/** What units report as difficult and ask help for, in their own words. */
export function help(writer: Writer): Block[] {
  const all = dutiesOf(writer, ({ report }) => report !== null && (report.help ?? '').trim() !== '');
  if (all.length === 0) return [];
  const count = writer.count({ id: 'help', name: '请求协调的事项', unit: '项' }, duties, {
    ...owed,
    'report/help': null,
  });
  const text = say`各单位报来需要协调的事项${count}项。`;
  return [
    { id: 'help', kind: 'heading', level: 1, text: '需要协调的事项' },
    ...(text === null ? [] : [{ id: 'help.text', kind: 'paragraph' as const, text }]),
    {
      ...{ id: 'help.table', kind: 'table', caption: '需要协调的事项' },
      columns: [
        { title: '任务', kind: 'text', width: 6 },
        { title: '单位', kind: 'text', width: 4 },
        { title: '存在的问题', kind: 'text', width: 7 },
        { title: '请求协调', kind: 'text', width: 7 },
      ],
      rows: all.map((each) => [
        ...[titleCell(each), unitCell(each)],
        ...[each.duty.report?.problem, each.duty.report?.help].map((words) =>
          words === null || words === undefined || words.trim() === '' ? null : [taken(words)],
        ),
      ]),
    },
  ];
}

/** Deliverables that are counted, against what was to be reached. */
export function deliverables(writer: Writer): Block[] {
  const rows = writer.facts.current.snapshot.tasks.flatMap((task, at) =>
    task.figures.map((figure, figureAt) => {
      const where = `current/snapshot/tasks/${at}/figures/${figureAt}`;
      const one = (key: 'target' | 'value' | 'expected', name: string) =>
        cell(
          writer.value(
            {
              id: `figure.${task.id}.${figure.id}.${key}`,
              name: `“${figure.name}”${name}`,
              ...{ unit: figure.unit, decimals: figure.decimals },
            },
            `${where}/${key}`,
          ),
        );
      return [
        ...[[taken(task.title)], [taken(figure.name)], [taken(figure.unit)]],
        ...[one('target', '目标'), one('expected', '按进度应到'), one('value', '完成')],
      ];
    }),
  );
  if (rows.length === 0) return [];
  return [
    { id: 'deliverables', kind: 'heading', level: 1, text: '量化成果进展' },
    {
      ...{ id: 'deliverables.table', kind: 'table', caption: '量化成果进展' },
      columns: [
        { title: '任务', kind: 'text', width: 7 },
        { title: '成果', kind: 'text', width: 5 },
        { title: '单位', kind: 'centred', width: 2 },
        { title: '目标', kind: 'number', width: 3 },
        { title: '按进度应到', kind: 'number', width: 3 },
        { title: '完成', kind: 'number', width: 3 },
      ],
      rows,
      note: '“—”表示还没有报过数，或者不按进度计算。',
    },
  ];
}
