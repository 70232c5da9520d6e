import { type Actor, permit } from '../../access/index.ts';
import type { GroupJson, ParameterJson, PolicyHeadJson, PolicyJson, RuleLineJson } from '../contract.ts';
import type { Check, CompiledPolicy } from '../domain/index.ts';
import { mostAllowed } from '../domain/most.ts';
import type { ParameterSource } from '../domain/source.ts';
import { windowOn } from '../domain/standing.ts';
import { levelOf } from './clause-rows.ts';
import { dayAsked, type FoundDocument, type PolicyDeps } from './deps.ts';
import { type ShownPolicy, shownPolicy } from './shelf.ts';

/** One policy as it stands on a day. Refuses an id that no pack has, and a day that no calendar has. */
export async function readPolicy(
  actor: Actor,
  { policyId, on }: { readonly policyId: string; readonly on?: string | undefined },
  deps: PolicyDeps,
): Promise<PolicyJson> {
  permit(actor, 'policy.read');
  const day = dayAsked(on, deps);
  const shown = shownPolicy(deps.shelf, policyId, day);
  const { content } = shown.pack;
  const { policy } = shown;
  return {
    ...headOf(shown, day, await documentOf(actor, shown, deps)),
    scope: sharedScope(policy, content.scope.length),
    exclusions: exclusionsOf(shown),
    parameters: content.parameters.map((parameter) => parameterOf(parameter, shown.day)),
    groups: policy.groups.filter(({ members }) => members.length > 1).map((group) => groupOf(group, shown)),
    budgets: policy.budgets.map(({ name, place, available, sentence }) => ({ name, place, available, sentence })),
    clauses: policy.clauses.map((clause, number) => ({
      ...{ id: clause.id, title: clause.title, place: clause.place, for: clause.beneficiary },
      most: mostAllowed(clause, policy.facts),
      group: policy.groups.find(({ members }) => members.length > 1 && members.includes(number))?.id ?? null,
      ...{ window: windowOn(clause.window, day), windowSpan: clause.window, open: clause.open.length },
    })),
  };
}

/** The same document among the plans, where the pack names its plan. */
export async function documentOf(
  actor: Actor,
  { pack: { content } }: ShownPolicy,
  deps: PolicyDeps,
): Promise<FoundDocument | null> {
  if (content.plan === null || !actor.permissions.has('plan.read')) return null;
  const title = deps.shelf.planTitle(content.plan) ?? content.title;
  return deps.findDocument(actor, { docNumber: content.docNumber, title });
}

export function headOf(
  { pack, state, day }: ShownPolicy,
  asked: string,
  document: FoundDocument | null,
): PolicyHeadJson {
  const { content, hash } = pack;
  return {
    ...{ id: content.id, title: content.title, level: levelOf(content.level), issuer: content.issuer },
    ...{ docNumber: content.docNumber, docNumberReason: content.docNumberReason, eventYear: content.eventYear },
    ...{ valid: { from: content.validFrom, to: content.validTo }, state, on: { asked, shown: day }, hash },
    plan: document === null ? null : { planId: document.planId, title: document.title },
  };
}

/** A check as lines, parents before their parts. */
export function ruleLines({ kind, words, parts }: Check, depth = 0): RuleLineJson[] {
  return [{ depth, kind, words }, ...parts.flatMap((part) => ruleLines(part, depth + 1))];
}

/** The conditions that every clause begins with, told once. */
function sharedScope({ clauses }: CompiledPolicy, count: number): RuleLineJson[] {
  const [first] = clauses;
  if (first === undefined || count === 0) return [];
  const parts = first.check.kind === 'all' ? first.check.parts : [first.check];
  return parts.slice(0, count).flatMap((part) => ruleLines(part));
}

export const exclusionsOf = ({ pack, policy: { excluded } }: ShownPolicy): PolicyJson['exclusions'] =>
  pack.content.exclude.map(({ words, place }, at) => ({ words, place, rule: ruleOfExclusion(excluded, at) ?? words }));

/** What a part of the exclusions asks, in the words of its rule. */
function ruleOfExclusion(excluded: Check | null, at: number): string | undefined {
  const part = excluded?.parts[at];
  return part === undefined || part.parts.length === 0
    ? undefined
    : part.parts.map(({ words }) => words).join('，或者');
}

/** The value that began last before a day. */
const valueOn = ({ values }: ParameterSource, day: string): string | null =>
  values
    .filter(({ from }) => from === null || from <= day)
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
    .at(-1)?.value ?? null;

export const parameterOf = (
  parameter: ParameterSource & { readonly place?: string | null },
  day: string,
): ParameterJson => ({
  ...{ id: parameter.id, name: parameter.name, place: parameter.place ?? null, reason: parameter.reason },
  ...{ now: valueOn(parameter, day), values: parameter.values.map(({ from, value }) => ({ from, value })) },
});

export function groupOf(group: CompiledPolicy['groups'][number], { pack, policy }: ShownPolicy): GroupJson {
  const place = pack.content.groups.find(({ id }) => id === group.id)?.place ?? null;
  const clauses = group.members.flatMap((member) => {
    const clause = policy.clauses[member];
    return clause === undefined
      ? []
      : [{ id: clause.id, title: clause.title, most: mostAllowed(clause, policy.facts) }];
  });
  return { id: group.id, name: group.name, rule: group.rule, place, clauses };
}
