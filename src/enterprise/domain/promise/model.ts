import type { Day } from '../../../kernel/index.ts';

/** Who promised. */
export const promiseSideNames = { government: '政府承诺', enterprise: '企业承诺' } as const;
export type PromiseSide = keyof typeof promiseSideNames;

/** Where the register tells by itself what became of a promise: a figure of its year, or what was granted since it was signed. */
export type Measure = { readonly figure: string } | 'grants' | null;

interface Kind {
  readonly name: string;
  readonly sides: readonly PromiseSide[];
  /** What its amount is counted in; null: nothing is counted. */
  readonly unit: '万元' | '亩' | '人' | null;
  readonly decimals: number;
  readonly measure: Measure;
}

const money = { unit: '万元', decimals: 4 } as const;
export const promiseKinds = {
  land: { name: '土地', sides: ['government'], unit: '亩', decimals: 2, measure: null },
  reward: { name: '奖补', sides: ['government'], ...money, measure: 'grants' },
  service: { name: '服务', sides: ['government'], unit: null, decimals: 0, measure: null },
  investment: { name: '投资', sides: ['enterprise'], ...money, measure: null },
  output: { name: '产值', sides: ['enterprise'], ...money, measure: { figure: 'output' } },
  revenue: { name: '营业收入', sides: ['enterprise'], ...money, measure: { figure: 'revenue' } },
  tax: { name: '税收', sides: ['enterprise'], ...money, measure: { figure: 'tax_paid' } },
  jobs: { name: '就业', sides: ['enterprise'], unit: '人', decimals: 0, measure: { figure: 'employees' } },
  other: { name: '其他', sides: ['government', 'enterprise'], unit: null, decimals: 0, measure: null },
} as const satisfies Readonly<Record<string, Kind>>;
export type PromiseKind = keyof typeof promiseKinds;
export const promiseKindOf = (kind: PromiseKind): Kind => promiseKinds[kind];
export const promiseKindNames = Object.fromEntries(
  Object.entries(promiseKinds).map(([id, { name }]) => [id, name]),
) as Readonly<Record<PromiseKind, string>>;

export const promiseStateNames = { open: '未到期', kept: '已兑现', late: '逾期', broken: '未兑现' } as const;
export type PromiseState = keyof typeof promiseStateNames;

/** What was promised, as far as its state follows from it. */
export interface Promised {
  readonly kind: PromiseKind;
  readonly dueOn: Day;
  readonly amount: number | null;
  readonly outcome: 'kept' | 'broken' | null;
  readonly outcomeOn: Day | null;
}

/** How a promise stands on a day. */
export interface PromiseStanding {
  readonly state: PromiseState;
  /** A person said so, the register tells it, or only the day does. */
  readonly by: 'person' | 'register' | 'day';
}
