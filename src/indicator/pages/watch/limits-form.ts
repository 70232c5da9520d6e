import type { Fault, Field, Values } from '../../../../platform/web/form/model.ts';
import { type LimitsJson, warningRuleNames } from '../../contract.ts';
import type { WarningRule } from '../../domain/index.ts';

/** Limits as a form: a box for each rule, its figures beside it while it is on. */

const on = (values: Values, rule: WarningRule): boolean => values[rule] === true;
const rule = (name: WarningRule, text: string): Field => ({
  ...{ input: 'check', name, label: warningRuleNames[name], text },
});
const figure = (of: WarningRule, name: string, label: string, unit: string, help?: string): Field => ({
  ...{ input: 'figure', name, label, unit, least: 0, width: 3, required: true },
  ...(help !== undefined && { help }),
  shown: (values) => on(values, of),
});

export const limitFields: readonly Field[] = [
  rule('pace', '目标的灯到这个颜色就提醒'),
  {
    ...{ input: 'several', name: 'lights', label: '哪些灯' },
    options: [
      { value: 'red', label: '红灯' },
      { value: 'yellow', label: '黄灯' },
      { value: 'blue', label: '蓝灯' },
    ],
    shown: (values) => on(values, 'pace'),
  },
  rule('streak', '连续几期没有跟上进度就提醒'),
  figure('streak', 'months', '连续', '期'),
  rule('missing', '到期没有报就提醒'),
  figure('missing', 'grace', '宽限', '天'),
  rule('mismatch', '自报的数和下级之和差得多就提醒'),
  figure('mismatch', 'figure', '差额超过', '（指标的最小单位）', '和下面的比例比，取大的'),
  figure('mismatch', 'percent', '或者超过自报数的', '%'),
  rule('outlier', '增速和同级别的地区差得远就提醒'),
  figure('outlier', 'score', '离中位数多远', '倍', '离差中位数的倍数，常用 3.5'),
  figure('outlier', 'apart', '至少相差', '个百分点'),
  figure('outlier', 'peers', '至少有几个可比', '个'),
  rule('heaping', '整数多得不寻常就提醒'),
  figure('heaping', 'figures', '至少看几个数', '个'),
  figure('heaping', 'roundPercent', '整数至少占', '%'),
  figure('heaping', 'rarity', '碰巧如此的机会不到', '分之一'),
  figure('heaping', 'heapingLeast', '不看小于', '的数'),
  rule('copy-forward', '几期报一样的数就提醒'),
  figure('copy-forward', 'times', '连续', '期'),
  figure('copy-forward', 'copyLeast', '不看小于', '的数'),
];

/** What the fields cannot say of themselves. */
export const faultsIn = (values: Values): readonly Fault[] =>
  on(values, 'pace') && (!Array.isArray(values.lights) || values.lights.length === 0)
    ? [{ name: 'lights', sentence: '请至少选一种灯，或者关掉这条规则。' }]
    : [];

const lightName = { red: '红灯', yellow: '黄灯', blue: '蓝灯' } as const;
const million = 1_000_000;

/** The rules that are on, a sentence each. */
export function heldWords(limits: LimitsJson): string[] {
  const { pace, streak, missing, mismatch, outlier, heaping, copyForward } = limits;
  const said = [
    pace && `进度落后：目标亮${pace.lights.map((light) => lightName[light]).join('、')}。`,
    streak && `连续落后：连续 ${streak.months} 期没有跟上进度。`,
    missing && `逾期未报：到期${missing.grace === 0 ? '' : ` ${missing.grace} 天后`}还没有报。`,
    mismatch && `上下对不上：自报的数和下级之和相差超过 ${mismatch.millionths / (million / 100)}%。`,
    outlier && `明显偏离同类：增速离中位数超过离差中位数的 ${outlier.score} 倍，至少 ${outlier.peers} 个可比。`,
    heaping &&
      `整数太多：${heaping.figures} 个数以上，整数占 ${heaping.millionths / (million / 100)}% 以上，不像碰巧。`,
    copyForward && `连续照抄：连续 ${copyForward.times} 期报一样的数。`,
  ];
  const found = said.filter((each) => typeof each === 'string');
  return found.length === 0 ? ['各条规则都关着。'] : found;
}

/** What the form begins with; of a rule that is off its usual figures, so that it can be switched on. */
export function valuesOf(limits: LimitsJson, usual: LimitsJson): Values {
  const { pace, streak, missing, mismatch, outlier, heaping, copyForward } = limits;
  const [differs, heaps] = [mismatch ?? usual.mismatch, heaping ?? usual.heaping];
  return {
    ...{ pace: pace !== null, lights: [...((pace ?? usual.pace)?.lights ?? [])] },
    ...{ streak: streak !== null, months: (streak ?? usual.streak)?.months },
    ...{ missing: missing !== null, grace: (missing ?? usual.missing)?.grace },
    ...{ mismatch: mismatch !== null, figure: differs?.figure },
    percent: differs === null ? undefined : differs.millionths / (million / 100),
    ...{
      outlier: outlier !== null,
      score: (outlier ?? usual.outlier)?.score,
      peers: (outlier ?? usual.outlier)?.peers,
    },
    apart: ((outlier ?? usual.outlier)?.least ?? 0) / (million / 100),
    ...{ heaping: heaping !== null, figures: heaps?.figures, rarity: heaps?.rarity, heapingLeast: heaps?.least },
    roundPercent: heaps === null ? undefined : heaps.millionths / (million / 100),
    'copy-forward': copyForward !== null,
    ...{ times: (copyForward ?? usual.copyForward)?.times, copyLeast: (copyForward ?? usual.copyForward)?.least },
  };
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const millionths = (value: unknown): number => Math.round(number(value) * (million / 100));

/** What was typed, as the contract wants it. */
export function limitsOf(values: Values, usual: LimitsJson): LimitsJson {
  const when = <T>(name: WarningRule, limits: () => T): T | null => (on(values, name) ? limits() : null);
  const lights = (Array.isArray(values.lights) ? values.lights : []).map(String);
  return {
    pace: when('pace', () => ({
      lights: (['red', 'yellow', 'blue'] as const).filter((each) => lights.includes(each)),
    })),
    streak: when('streak', () => ({ months: number(values.months) })),
    missing: when('missing', () => ({ grace: number(values.grace) })),
    mismatch: when('mismatch', () => ({ figure: number(values.figure), millionths: millionths(values.percent) })),
    outlier: when('outlier', () => ({
      ...{ score: number(values.score), least: millionths(values.apart), peers: number(values.peers) },
    })),
    heaping: when('heaping', () => ({
      ...{ steps: usual.heaping?.steps ?? [5, 10, 100], figures: number(values.figures) },
      ...{
        millionths: millionths(values.roundPercent),
        rarity: number(values.rarity),
        least: number(values.heapingLeast),
      },
    })),
    copyForward: when('copy-forward', () => ({ times: number(values.times), least: number(values.copyLeast) })),
  };
}
