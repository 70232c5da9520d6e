import type { ClauseSource, PolicySource } from '../source.ts';

/** A clause that pays 1万元 to everybody, and what a test changes about it. */
export const clauseWith = (changes: Partial<ClauseSource>): ClauseSource => ({
  ...{ id: 'c', title: '条款', place: '一', for: '企业', scope: [], when: [], pay: '1万元', cap: null, floor: null },
  ...{ limits: [], round: { to: '元', mode: 'half-up' }, payers: [{ payer: '市级', percent: 100 }], rest: null },
  ...{ group: null, alsoIn: [], window: null, evidence: [], open: [], examples: [] },
  ...changes,
});

/** A policy of some clauses, and what a test changes about it. */
export const policyWith = (clauses: readonly ClauseSource[], changes: Partial<PolicySource> = {}): PolicySource => ({
  ...{
    id: 'p',
    title: '政策',
    docNumber: null,
    issuer: '测试',
    plan: null,
    level: '市',
    validFrom: null,
    validTo: null,
  },
  ...{ eventYear: 2025, parameters: [], exclude: [], scope: [], groups: [], clauses, budgets: [] },
  ...changes,
});
