import type { FactTable } from '../check/facts.ts';
import { parametersOf } from '../check/parameters.ts';
import type { Formula } from '../language/model.ts';
import { parseFormula } from '../language/parse.ts';
import type { ClauseSource, ConditionSource, PaySource, PolicySource } from '../source.ts';
import { type WordNames, wordsOf } from './words.ts';

/** One line of how an amount comes about; what it is made of follows one deeper. */
export interface BenefitLine {
  readonly depth: number;
  readonly label: string;
  readonly words: string;
}

const orders = { '=': '等于', '>=': '达到', '>': '超过', '<=': '不超过', '<': '不到' } as const;
const modes = { 'half-up': '四舍五入', down: '舍去零头', up: '进位' } as const;

/** How a clause's amount is made, line by line, with the figures of a day; for a policy that compiles on that day. */
export function benefitLines(
  policy: PolicySource,
  clause: ClauseSource,
  facts: FactTable,
  on: string,
): readonly BenefitLine[] {
  const names: WordNames = { facts, parameters: parametersOf(policy, facts, on).words };
  const said = (formula: string): string => formulaWords(formula, names);
  const { cap, floor, limits, round } = clause;
  return [
    ...payLines(clause.pay, 0, said),
    ...(cap === null ? [] : [line(0, '最高', said(cap))]),
    ...limits.map(({ name, most, paid }) => line(0, `${name}累计`, `不超过${said(most)}，已享受${said(paid)}`)),
    ...(floor === null ? [] : [line(0, '起付', `不足${said(floor)}的不付`)]),
    line(0, '取整', `${modes[round.mode]}到${round.to}`),
  ];
}

const line = (depth: number, label: string, words: string): BenefitLine => ({ depth, label, words });

function payLines(pay: PaySource, depth: number, said: (formula: string) => string): BenefitLine[] {
  if (typeof pay === 'string') return [line(depth, '金额', said(pay))];
  if ('rate' in pay) {
    const most = pay.most === null ? [] : [line(depth, '不超过', said(pay.most))];
    return [line(depth, '基数', said(pay.of)), line(depth, '比例', said(pay.rate)), ...most];
  }
  if ('each' in pay) {
    const most = pay.most === null ? [] : [line(depth, '最多计', said(pay.most))];
    return [line(depth, '单价', said(pay.each)), line(depth, '数量', said(pay.count)), ...most];
  }
  if ('tiers' in pay) {
    const steps = pay.tiers.steps.map(({ when, border, pay: paid }) =>
      line(depth + 1, `${orders[when]}${said(border)}`, said(paid)),
    );
    return [line(depth, '分档', `看${said(pay.tiers.of)}，从上往下第一档符合的算`), ...steps];
  }
  const [label, words, parts] =
    'highest' in pay
      ? (['就高', '下面几种算法取最高的', pay.highest] as const)
      : (['合计', '下面几项相加', pay.sum] as const);
  const inner = parts.flatMap((part, at) => [line(depth + 1, `其${at + 1}`, ''), ...payLines(part, depth + 2, said)]);
  return [line(depth, label, words), ...inner];
}

/** A formula in words; one that cannot be read stands as it is. */
function formulaWords(text: string, names: WordNames): string {
  const formula = parseFormula(text);
  return 'fault' in formula ? text : wordsOf(formula, names);
}

/** Names that stand in the formulas of a clause or of its policy's scope and exclusions: facts, options, parameters. */
export function namesIn(policy: PolicySource, clause: ClauseSource): ReadonlySet<string> {
  const { cap, floor, limits } = clause;
  const conditions = [...policy.exclude.map(({ when }) => when), ...policy.scope, ...clause.scope, ...clause.when];
  const formulas = [
    ...conditions.flatMap(conditionFormulas),
    ...payFormulas(clause.pay),
    ...[cap, floor].filter((each) => each !== null),
    ...limits.flatMap(({ most, paid }) => [most, paid]),
  ];
  const found = new Set<string>();
  for (const text of formulas) {
    const formula = parseFormula(text);
    if (!('fault' in formula)) collect(formula, found);
  }
  return found;
}

function collect(formula: Formula, found: Set<string>): void {
  switch (formula.kind) {
    case 'name':
      found.add(formula.name);
      break;
    case 'call':
      for (const part of formula.of) collect(part, found);
      break;
    case 'not':
    case 'minus':
      collect(formula.of, found);
      break;
    case 'binary':
      collect(formula.left, found);
      collect(formula.right, found);
      break;
    case 'number':
      break;
  }
}

function conditionFormulas(source: ConditionSource): string[] {
  if (typeof source === 'string') return [source];
  if ('all' in source) return source.all.flatMap(conditionFormulas);
  if ('any' in source) return source.any.flatMap(conditionFormulas);
  if ('not' in source) return conditionFormulas(source.not);
  return Object.values('first-over' in source ? source['first-over'] : source['still-held']);
}

function payFormulas(pay: PaySource): string[] {
  if (typeof pay === 'string') return [pay];
  if ('rate' in pay) return [pay.rate, pay.of, ...(pay.most === null ? [] : [pay.most])];
  if ('each' in pay) return [pay.each, pay.count, ...(pay.most === null ? [] : [pay.most])];
  if ('tiers' in pay) return [pay.tiers.of, ...pay.tiers.steps.flatMap(({ border, pay: paid }) => [border, paid])];
  return ('highest' in pay ? pay.highest : pay.sum).flatMap(payFormulas);
}
