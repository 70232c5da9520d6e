import type { Block, Piece } from '../document/index.ts';
import type { BulletinFacts } from '../facts/index.ts';
import type { Figure } from '../figure/index.ts';

/** What a template of an office may call by name. As platform/docx knows them. */
export type TemplateField =
  | { readonly kind: 'text' | 'flag' | 'blocks'; readonly name: string; readonly about: string }
  | { readonly kind: 'list'; readonly name: string; readonly about: string; readonly fields: readonly TemplateField[] };

export type TemplateValue =
  | string
  | readonly Piece[]
  | boolean
  | null
  | readonly Block[]
  | readonly Readonly<Record<string, string | null>>[];

const text = (name: string, about: string): TemplateField => ({ kind: 'text', name, about });
const flag = (name: string, about: string): TemplateField => ({ kind: 'flag', name, about });
const blocks = (name: string, about: string): TemplateField => ({ kind: 'blocks', name, about });

/** Every field, for every kind of paper; those that have nothing to say print nothing. */
export const templateFields: readonly TemplateField[] = [
  text('标题', '文稿的标题'),
  text('文号', '签发后编的文号；没有签发时是“（待编号）”'),
  text('主送', '主送单位，不带冒号'),
  text('发文单位', '落款的单位'),
  text('成文日期', '签发的日期；没有签发时是今天'),
  text('地区', '调度的地区'),
  text('产业链', '只写一条产业链时的名称'),
  text('责任单位', '责任清单和督办函写的是哪个单位'),
  text('期别', '例如2026年9月'),
  text('截止日', '灯和率算到哪一天'),
  text('抄送', '抄送单位'),
  text('调度任务数', '本期调度的任务'),
  text('责任数', '本期调度的责任'),
  text('红灯数', '红灯责任'),
  text('黄灯数', '黄灯责任'),
  text('按时办结率', '带百分号；没有到期的责任时不印'),
  text('督办回复期限', '督办函写明的日期'),
  flag('有红灯', '有没有红灯责任'),
  flag('有排名', '参加排名的单位有没有两个以上'),
  flag('有上期', '有没有可以比较的上一期'),
  {
    ...{ kind: 'list', name: '排名', about: '参加排名的单位，按位次' },
    fields: [
      text('位次', '相同的并列'),
      text('单位', '单位名称'),
      text('按时办结', '项'),
      text('逾期办结', '项'),
      text('超期未办', '项'),
      text('按时办结率', '带百分号'),
    ],
  },
  {
    ...{ kind: 'list', name: '超期责任', about: '超期未办的责任，超期久的在前' },
    fields: [text('任务', '任务名称'), text('单位', '责任单位'), text('时限', '现在的时限'), text('超期天数', '天')],
  },
  blocks('正文', '全文：标题、段落、表和图，就是网页上改好的'),
  blocks('各段文字', '只有标题和段落，没有表和图'),
  blocks('各表', '只有表'),
  blocks('各图', '只有图'),
];

/** What is printed beside the text. */
export interface Around {
  readonly title: string;
  readonly number: string | null;
  readonly addressee: string | null;
  readonly copies: string | null;
  readonly issuer: string;
  /** 2026年9月30日 */
  readonly day: string;
}

/** The value of every field for one paper. */
export function templateValues(
  facts: BulletinFacts,
  figures: readonly Figure[],
  document: readonly Block[],
  around: Around,
  written: {
    readonly figure: (figure: Figure) => string;
    readonly day: (day: string) => string;
    readonly period: (period: string) => string;
  },
): Readonly<Record<string, TemplateValue>> {
  const { snapshot } = facts.current;
  const known = new Map(figures.map((figure) => [figure.id, written.figure(figure)]));
  const ranked = snapshot.ranking.filter(({ place }) => place !== null);
  const permilleText = (value: number | null): string | null =>
    value === null ? null : written.figure({ ...percent, value });
  return {
    ...{ 标题: around.title, 文号: around.number ?? '（待编号）', 主送: around.addressee, 发文单位: around.issuer },
    ...{ 成文日期: around.day, 地区: facts.place.regionName, 产业链: facts.place.chainName },
    ...{ 责任单位: facts.unit?.name ?? null, 期别: written.period(snapshot.cycle.period) },
    ...{ 截止日: written.day(snapshot.judgedOn), 抄送: around.copies },
    ...{ 调度任务数: known.get('tasks') ?? null, 责任数: known.get('duties') ?? null },
    ...{ 红灯数: String(snapshot.counts.red), 黄灯数: String(snapshot.counts.yellow) },
    按时办结率: known.get('rate') ?? null,
    督办回复期限: facts.replyBy === null ? null : written.day(facts.replyBy),
    ...{ 有红灯: snapshot.counts.red > 0, 有排名: ranked.length > 1, 有上期: facts.previous !== null },
    排名: ranked.map(({ place, unit, onTime, late, overdue, permille }) => ({
      ...{ 位次: String(place), 单位: unit.name, 按时办结: String(onTime), 逾期办结: String(late) },
      ...{ 超期未办: String(overdue), 按时办结率: permilleText(permille) },
    })),
    超期责任: snapshot.tasks
      .flatMap(({ title, duties }) =>
        duties.flatMap(({ unit, outcome }) => (outcome.kind === 'overdue' ? [{ title, unit, outcome }] : [])),
      )
      .sort((a, b) => b.outcome.days - a.outcome.days)
      .map(({ title, unit, outcome }) => ({
        ...{ 任务: title, 单位: unit.name, 时限: written.day(outcome.due), 超期天数: String(outcome.days) },
      })),
    正文: document,
    各段文字: document.filter(({ kind }) => kind === 'heading' || kind === 'paragraph'),
    各表: document.filter(({ kind }) => kind === 'table'),
    各图: document.filter(({ kind }) => kind === 'chart'),
  };
}

const percent: Figure = { id: '', name: '', value: 0, decimals: 1, unit: '%', from: { how: 'value', at: '' } };
