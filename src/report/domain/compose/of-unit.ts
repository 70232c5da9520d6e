import { dayWords, type Light, lightNames } from '../../../task/domain/index.ts';
import { type Block, type Piece, plainOf } from '../document/index.ts';
import type { BulletinFacts } from '../facts/index.ts';
import { joined, say, sentences, taken, type Writer } from '../writing/index.ts';
import { byDaysLate, dutiesOf, lateWords, lightPiece, owed } from './duties.ts';
import { table } from './ledger.ts';

const duties = 'current/snapshot/tasks/*/duties/*';

/** What one unit owes, as the dispatch froze it. */
export function dutyList(writer: Writer): Block[] {
  const { unit, current } = writer.facts;
  if (unit === null) return [];
  const own = dutiesOf(writer, (duty) => duty.unit.id === unit.id);
  const where = { 'unit/id': unit.id };
  const ownOwed = { ...where, ...owed };
  const all = writer.count({ id: 'own', name: `${unit.name}的责任`, unit: '项' }, duties, ownOwed);
  const shown = (['red', 'yellow', 'blue', 'green'] as const satisfies readonly Light[]).flatMap((light) => {
    const count = writer.count(
      { id: `own.${light}`, name: `${unit.name}${lightNames[light]}责任`, unit: '项' },
      duties,
      { ...ownOwed, light },
    );
    return count === null || count.value === 0 ? [] : [say`${lightPiece(light)}${count}项` ?? []];
  });
  const day = taken(dayWords(current.snapshot.judgedOn));
  const text =
    own.length === 0
      ? say`截至${day}，${taken(unit.name)}在本期调度中没有责任。`
      : sentences(
          say`截至${day}，${taken(unit.name)}在本期调度中有责任${all}项${shown.length === 0 ? [] : ['，其中', ...joined(shown)]}。`,
          placeSaid(writer),
        );
  return [
    ...(text === null ? [] : [{ id: 'own.text', kind: 'paragraph' as const, text }]),
    ...(own.length === 0 ? [] : [table(writer, 'own.table', '责任清单', own)]),
  ];
}

/** Its rate, and its place where it is not the only one that is ranked. */
function placeSaid(writer: Writer): readonly Piece[] | null {
  const { unit, current } = writer.facts;
  const at = current.snapshot.ranking.findIndex((each) => each.unit.id === unit?.id && each.place !== null);
  if (unit === null || at < 0) return null;
  const rate = writer.value(
    { id: `rank.${unit.id}.rate`, name: `${unit.name}按时办结率`, unit: '%', decimals: 1 },
    `current/snapshot/ranking/${at}/permille`,
  );
  const rankedUnits = current.snapshot.ranking.filter(({ place }) => place !== null).length;
  if (rankedUnits < 2) return say`按时办结率${rate}。`;
  const place = writer.value(
    { id: `rank.${unit.id}.place`, name: `${unit.name}位次`, unit: '位' },
    `current/snapshot/ranking/${at}/place`,
  );
  const of = writer.count({ id: 'rank.units', name: '参加排名的单位', unit: '个' }, 'current/snapshot/ranking/*', {
    place: null,
  });
  return say`按时办结率${rate}，在${of}个单位中排第${place}位。`;
}

/** What a unit is asked to do at once, item by item, and by when it is to answer. */
export function letter(writer: Writer): Block[] {
  const { unit, current, replyBy } = writer.facts;
  if (unit === null) return [];
  const late = overdueOf(writer, unit.id);
  const count = writer.count({ id: 'own.late', name: `${unit.name}超期未办的责任`, unit: '项' }, duties, {
    'unit/id': unit.id,
    'outcome/kind': 'overdue',
  });
  const paragraph = (id: string, text: readonly Piece[] | null): Block[] =>
    text === null ? [] : [{ id, kind: 'paragraph', text }];
  const day = taken(dayWords(current.snapshot.judgedOn));
  return [
    ...paragraph('letter.opening', say`截至${day}，你单位有${count}项责任超期未办。现就有关事项督办如下。`),
    { id: 'letter.items', kind: 'heading', level: 1, text: '督办事项' },
    ...late.flatMap((each) => paragraph(itemId(each.key), say`${lateWords(writer, each)}。`)),
    { id: 'letter.asked', kind: 'heading', level: 1, text: '办理要求' },
    ...paragraph(
      'letter.reply',
      replyBy === null
        ? say`请立即组织办理，查明超期原因，定出完成日期，并书面回复办理情况。`
        : say`请立即组织办理，查明超期原因，定出完成日期，于${taken(dayWords(replyBy))}前书面回复办理情况。`,
    ),
  ];
}

/** The duties that a letter names as it was edited, each with what it says about it. */
export function dutiesNamed(
  { current }: Pick<BulletinFacts, 'current'>,
  blocks: readonly Block[],
): { readonly taskId: string; readonly dutyId: string; readonly words: string }[] {
  const said = new Map(
    blocks.flatMap((each) => (each.kind === 'paragraph' ? [[each.id, plainOf(each.text)] as const] : [])),
  );
  return current.snapshot.tasks.flatMap((task) =>
    task.duties.flatMap((duty) => {
      const words = said.get(itemId(`${task.id}.${duty.id}`));
      return words === undefined ? [] : [{ taskId: task.id, dutyId: duty.id, words }];
    }),
  );
}
const itemId = (key: string): string => `letter.${key}`;

/** What a letter to a unit is about; without any there is no letter to write. */
export const overdueOf = (writer: Writer, unitId: string) =>
  dutiesOf(writer, (duty) => duty.unit.id === unitId && duty.outcome.kind === 'overdue').sort(byDaysLate);
