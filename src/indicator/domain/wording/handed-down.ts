import type { AdjustmentFault } from '../decompose/adjust.ts';
import type { Proposal } from '../decompose/propose.ts';
import type { HandedDown } from '../decompose/sums.ts';
import type { Sense } from '../target/target.ts';
import { amountWords, figureWords, percentWords } from './figure.ts';
import type { InUnit } from './unit.ts';

export interface HandedDownContext {
  readonly written: InUnit;
  readonly sense: Sense;
  /** As people say it: `市级`, `各区`. */
  readonly own: string;
  readonly below: string;
  readonly nameOf: (placeId: string) => string;
}

/** Whether parts come to their whole: `各区之和比市级目标少 12 亿元`; who has none yet. A sentence each. */
export function handedDownSentences(found: HandedDown, context: HandedDownContext): string[] {
  const { written, own, below, nameOf } = context;
  const without = found.without.length === 0 ? [] : [`还没有目标的：${listed(found.without.map(nameOf))}。`];
  const difference = found.rest === null ? '' : amountWords(found.rest, written);
  const compared = `${below}之和比${own}目标${(found.rest ?? 0n) < 0n ? '多' : '少'} ${difference}`;
  switch (found.state) {
    case 'none':
      return [found.level === null ? `${own}和${below}都没有目标。` : `${own}目标还没有分解到${below}。`];
    case 'without-own':
      return [`${below}之和是 ${figureWords(found.handed, written)}，${own}自己没有目标。`, ...without];
    case 'exact':
      return [`${below}之和正好是${own}目标。`, ...without];
    case 'partly':
      return [`${own}目标还有 ${difference}没有分解。`, ...without];
    case 'looser':
      return [`${compared}，${looserWords(context.sense, own)}。`, ...without];
    case 'stricter':
      return [`${compared}${stricterWords(found)}。`, ...without];
  }
}

const looserWords = (sense: Sense, own: string): string =>
  sense === 'exact' ? '两边要相等' : `各自都完成了，${own}也完不成`;

function stricterWords({ overshoot, intended }: HandedDown): string {
  if (overshoot === null) return '（加码）';
  return `（加码 ${percentWords(overshoot)}，${intended ? '在事先说明的范围内' : '超出事先说明的范围'}）`;
}

function listed(names: readonly string[], most = 8): string {
  const some = names.slice(0, most).join('、');
  return names.length > most ? `${some}等 ${names.length} 个` : some;
}

/** How a proposal came about, or why there is none. */
export function proposalSentences(proposal: Proposal, written: InUnit, nameOf: (placeId: string) => string): string[] {
  if (!proposal.ok) {
    if (proposal.why.code === 'no-shares') return ['都没有上年的数，不能按比例分。请逐个填写。'];
    const [given, limit] = [proposal.why.given, proposal.why.limit].map((value) => figureWords(value, written));
    return [`已经定下的共 ${given}，超过了要分的 ${limit}。请先减少定下的数。`];
  }
  const how = {
    share: '按上年所占的比例分，合计正好相等。',
    'same-rate': '各处按同样的增速算，合计正好相等。',
    'same-factor': '各处的比率按同样的倍数变动，合计正好相等。',
  }[proposal.method];
  const names = proposal.without.map(({ id }) => nameOf(id));
  return [how, ...(names.length === 0 ? [] : [`没有上年的数、这次没有分到的：${listed(names)}。`])];
}

/** Why an adjustment of a target is not taken. */
export function adjustmentWords(fault: AdjustmentFault, written: InUnit): string {
  switch (fault.code) {
    case 'reason-missing':
      return '没有写调整原因。请写明。';
    case 'approver-missing':
      return '没有写由谁批准。请写明。';
    case 'date-invalid':
      return `「${fault.given}」不是日期。请写成 2026-03-01 这样。`;
    case 'date-too-early':
      return `${fault.given} 早于上一次的 ${fault.limit}。请选不早于它的一天。`;
    case 'value-unchanged':
      return `还是 ${figureWords(fault.given, written)}，没有变。请写新的数。`;
  }
}
