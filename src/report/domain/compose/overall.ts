import { chainWords, dayWords } from '../../../task/domain/index.ts';
import type { Block, Piece } from '../document/index.ts';
import type { FigureSource } from '../figure/index.ts';
import { changeWords, comparisons, inBrackets } from '../wording/index.ts';
import { type FigurePiece, joined, say, sentences, taken, type Writer } from '../writing/index.ts';
import { owed } from './duties.ts';

const now = 'current/snapshot';
const allDuties: FigureSource = { how: 'sum', of: [`${now}/counts/*`] };
const lightWords = { red: '红灯', yellow: '黄灯', blue: '蓝灯', green: '绿灯' } as const;
type Lit = keyof typeof lightWords;
const lit = Object.keys(lightWords) as readonly Lit[];

/** How much there was to do, how it stands, what was closed out, and how that compares. */
export function overall(writer: Writer): Block[] {
  const text = sentences(extent(writer), takenSaid(writer), lightsSaid(writer));
  const rate = sentences(rateSaid(writer), yearSaid(writer), caughtUp(writer));
  return [
    { id: 'overall', kind: 'heading', level: 1, text: '总体情况' },
    ...(text === null ? [] : [{ id: 'overall.lights', kind: 'paragraph' as const, text }]),
    ...(rate === null ? [] : [{ id: 'overall.rate', kind: 'paragraph' as const, text: rate }]),
  ];
}

function extent(writer: Writer): readonly Piece[] | null {
  const { judgedOn } = writer.facts.current.snapshot;
  const tasks = writer.count({ id: 'tasks', name: '调度任务', unit: '项' }, `${now}/tasks/*`, {
    state: ['open', 'closed'],
  });
  const duties = writer.figure({ id: 'duties', name: '调度的责任', unit: '项' }, allDuties);
  const units = writer.figure(
    { id: 'units', name: '责任单位', unit: '个' },
    { how: 'distinct', of: `${now}/tasks/*/duties/*`, where: owed, by: 'unit/name' },
  );
  const day = taken(dayWords(judgedOn));
  if (tasks?.value === 0) return say`截至${day}，本期没有需要调度的任务。`;
  return say`截至${day}，本期调度任务${tasks}项，分解为${units}个单位的${duties}项责任。`;
}

/** Of a dispatch of one chain, and of one that leaves chains to others, which tasks it is about. */
function takenSaid({ facts }: Writer): readonly Piece[] | null {
  const { chain, apart = [] } = facts.current.snapshot.cycle;
  if (chain !== undefined) return say`本次只调度${taken(chainWords(chain))}的任务，排名也只在这些任务中进行。`;
  if (apart.length === 0) return null;
  const names = joined(apart.map((each) => [taken(chainWords(each))]));
  return say`${names}单独调度，其任务不在本次调度和排名之内。`;
}

function lightsSaid(writer: Writer): readonly Piece[] | null {
  const duties = writer.figure({ id: 'duties', name: '调度的责任', unit: '项' }, allDuties);
  const counts = lit.map((light) => ({ light, count: countOf(writer, light) }));
  const shown = counts.filter(({ count }) => count !== null && count.value > 0);
  if (duties === null || shown.length === 0) return null;
  const green = counts.find(({ light }) => light === 'green')?.count;
  if (green?.value === duties.value) return say`全部责任亮${taken('绿灯', 'green')}，没有超期和落后的。`;
  const parts = shown.map(({ light, count }) => lightPart(writer, light, count));
  const none = writer.value({ id: 'none', name: '没有时限、不评灯的责任', unit: '项' }, `${now}/counts/none`);
  const unlit = none === null || none.value === 0 ? [] : (say`，没有时限、不评灯的${none}项` ?? []);
  return say`其中，${joined(parts, '，')}${unlit}。`;
}

const countOf = (writer: Writer, light: Lit): FigurePiece | null =>
  writer.value({ id: light, name: `${lightWords[light]}责任`, unit: '项' }, `${now}/counts/${light}`);

function lightPart(writer: Writer, light: Lit, count: FigurePiece | null): readonly Piece[] {
  const changes =
    light === 'red' || light === 'yellow'
      ? comparisons(writer.facts)
          .filter(({ sameRules }) => sameRules)
          .map(({ against, key }) =>
            changeWords(writer, {
              ...{ id: `${light}.${key}`, name: `${lightWords[light]}责任`, against, unit: '项' },
              now: { how: 'value', at: `${now}/counts/${light}` },
              before: { how: 'value', at: `${key}/snapshot/counts/${light}` },
            }),
          )
      : [];
  return say`${taken(lightWords[light], light)}${count}项${inBrackets(...changes)}` ?? [];
}

const rateFrom = (key: string): FigureSource => ({
  how: 'rate',
  won: `${key}/snapshot/ranking/*/won`,
  of: `${key}/snapshot/ranking/*/of`,
});

function rateSaid(writer: Writer): readonly Piece[] | null {
  const rate = writer.figure({ id: 'rate', name: '按时办结率', unit: '%', decimals: 1 }, rateFrom('current'));
  if (rate === null) return say`本期没有到期和办结的责任，不计算按时办结率。`;
  const part = (id: 'onTime' | 'late' | 'overdue', name: string) =>
    writer.figure({ id: `rated.${id}`, name, unit: '项' }, { how: 'sum', of: [`${now}/ranking/*/${id}`] });
  const of = writer.figure(
    { id: 'rated', name: '到期应办结和已办结的责任', unit: '项' },
    { how: 'sum', of: ['onTime', 'late', 'overdue'].map((each) => `${now}/ranking/*/${each}`) },
  );
  const [onTime, late, overdue] = [
    part('onTime', '按时办结的责任'),
    part('late', '逾期办结的责任'),
    part('overdue', '超期未办的责任'),
  ];
  const parts = [
    say`按时办结${onTime}项`,
    late?.value === 0 ? null : say`逾期办结${late}项`,
    overdue?.value === 0 ? null : say`超期未办${overdue}项`,
  ].filter((each) => each !== null);
  const changes = comparisons(writer.facts)
    .filter(({ sameWeights }) => sameWeights)
    .map(({ against, key }) =>
      changeWords(writer, {
        ...{ id: `rate.${key}`, name: '按时办结率', against, unit: '个百分点', decimals: 1 },
        ...{ now: rateFrom('current'), before: rateFrom(key), words: { up: '提高', down: '下降' } },
      }),
    )
    .filter((each) => each !== null);
  const compared = changes.length === 0 ? [] : ['，', ...joined(changes, '，')];
  return say`本期到期和办结的责任${of}项，${joined(parts, '，')}，按时办结率${rate}${compared}。`;
}

/** Since 1 January, where that says more than the period itself. */
function yearSaid(writer: Writer): readonly Piece[] | null {
  const { since, cycle } = writer.facts.current.snapshot;
  if (since <= `${cycle.period.slice(0, 4)}-01-01`) return null;
  const rate = writer.figure(
    { id: 'rate.year', name: '今年以来按时办结率', unit: '%', decimals: 1 },
    { how: 'rate', won: `${now}/yearToDate/*/won`, of: `${now}/yearToDate/*/of` },
  );
  return say`今年以来按时办结率${rate}。`;
}

function caughtUp(writer: Writer): readonly Piece[] | null {
  const count = writer.count({ id: 'caught-up', name: '本期补上的超期责任', unit: '项' }, `${now}/tasks/*/duties/*`, {
    'reason/code': 'caught-up',
  });
  return count === null || count.value === 0
    ? null
    : say`本期有${count}项责任在超期后补上，亮${taken('黄灯', 'yellow')}。`;
}
