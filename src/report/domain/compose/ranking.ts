import type { Block, Piece, TableCell } from '../document/index.ts';
import type { FigureSource } from '../figure/index.ts';
import { wayOf } from '../wording/index.ts';
import { cell, joined, say, sentences, taken, type Writer } from '../writing/index.ts';

const ranking = 'current/snapshot/ranking';
/** How many are named as the first, and how far somebody moves before it is worth a sentence. */
const namedFirst = 3;
const worthSaying = 2;
const mostMoves = 5;
/** More bars than this cannot be read. */
const mostBars = 40;

interface Row {
  readonly at: number;
  readonly id: string;
  readonly name: string;
  readonly place: number;
  readonly before: { readonly at: number; readonly place: number } | null;
}

/** Where units stand by their on-time rate, who rose and who fell, in words, a table and a chart. */
export function ranked(writer: Writer): Block[] {
  const rows = rowsOf(writer);
  const heading: Block = { id: 'ranking', kind: 'heading', level: 1, text: '各单位按时办结情况' };
  // One alone is no ranking.
  if (rows.length < 2) return [];
  const text = sentences(
    firsts(writer, rows),
    lasts(writer, rows),
    moves(writer, rows, 'up'),
    moves(writer, rows, 'down'),
  );
  return [
    heading,
    ...(text === null ? [] : [{ id: 'ranking.text', kind: 'paragraph' as const, text }]),
    table(writer, rows),
    ...chart(writer, rows),
  ];
}

function rowsOf({ facts: { current, previous } }: Writer): Row[] {
  const earlier = new Map(previous?.snapshot.ranking.map(({ unit, place }, at) => [unit.id, { at, place }]));
  return current.snapshot.ranking.flatMap(({ unit, place }, at): Row[] => {
    if (place === null || unit.id === null) return [];
    const before = earlier.get(unit.id);
    const known = before === undefined || before.place === null ? null : { at: before.at, place: before.place };
    return [{ at, id: unit.id, name: unit.name, place, before: known }];
  });
}

const rateOf = (writer: Writer, { id, at, name }: Row) =>
  writer.value(
    { id: `rank.${id}.rate`, name: `${name}按时办结率`, unit: '%', decimals: 1 },
    `${ranking}/${at}/permille`,
  );

/** “甲局、乙局并列第一，按时办结率均为…” or the first three with their rates. */
function firsts(writer: Writer, rows: readonly Row[]): readonly Piece[] | null {
  const first = rows.filter(({ place }) => place === 1);
  const [one] = first;
  if (one === undefined) return null;
  if (first.length === rows.length) return say`各单位按时办结率相同，均为${rateOf(writer, one)}。`;
  if (first.length > namedFirst) {
    const count = writer.count({ id: 'rank.first', name: '并列第一的单位', unit: '个' }, `${ranking}/*`, { place: 1 });
    return say`${count}个单位并列第一，按时办结率均为${rateOf(writer, one)}。`;
  }
  if (first.length > 1)
    return say`${joined(first.map(({ name }) => [taken(name)]))}并列第一，按时办结率均为${rateOf(writer, one)}。`;
  const named = rows.filter(({ place }) => place <= namedFirst).slice(0, namedFirst);
  return say`按时办结率排在前列的是${joined(named.map((row) => withRate(writer, row)))}。`;
}

function lasts(writer: Writer, rows: readonly Row[]): readonly Piece[] | null {
  const worst = rows.at(-1);
  const first = rows[0];
  if (worst === undefined || first === undefined || worst.place === first.place) return null;
  const last = rows.filter(({ place }) => place === worst.place);
  if (last.length > namedFirst || rows.length <= namedFirst) return null;
  return say`排在末位的是${joined(last.map((row) => withRate(writer, row)))}。`;
}

const withRate = (writer: Writer, row: Row): readonly Piece[] =>
  say`${taken(row.name)}（${rateOf(writer, row)}）` ?? [];

const movedFrom = ({ at, before }: Row): FigureSource => ({
  how: 'apart',
  left: { how: 'value', at: `previous/snapshot/ranking/${before?.at ?? -1}/place` },
  right: { how: 'value', at: `${ranking}/${at}/place` },
});

const movedBy = (writer: Writer, row: Row) =>
  row.before === null
    ? null
    : writer.figure({ id: `rank.${row.id}.moved`, name: `${row.name}位次变化`, unit: '位' }, movedFrom(row));

/** A smaller place is the better one. */
const wayUp = ({ place, before }: Row) => wayOf(before?.place ?? null, before === null ? null : place);

function moves(writer: Writer, rows: readonly Row[], way: 'up' | 'down'): readonly Piece[] | null {
  const far = ({ place, before }: Row): number => Math.abs((before?.place ?? place) - place);
  const moved = rows
    .filter((row) => wayUp(row) === way && far(row) >= worthSaying)
    .sort((a, b) => far(b) - far(a) || a.at - b.at)
    .slice(0, mostMoves);
  if (moved.length === 0) return null;
  const parts = moved.map(
    (row) => say`${taken(row.name)}${way === 'up' ? '上升' : '下降'}${movedBy(writer, row)}位` ?? [],
  );
  return say`与上期相比，${joined(parts, '，')}。`;
}

function table(writer: Writer, rows: readonly Row[]): Block {
  const parts = ['onTime', 'late', 'overdue'] as const;
  const names = { onTime: '按时办结', late: '逾期办结', overdue: '超期未办' } as const;
  const line = (row: Row): readonly TableCell[] => {
    const { id, at, name } = row;
    const one = (named: string, key: string, unit: string, source: FigureSource) =>
      cell(writer.figure({ id: `rank.${id}.${key}`, name: `${name}${named}`, unit }, source));
    return [
      one('位次', 'place', '位', { how: 'value', at: `${ranking}/${at}/place` }),
      [taken(name)],
      one('到期和办结', 'due', '项', { how: 'sum', of: parts.map((each) => `${ranking}/${at}/${each}`) }),
      ...parts.map((each) => one(names[each], each, '项', { how: 'value', at: `${ranking}/${at}/${each}` })),
      cell(rateOf(writer, row)),
      movedCell(writer, row),
    ];
  };
  const unrated = writer.facts.current.snapshot.ranking.filter(({ place }) => place === null);
  return {
    ...{ id: 'ranking.table', kind: 'table', caption: '各单位按时办结率排名' },
    columns: [
      { title: '位次', kind: 'centred', width: 2 },
      { title: '单位', kind: 'text', width: 7 },
      { title: '到期和办结（项）', kind: 'number', width: 3 },
      ...parts.map((each) => ({ title: `${names[each]}（项）`, kind: 'number' as const, width: 3 })),
      { title: '按时办结率', kind: 'number', width: 3 },
      { title: '位次变化', kind: 'centred', width: 3 },
    ],
    rows: rows.map(line),
    note: `按时办结率＝按时办结÷（已办结＋超期未办），牵头和配合按规定的权数计算。${
      unrated.length === 0 ? '' : '没有到期责任的单位不参加排名。'
    }“—”表示上期没有位次。`,
  };
}

/** ↑3、↓2、持平; blank for one that had no place before. */
function movedCell(writer: Writer, row: Row): TableCell {
  const way = wayUp(row);
  if (way === null) return null;
  if (way === 'same') return ['持平'];
  const moved = movedBy(writer, row);
  return say`${way === 'up' ? '↑' : '↓'}${moved}`;
}

function chart(writer: Writer, rows: readonly Row[]): Block[] {
  if (rows.length > mostBars) return [];
  return [
    {
      ...{ id: 'ranking.chart', kind: 'chart', type: 'bar', caption: '各单位按时办结率', unit: '%' },
      bars: rows.map((row) => ({ label: row.name, figure: rateOf(writer, row)?.figure ?? null })),
    },
  ];
}
