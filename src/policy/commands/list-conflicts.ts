import type { ListedRows, RowValue } from '../../../platform/http/list-rows.ts';
import { type Actor, permit } from '../../access/index.ts';
import { type ConflictRowJson, conflictFields, conflictKinds } from '../contract.ts';
import { factText } from '../domain/fact-text.ts';
import type { Conflict, FactTable } from '../domain/index.ts';
import { levelOf } from './clause-rows.ts';
import { dayAsked, type PolicyDeps } from './deps.ts';
import type { ShownPolicy } from './shelf.ts';

/** What is found between the policies in force on a day, and how many of each kind. */
export interface ConflictReport extends ListedRows<ConflictRowJson> {
  readonly kinds: Readonly<Record<string, number>>;
  readonly policies: number;
}

/** Where the policies in force on a day contradict each other or themselves. */
export function conflictReport(actor: Actor, on: string | undefined, deps: PolicyDeps): ConflictReport {
  permit(actor, 'policy.conflicts');
  const day = dayAsked(on, deps);
  const { shelf } = deps;
  const policies = shelf.on(day);
  const rows = shelf.conflicts(day).map((conflict) => conflictRow(conflict, policies, shelf.facts));
  const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
  return {
    ...{ fields: conflictFields, rows, fieldOf: conflictField, searched: wordsOf },
    kinds: Object.fromEntries(Object.keys(conflictKinds).map((kind) => [kind, count(kind)])),
    policies: policies.filter(({ state }) => state === 'in-force').length,
  };
}

function conflictRow(conflict: Conflict, policies: readonly ShownPolicy[], facts: FactTable): ConflictRowJson {
  const { kind, a } = conflict;
  const b = 'b' in conflict ? conflict.b : null;
  const [amountA, amountB] = 'amounts' in conflict ? conflict.amounts : [null, null];
  const witness = 'witness' in conflict ? Object.entries(conflict.witness) : [];
  return {
    ...{ id: [kind, a, b].filter(Boolean).join(' '), kind, amountA, amountB },
    ...{ a: endOf(a, policies), b: b === null ? null : endOf(b, policies) },
    ...{ from: 'from' in conflict ? conflict.from : null, to: 'to' in conflict ? conflict.to : null },
    events: 'events' in conflict ? conflict.events.map((id) => factOf(facts, id)?.name ?? id) : [],
    witness: witness.flatMap(([id, stored]) => {
      const fact = factOf(facts, id);
      return fact === undefined ? [] : [{ fact: id, name: fact.name, value: factText(fact, stored) }];
    }),
  };
}

function factOf(facts: FactTable, id: string) {
  const number = facts.numberOf(id);
  return number === undefined ? undefined : facts.at(number);
}

/** `policy/clause` or the policy alone, with their names. */
function endOf(id: string, policies: readonly ShownPolicy[]): ConflictRowJson['a'] {
  const [policyId = '', clauseId] = id.split('/');
  const shown = policies.find(({ pack }) => pack.content.id === policyId);
  if (shown === undefined) return null;
  const { title, level, docNumber } = shown.pack.content;
  const clause = shown.policy.clauses.find((each) => each.id === clauseId);
  // Editions of one document have one title: their numbers tell them apart.
  const names = { policy: clause === undefined ? (docNumber ?? title) : title, level: levelOf(level) };
  return { policyId, clauseId: clause?.id ?? null, title: clause?.title ?? title, ...names };
}

const endWords = (end: ConflictRowJson['a']): string | null => (end === null ? null : `${end.title}（${end.policy}）`);

export function conflictField(row: ConflictRowJson, key: string): RowValue {
  switch (key as keyof typeof conflictFields) {
    case 'a':
      return endWords(row.a);
    case 'b':
      return endWords(row.b);
    case 'events':
      return row.events.length === 0 ? null : row.events.join('、');
    case 'witness':
      return row.witness.length === 0 ? null : row.witness.map(({ name, value }) => `${name}：${value}`).join('；');
    case 'kind':
      return row.kind;
    case 'amountA':
      return row.amountA;
    case 'amountB':
      return row.amountB;
    case 'from':
      return row.from;
    case 'to':
      return row.to;
  }
}

const wordsOf = (row: ConflictRowJson): string =>
  ['a', 'b', 'events', 'witness'].map((key) => conflictField(row, key)).join('\n');
