import { type SheetContent, writeWorkbook } from '../../../../platform/workbook/index.ts';
import type { TrialAnswer } from '../../contract/sandbox.ts';
import { factText } from '../../domain/fact-text.ts';
import type { CostChange, NearBorder } from '../../domain/index.ts';
import type { TrialTask } from './task.ts';

/** The report of a trial as a workbook: one sheet for each table of the page. */
export function trialWorkbook(answer: TrialAnswer, task: TrialTask): Promise<Uint8Array> {
  return writeWorkbook(sheetsOf(answer, task));
}

type Row = readonly (string | number | null)[];

function sheetsOf(answer: TrialAnswer, task: TrialTask): SheetContent[] {
  const { report } = answer;
  const groups = new Map(task.content.groups.map(({ id, name }) => [id, name]));
  const clauses = new Map(task.content.clauses.map(({ id, title }) => [id, title]));
  const nameOf = (id: string): string => groups.get(id) ?? clauses.get(id) ?? id;
  return [
    sheet(
      '说明',
      [
        ['项', 24],
        ['内容', 80],
      ],
      about(answer),
    ),
    costs(
      '按年度',
      '年度',
      report.byYear.map(({ year, ...change }) => [String(year), change]),
    ),
    costs(
      '按奖补',
      '奖补',
      Object.entries(report.byGroup).map(([id, change]) => [nameOf(id), change]),
    ),
    costs('按出资', '出资方', Object.entries(report.byPayer)),
    ...(['region', 'chain', 'city'] as const).map((kind) =>
      costs(`按${placeNames[kind]}`, placeNames[kind], Object.entries(report.byPlace[kind] ?? {})),
    ),
    sides('多得的', report.winners.most),
    sides('少得的', report.losers.most),
    sheet(
      '断崖',
      [
        ['条件', 48],
        ['事实', 16],
        ['编号', 16],
        ['现在', 16],
        ['门槛', 16],
        ['这边（元）', 14],
        ['那边（元）', 14],
      ],
      report.cliffs.after.flatMap(({ words, fact, falling, rising }) =>
        [...falling.most, ...rising.most].map((near) => nearRow(words, fact, near, task)),
      ),
    ),
    sheet(
      '漏斗',
      [
        ['条款', 24],
        ['条件', 56],
        ['现行去掉', 12],
        ['改后去掉', 12],
        ['不知道', 12],
        ['只差这条', 12],
      ],
      report.funnels.after.flatMap(({ clause, steps, left, all }, at): Row[] => [
        [nameOf(clause), `全部 ${all} 户，符合 ${left} 户`, null, null, null, null],
        ...steps.map(({ words, removed, unknown, onlyThis }, which): Row => {
          const before = report.funnels.before[at]?.steps[which]?.removed ?? null;
          return [nameOf(clause), words, before, removed, unknown, onlyThis];
        }),
      ]),
    ),
    ...(report.exhaustion === null
      ? []
      : [
          sheet(
            '预算',
            [
              ['月份', 12],
              ['现行累计（元）', 18],
              ['改后累计（元）', 18],
            ],
            report.exhaustion.after.months.map(
              ({ month, claimed }, at): Row => [
                ...[month, report.exhaustion?.before.months[at]?.claimed ?? null, claimed],
              ],
            ),
          ),
        ]),
  ];
}

const placeNames = { region: '地区', chain: '产业链', city: '所在地' } as const;

function about({ title, policyId, hash, on, changes, people, absent, report }: TrialAnswer): Row[] {
  const { cost, paid, open, winners, losers, cases, exhaustion } = report;
  const change = ({ before, after }: CostChange): string => `${before} → ${after}`;
  return [
    ['政策', `${title}（${policyId}）`],
    ['内容包摘要', hash],
    ['按哪一天', on],
    [
      '改动',
      changes.map(({ parameter, value, from }) => `${parameter} = ${value}${from ? `，自 ${from}` : ''}`).join('；'),
    ],
    ['算的是谁', people.kind === 'file' ? `文件 ${people.name}` : `虚构企业，种子 ${people.seed}`],
    ['户数', cases],
    ['花费（元）', change(cost)],
    ['得到的户数', change(paid)],
    ['有的还不能断定的户数', change(open)],
    ['多得的', `${winners.count} 户，共 ${winners.yuan} 元`],
    ['少得的', `${losers.count} 户，共 ${losers.yuan} 元`],
    ['文件没有的列', absent.join('、')],
    ...(exhaustion === null
      ? []
      : ([
          ['预算（元）', exhaustion.after.budget],
          ['用完的一天', change2(exhaustion.before.on, exhaustion.after.on)],
        ] as Row[])),
  ];
}

const change2 = (before: string | null, after: string | null): string => `${before ?? '够用'} → ${after ?? '够用'}`;

function sheet(name: string, columns: readonly (readonly [string, number])[], rows: readonly Row[]): SheetContent {
  return { name, columns: columns.map(([title, width]) => ({ title, width })), rows };
}

const costs = (name: string, what: string, rows: readonly (readonly [string, CostChange])[]): SheetContent =>
  sheet(
    name,
    [
      [what, 32],
      ['现行（元）', 18],
      ['改后（元）', 18],
      ['相差（元）', 18],
    ],
    rows.map(([key, { before, after }]) => [key, before, after, after - before]),
  );

const sides = (name: string, rows: readonly (CostChange & { readonly id: string })[]): SheetContent =>
  sheet(
    name,
    [
      ['编号', 24],
      ['现行（元）', 18],
      ['改后（元）', 18],
      ['相差（元）', 18],
    ],
    rows.map(({ id, before, after }) => [id, before, after, after - before]),
  );

function nearRow(words: string, id: string, { id: who, now, edge, here, there }: NearBorder, task: TrialTask): Row {
  const fact = task.facts.find((each) => each.id === id);
  const text = (stored: number): string => (fact === undefined ? String(stored) : factText(fact, stored));
  return [words, fact?.name ?? id, who, text(now), text(edge), here, there];
}
