import type { Field, Values } from '../../../../platform/web/form/model.ts';
import type { DispatchSettingsJson, RuleJson } from '../../contract.ts';
import { cycleKindNames, cycleKinds, type RuleKind } from '../../domain/index.ts';

/** Rules of dispatch as forms, one a kind, and in sentences. */

export const ruleNames: Readonly<Record<RuleKind, string>> = {
  light: '亮灯规则',
  weights: '按时率的份量',
  urging: '催办规则',
  cycle: '调度的日期',
  sign: '督办函代字',
};

type Rules = DispatchSettingsJson['rules'];
const figure = (name: string, label: string, unit: string, help?: string): Field => ({
  ...{ input: 'figure', name, label, unit, width: 3, required: true },
  ...(help !== undefined && { help }),
});

const runFields = (kind: (typeof cycleKinds)[number]): Field[] => {
  const shown = (values: Values) => values[kind] === true;
  const name = (part: string) => `${kind}-${part}`;
  return [
    { input: 'check', name: kind, label: cycleKindNames[kind], text: `搞${cycleKindNames[kind]}` },
    { ...figure(name('due'), '截止', '个工作日', '在期末最后一个工作日之后；负数是之前'), width: 2, shown },
    { ...figure(name('open'), '提前', '个工作日开始填报'), width: 2, shown },
    {
      ...{ input: 'text', name: name('remind'), label: '提醒', width: 2, shown },
      help: '截止前几个工作日，用逗号隔开',
    },
  ];
};

export const ruleFields: Readonly<Record<RuleKind, readonly Field[]>> = {
  light: [
    figure('nearDays', '到期前', '天亮蓝灯'),
    figure('paceTolerance', '落后应有进度超过目标的', '%亮黄灯'),
    figure('silentDays', '多少天没有报数', '天亮黄灯'),
  ],
  weights: [figure('lead', '牵头', '份'), figure('cooperating', '配合', '份')],
  urging: [
    figure('unsigned', '下达后没有签收', '个工作日催办'),
    figure('before', '到期前', '个工作日催办'),
    figure('letter', '超期', '个工作日发督办函'),
    figure('urgings', '超期后催办', '次，也发督办函'),
    figure('reply', '复函期限', '个工作日'),
    figure('escalate', '超期', '个工作日报链长'),
    figure('rest', '两次之间至少隔', '个工作日'),
  ],
  cycle: cycleKinds.flatMap(runFields),
  sign: [
    {
      ...{ input: 'text', name: 'sign', label: '代字', required: true, width: 3, most: 12 },
      help: '例如“临链督”，文号就是“临链督〔2026〕1号”',
    },
  ],
};

/** What a form begins with. */
export function valuesOf(kind: RuleKind, rules: Rules): Values {
  switch (kind) {
    case 'light':
    case 'weights':
    case 'urging':
      return { ...rules[kind] };
    case 'sign':
      return { sign: rules.sign ?? '' };
    case 'cycle':
      return Object.fromEntries(
        cycleKinds.flatMap((each) => {
          const { due = 0, open = 5, remind = [2, 0] } = rules.cycle[each] ?? {};
          return [
            [each, rules.cycle[each] !== null],
            [`${each}-due`, due],
            [`${each}-open`, open],
            [`${each}-remind`, remind.join('，')],
          ];
        }),
      );
  }
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const numbers = (value: unknown): number[] => [
  ...new Set(
    String(value ?? '')
      .split(/[^\d]+/u)
      .filter((part) => part !== '')
      .map(Number),
  ),
];

/** What was typed, as the contract wants it. */
export function ruleOf(kind: RuleKind, values: Values): RuleJson {
  const of = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, number(values[name])]));
  switch (kind) {
    case 'light':
      return { kind, content: of('nearDays', 'paceTolerance', 'silentDays') as Rules['light'] };
    case 'weights':
      return { kind, content: of('lead', 'cooperating') as Rules['weights'] };
    case 'urging': {
      const names = ['unsigned', 'before', 'letter', 'urgings', 'reply', 'escalate', 'rest'];
      return { kind, content: of(...names) as Rules['urging'] };
    }
    case 'sign':
      return { kind, content: String(values.sign ?? '').trim() };
    case 'cycle': {
      const run = (each: (typeof cycleKinds)[number]) =>
        values[each] === true
          ? {
              due: number(values[`${each}-due`]),
              open: number(values[`${each}-open`]),
              remind: numbers(values[`${each}-remind`]),
            }
          : null;
      return { kind, content: { monthly: run('monthly'), quarterly: run('quarterly'), yearly: run('yearly') } };
    }
  }
}

/** One kind of rule in sentences. */
export function ruleWords({ kind, content }: RuleJson): string {
  if (content === null) return '按上级地区的。';
  switch (kind) {
    case 'light':
      return `到期前 ${content.nearDays} 天亮蓝灯；落后应有进度超过目标的 ${content.paceTolerance}%，或者 ${content.silentDays} 天没有报数，亮黄灯。`;
    case 'weights':
      return `牵头按 ${content.lead} 份、配合按 ${content.cooperating} 份计。`;
    case 'urging':
      return (
        `下达 ${content.unsigned} 个工作日没有签收、到期前 ${content.before} 个工作日，催办；` +
        `超期 ${content.letter} 个工作日或者催办 ${content.urgings} 次，发督办函，${content.reply} 个工作日内复函；` +
        `超期 ${content.escalate} 个工作日或者不复函，报链长。两次之间至少隔 ${content.rest} 个工作日。`
      );
    case 'sign':
      return `“${content}”。`;
    case 'cycle':
      return cycleKinds.map((each) => runWords(each, content[each])).join('');
  }
}

function runWords(kind: (typeof cycleKinds)[number], run: Rules['cycle']['monthly']): string {
  const name = cycleKindNames[kind];
  if (run === null) return `不搞${name}。`;
  const when =
    run.due === 0
      ? '期末最后一个工作日截止'
      : run.due > 0
        ? `期末以后第 ${run.due} 个工作日截止`
        : `期末最后一个工作日之前 ${-run.due} 个工作日截止`;
  const reminded = run.remind.length === 0 ? '不提醒' : `截止前 ${run.remind.join('、')} 个工作日提醒`;
  return `${name}：${when}，提前 ${run.open} 个工作日开始填报，${reminded}。`;
}
