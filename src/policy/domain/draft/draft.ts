import type { ClauseItem } from '../../../document/domain/index.ts';
import type { ClauseSource, ExampleSource, GroupSource, PaySource, PolicySource } from '../source.ts';

/** A support clause as the reader of documents found it: money in 万元, rates in percent. */
export type FoundClause = Pick<
  ClauseItem,
  | ('text' | 'path' | 'subject' | 'condition' | 'base' | 'cap' | 'floor' | 'payer' | 'matchedBy' | 'per' | 'series')
  | ('amount' | 'amountMin' | 'amountMax' | 'rate' | 'rateMin' | 'rateMax' | 'windowFrom' | 'windowTo' | 'stacking')
>;

export interface FoundDocument {
  readonly id: string;
  readonly title: string;
  readonly docNumber: string | null;
  readonly issuer: string;
  /** `YYYY-MM-DD`; examples are of the end of that year. */
  readonly issuedOn: string | null;
  readonly clauses: readonly FoundClause[];
}

export interface DraftFact {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly type: 'flag' | 'number';
  readonly unit?: string;
  readonly decimals?: number;
  readonly most?: number;
}

export interface Draft {
  readonly facts: readonly DraftFact[];
  readonly policy: Omit<PolicySource, 'eventYear'> & {
    readonly docNumberReason: string | null;
    readonly eventYear: number;
  };
}

/**
 * The clauses of a document as a policy that already loads and computes: its figures are filled in, each condition is one
 * yes-or-no question of its own, and everything a person has to decide is listed as an open question of its clause.
 */
export function draftOf(document: FoundDocument): Draft {
  const year = Number(document.issuedOn?.slice(0, 4) ?? 2000);
  const prefix = document.id.replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+/, '') || 'draft';
  const drafted = document.clauses.map((clause, at) => draftClause(clause, at + 1, prefix));
  const groups = groupsOf(document.clauses);
  const { id, title, docNumber, issuer, issuedOn } = document;
  return {
    facts: drafted.flatMap(({ facts }) => facts),
    policy: {
      ...{ id, title, docNumber, issuer, plan: null, level: '市', validFrom: issuedOn, validTo: null, eventYear: year },
      docNumberReason: docNumber === null ? '文件没有文号' : null,
      ...{ parameters: [], exclude: [], scope: [], groups, budgets: [], clauses: drafted.map(({ clause }) => clause) },
    },
  };
}

const groupId = (series: string): string => `series-${series.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

function groupsOf(clauses: readonly FoundClause[]): GroupSource[] {
  const first = new Map<string, FoundClause>();
  for (const clause of clauses)
    if (clause.series !== null && !first.has(clause.series)) first.set(clause.series, clause);
  return [...first].map(([series, clause]) => ({
    ...{ id: groupId(series), name: `同一项里的几档（${series}）`, place: placeOf(clause.path), rule: 'highest' },
  }));
}

/** `四/（二）/3` out of headings with their text; a clause without any stands at the beginning. */
function placeOf(path: readonly string[]): string {
  const label =
    /^(?:第[一二三四五六七八九十百零〇\d]+[章节条]|[一二三四五六七八九十]+|（[一二三四五六七八九十\d]+）|\d+)/u;
  const labels = path.flatMap((heading) => label.exec(heading)?.[0] ?? []);
  return labels.length === 0 ? '全文' : labels.join('/').slice(0, 60);
}

function draftClause(found: FoundClause, number: number, prefix: string) {
  const open: string[] = [];
  const met = `${prefix}_c${number}_met`;
  const metName = `符合第${number}项条件`;
  const facts: DraftFact[] = [{ id: met, name: metName, from: '待明确', type: 'flag' }];
  open.push(
    found.condition === null
      ? '没有读出条件：请写明谁、做到什么才能享受，并改写成事实的公式。'
      : `条件还是一个是非题，请改写成事实的公式：${shortened(found.condition)}`,
  );
  const rate = found.rate ?? found.rateMax;
  const base = `${prefix}_c${number}_base`;
  if (rate !== null) {
    const name = `第${number}项基数`;
    facts.push({ id: base, name, from: '待明确', type: 'number', unit: '万元', decimals: 4, most: 10_000_000 });
    open.push(
      found.base === null ? '没有读出按什么计算：请写明基数。' : `基数是“${shortened(found.base)}”，请核对由谁提供。`,
    );
  }
  const fixed = found.amount ?? found.amountMax ?? found.cap;
  open.push(...questionsOf(found, rate, fixed));
  const pay: PaySource = rate === null ? `${plain(fixed ?? 0)}万元` : { rate: `${plain(rate)}%`, of: base, most: null };
  const clause: ClauseSource = {
    id: `c${number}`,
    title: shortened(found.text, 40),
    place: placeOf(found.path),
    for: shortened(found.subject ?? '企业', 40),
    ...{ scope: [], when: [met], pay },
    cap: rate !== null && found.cap !== null ? `${plain(found.cap)}万元` : null,
    floor: found.floor === null ? null : `${plain(found.floor)}万元`,
    ...{ limits: [], round: { to: '元', mode: 'half-up' } },
    ...{ payers: [{ payer: found.payer ?? '待明确', percent: 100 }], rest: null },
    group: found.series === null ? null : groupId(found.series),
    alsoIn: [],
    window:
      found.windowFrom === null || found.windowTo === null ? null : { from: found.windowFrom, to: found.windowTo },
    ...{ evidence: [], open, examples: examplesOf(met, rate === null ? (fixed ?? 0) : null) },
  };
  return { clause, facts };
}

function questionsOf(found: FoundClause, rate: number | null, fixed: number | null): string[] {
  const range = (low: number | null, high: number | null, unit: string) =>
    low !== null && high !== null && low !== high
      ? [`写的是 ${plain(low)} 至 ${plain(high)}${unit}，这里按上限算：请定下按什么取值。`]
      : [];
  return [
    ...range(found.amountMin, found.amountMax, '万元'),
    ...range(found.rateMin, found.rateMax, '%'),
    ...(rate === null && fixed === null ? ['没有读出金额，这里是 0：请补上。'] : []),
    ...(rate === null && found.amount === null && found.cap !== null
      ? ['写的是“不超过”，这里按上限算：请定下怎么评定。']
      : []),
    ...(found.per === null ? [] : [`按每${shortened(found.per, 20)}计：请定下数量和最多几个。`]),
    ...(found.payer === null ? ['没有读出由哪一级财政承担。'] : []),
    ...(found.matchedBy === null ? [] : [`${shortened(found.matchedBy, 20)}配套：请把配套写进出资方。`]),
    ...(found.stacking === null ? [] : [`叠加：${shortened(found.stacking)}。请核对分组，也核对与别的文件的关系。`]),
  ];
}

/** A worked example on either side; of a rate only that nothing is paid, since its base is not known yet. */
function examplesOf(met: string, fixed: number | null): ExampleSource[] {
  const not: ExampleSource = { title: '不符合条件', on: null, facts: { [met]: false }, pays: 0 };
  if (fixed === null) return [not];
  return [{ title: '符合条件', on: null, facts: { [met]: true }, pays: Math.round(fixed * 10_000) }, not];
}

const shortened = (text: string, most = 120): string =>
  [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text;
/** Never with an exponent. */
const plain = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(6).replace(/0+$/u, '');
