import { ok, type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import type { CycleKind } from '../cycle/cycle.ts';
import { type CycleRule, usualCycleRules } from '../cycle/schedule.ts';
import { type LightRules, usualLightRules } from '../light/rules.ts';
import { type RoleWeights, usualWeights } from '../rate/rate.ts';
import { readLetterNumber } from '../urge/letter.ts';
import { type UrgingRules, usualUrgingRules } from '../urge/rules.ts';

/** When a kind of cycle runs, and so many working days before its last day who has not reported is reminded. */
export interface RunRule extends CycleRule {
  readonly remind: readonly number[];
}

/** The cycles that an office runs; null: not this kind. */
export type RunRules = Readonly<Record<CycleKind, RunRule | null>>;

/** By what an office dispatches. */
export interface DispatchRules {
  readonly light: LightRules;
  readonly weights: RoleWeights;
  readonly urging: UrgingRules;
  readonly cycle: RunRules;
  /** 代字 of its letters of supervision; null: none was set, and no letter can be sent. */
  readonly sign: string | null;
}

export const ruleKinds = ['light', 'weights', 'urging', 'cycle', 'sign'] as const;
export type RuleKind = (typeof ruleKinds)[number];

const running = (rule: CycleRule): RunRule => ({ ...rule, remind: [2, 0] });

/** What holds where nobody has set anything. */
export const usualRules: DispatchRules = {
  light: usualLightRules,
  weights: usualWeights,
  urging: usualUrgingRules,
  cycle: {
    monthly: running(usualCycleRules.monthly),
    quarterly: running(usualCycleRules.quarterly),
    yearly: running(usualCycleRules.yearly),
  },
  sign: null,
};

/** Says why rules of a kind do not go together; gives them when they do. Each figure's own bounds are the contract's. */
export function checkRules<K extends RuleKind>(kind: K, rules: DispatchRules[K]): Result<DispatchRules[K]> {
  const refusals: Refusal[] = [];
  if (kind === 'sign') {
    const sign = (rules as DispatchRules['sign']) ?? '';
    if (readLetterNumber(`${sign}〔2000〕1号`) === null)
      refusals.push({ code: 'letter-sign', field: 'sign', given: sign });
  }
  if (kind === 'urging') {
    const { letter, escalate } = rules as UrgingRules;
    if (escalate < letter) refusals.push({ code: 'rules-order', field: 'escalate', given: escalate, limit: letter });
  }
  if (kind === 'cycle')
    for (const rule of Object.values(rules as RunRules))
      for (const days of rule?.remind ?? [])
        if (rule !== null && days > rule.open)
          refusals.push({ code: 'rules-remind', field: 'remind', given: days, limit: rule.open });
  return refusals.length > 0 ? refuse(...refusals) : ok(rules);
}
