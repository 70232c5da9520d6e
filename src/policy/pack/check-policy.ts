import { doubles } from '../../../platform/pack-loader/fields.ts';
import type { LoadedPack, PackFault } from '../../kernel/index.ts';
import type { PlanContent } from '../../plan/index.ts';
import { compilePolicy, type FactTable, type PolicyFault } from '../domain/index.ts';
import { checkExamples } from './examples.ts';
import { canBeName } from './names.ts';
import type { PolicyContent } from './policy-schema.ts';

/** More different days on which figures change than any document has: all clauses are compiled for each of them. */
const mostDays = 60;
const mostCompiled = 3000;

/** Everything that is wrong with a policy: its document and places, its names, its formulas, its worked examples. */
export function checkPolicy(
  { content: policy, file, hash }: LoadedPack<PolicyContent>,
  facts: FactTable,
  plans: readonly LoadedPack<PlanContent>[],
): PackFault[] {
  const on = dayOf(policy);
  const faults = [
    ...checkIds(policy, file),
    ...checkNames(policy, facts),
    ...checkSource(policy, plans),
    ...checkTimes(policy),
    ...(on === null ? [{ code: 'policy-day-missing', path: ['validFrom'] }] : []),
  ];
  if (on === null) return faults;
  const days = daysOf(policy, on);
  const limit = Math.min(mostDays, Math.floor(mostCompiled / policy.clauses.length));
  if (days.length > limit)
    return [...faults, { code: 'policy-many-days', path: ['parameters'], given: days.length, limit }];
  const meaning = uniqueFaults(days.flatMap((day) => compilePolicy(policy, facts, { hash, on: day }).faults));
  // Examples are calculated by a policy that could be compiled.
  if (meaning.length > 0) return [...faults, ...meaning];
  return [...faults, ...checkExamples(policy, facts, hash, on)];
}

/** The day of examples that name none; null when neither they nor the document say. */
export function dayOf({ examplesOn, eventYear, validFrom, validTo }: PolicyContent): string | null {
  if (examplesOn !== null) return examplesOn;
  if (eventYear !== null) return `${eventYear}-12-31`;
  if (validFrom === null) return null;
  const yearEnd = `${validFrom.slice(0, 4)}-12-31`;
  return validTo !== null && validTo < yearEnd ? validTo : yearEnd;
}

/** That day and every later one on which a figure changes. */
function daysOf({ parameters }: PolicyContent, on: string): string[] {
  const changes = parameters.flatMap(({ values }) => values.flatMap(({ from }) => from ?? []));
  return [on, ...new Set(changes.filter((day) => day > on).toSorted())];
}

/** A fault of several days once; what is wrong with the event year, which stands in no list, is told at its own place. */
function uniqueFaults(faults: readonly PolicyFault[]): PackFault[] {
  const seen = new Map<string, PackFault>();
  for (const fault of faults) {
    const path = fault.path.includes(-1) ? ['eventYear'] : fault.path;
    seen.set(JSON.stringify([fault.code, path, fault.given, fault.limit]), { ...fault, path });
  }
  return [...seen.values()];
}

function checkIds({ id, clauses, groups, parameters, budgets }: PolicyContent, file: string): PackFault[] {
  const folder = file.split('/').at(-2) ?? '';
  const faults: PackFault[] = [];
  if (id !== folder && !id.startsWith(`${folder}.`))
    faults.push({ code: 'pack-id-not-folder', path: ['id'], given: id, limit: folder });
  return [
    ...faults,
    ...doubles(clauses.map((clause, at) => ({ path: ['clauses', at, 'id'], value: clause.id }))),
    ...doubles(groups.map((group, at) => ({ path: ['groups', at, 'id'], value: group.id }))),
    ...doubles(budgets.map((budget, at) => ({ path: ['budgets', at, 'id'], value: budget.id }))),
    ...doubles(parameters.map((parameter, at) => ({ path: ['parameters', at, 'id'], value: parameter.id }))),
  ];
}

/** A parameter can be called in formulas, and is not called like an option of a fact. Clashes with facts the compiler finds. */
function checkNames({ parameters }: PolicyContent, facts: FactTable): PackFault[] {
  const options = new Set(
    facts.facts.flatMap((fact) => (fact.type === 'choice' ? fact.options.flatMap(({ id, name }) => [id, name]) : [])),
  );
  return parameters.flatMap(({ id, name }, at) =>
    [...new Set([id, name])].flatMap((given): PackFault[] => {
      const path = ['parameters', at];
      if (!canBeName(given)) return [{ code: 'policy-name-form', path, given }];
      return options.has(given) ? [{ code: 'policy-name-twice', path, given }] : [];
    }),
  );
}

/** The document is named; every place is in the outline of its plan, where that is here. */
function checkSource(policy: PolicyContent, plans: readonly LoadedPack<PlanContent>[]): PackFault[] {
  const faults: PackFault[] = [];
  if (policy.docNumber === null && policy.docNumberReason === null)
    faults.push({ code: 'pack-source-unnamed', path: ['docNumber'], given: null, limit: 'docNumberReason' });
  if (policy.plan === null) return faults;
  const plan = plans.find(({ id }) => id === policy.plan);
  if (plan === undefined) return [...faults, { code: 'pack-plan-unknown', path: ['plan'], given: policy.plan }];
  const known = new Set(plan.content.outline.map(({ no }) => no));
  const cited = (['exclude', 'groups', 'parameters', 'clauses', 'budgets'] as const).flatMap((list) =>
    policy[list].map((each, at) => ({ path: [list, at, 'place'], given: placeOf(each) })),
  );
  for (const { path, given } of cited)
    if (given !== null && !known.has(given) && !known.has(given.replace(/\/?#\d+$/, '')))
      faults.push({ code: 'pack-place-unknown', path, given, limit: 'outline' });
  return faults;
}

const placeOf = (part: object): string | null =>
  'place' in part && typeof part.place === 'string' ? part.place : null;

/** Days exist and are in order, and applications are taken while the document is in force. */
function checkTimes({ validFrom, validTo, examplesOn, parameters, clauses }: PolicyContent): PackFault[] {
  const faults: PackFault[] = [];
  const real = (path: PackFault['path'], day: string | null) => {
    if (day !== null && !isDay(day)) faults.push({ code: 'policy-day', path, given: day });
  };
  const ordered = (path: PackFault['path'], from: string | null, to: string | null) => {
    if (from !== null && to !== null && from > to)
      faults.push({ code: 'pack-period-reversed', path, given: to, limit: from });
  };
  real(['validFrom'], validFrom);
  real(['validTo'], validTo);
  real(['examplesOn'], examplesOn);
  ordered(['validTo'], validFrom, validTo);
  parameters.forEach(({ values }, at) => {
    values.forEach(({ from }, value) => {
      real(['parameters', at, 'values', value, 'from'], from);
    });
  });
  clauses.forEach(({ window, examples }, at) => {
    const path = ['clauses', at, 'window', 'to'];
    real(['clauses', at, 'window', 'from'], window?.from ?? null);
    real(path, window?.to ?? null);
    ordered(path, window?.from ?? null, window?.to ?? null);
    if (window !== null && validTo !== null && window.to > validTo)
      faults.push({ code: 'pack-window-outside-validity', path, given: window.to, limit: validTo });
    examples.forEach(({ on }, example) => {
      real(['clauses', at, 'examples', example, 'on'], on);
    });
  });
  return faults;
}

/** `2025-02-30` is none. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
