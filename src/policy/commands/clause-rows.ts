import type { ListedRows, RowValue } from '../../../platform/http/list-rows.ts';
import { type Actor, permit } from '../../access/index.ts';
import type { ClauseRowJson, DocumentRowJson } from '../contract.ts';
import { clauseFields, documentFields, policyLevels } from '../contract.ts';
import type { CompiledClause, CompiledPolicy } from '../domain/index.ts';
import { mostAllowed } from '../domain/most.ts';
import { narrowedTo } from '../domain/narrowed.ts';
import { windowOn } from '../domain/standing.ts';
import { countCountersigns } from '../store.ts';
import { dayAsked, type PolicyDeps } from './deps.ts';
import type { ShownPolicy } from './shelf.ts';

/** Ids in the dictionary of facts by which clauses are sorted: what somebody makes, and where. */
const chain = 'chain';
const place = 'city';

const among = (clause: CompiledClause, policy: CompiledPolicy, fact: string): string | null =>
  narrowedTo(clause.check.condition, policy.facts, fact)?.join('、') ?? null;

/** The name of the group that keeps a clause from being paid beside others; null when it stands alone. */
export const groupName = (policy: CompiledPolicy, number: number): string | null =>
  policy.groups.find(({ members }) => members.includes(number) && members.length > 1)?.name ?? null;

function clauseRow(shown: ShownPolicy, number: number, day: string): ClauseRowJson[] {
  const { pack, policy, state } = shown;
  const clause = policy.clauses[number];
  if (clause === undefined) return [];
  const { id: policyId, title: name, issuer, docNumber } = pack.content;
  return [
    {
      ...{ id: `${policyId}/${clause.id}`, policyId, clauseId: clause.id, title: clause.title, policy: name },
      ...{ level: levelOf(policy.level), state, issuer, docNumber, place: clause.place, for: clause.beneficiary },
      ...{
        chains: among(clause, policy, chain),
        places: among(clause, policy, place),
        most: mostAllowed(clause, policy.facts),
      },
      payers: clause.payers.map(({ payer }) => payer).join('、'),
      ...{ window: windowOn(clause.window, day), windowTo: clause.window?.to ?? null },
      ...{ group: groupName(policy, number), open: clause.open.length, countersigned: null },
      sentence: clause.sentence,
    },
  ];
}

export const levelOf = (level: string) => policyLevels.find((each) => each === level) ?? '县';

function documentRow({ pack, policy, state }: ShownPolicy, day: string): DocumentRowJson {
  const { content, hash } = pack;
  const { clauses } = policy;
  return {
    ...{ id: content.id, title: content.title, level: levelOf(policy.level), state, issuer: content.issuer },
    ...{ docNumber: content.docNumber, valid: { from: content.validFrom, to: content.validTo }, hash },
    clauses: clauses.length,
    windows: clauses.filter(({ window }) => windowOn(window, day) === 'open').length,
    most: greatest(clauses.map((clause) => mostAllowed(clause, policy.facts))),
    open: clauses.reduce((sum, { open }) => sum + open.length, 0),
  };
}

/** One without a limit is greater than any with one. */
const greatest = (sums: readonly (number | null)[]): number | null =>
  sums.reduce<number | null>((most, sum) => (most === null || sum === null ? null : Math.max(most, sum)), 0);

/** Officials see who countersigned; enterprises and the public do not. */
export const seesCountersigns = ({ permissions }: Actor): boolean => permissions.has('organisation.read');

export interface OfClauses {
  readonly on?: string | undefined;
  /** Clauses of this policy only. */
  readonly policyId?: string | undefined;
}

/** Every clause as a row of a list, for a day. Refuses a day that no calendar has. */
export async function clauseList(
  actor: Actor,
  { on, policyId }: OfClauses,
  deps: PolicyDeps,
): Promise<ListedRows<ClauseRowJson>> {
  permit(actor, 'policy.read');
  const day = dayAsked(on, deps);
  const wanted = deps.shelf.on(day).filter(({ pack }) => policyId === undefined || pack.content.id === policyId);
  const plain = wanted.flatMap((shown) => shown.policy.clauses.flatMap((_, number) => clauseRow(shown, number, day)));
  const rows = seesCountersigns(actor) ? await withCountersigns(plain, wanted, deps) : plain;
  return { fields: clauseFields, rows, fieldOf: clauseField, searched: wordsOfClause };
}

async function withCountersigns(rows: readonly ClauseRowJson[], shown: readonly ShownPolicy[], deps: PolicyDeps) {
  const hashes = shown.map(({ pack }) => pack.hash);
  const units = await countCountersigns(deps.db, hashes);
  return rows.map((row) => ({ ...row, countersigned: units.get(row.id) ?? 0 }));
}

export const clauseField = (row: ClauseRowJson, key: string): RowValue => row[key as keyof typeof clauseFields];

const wordsOfClause = ({ title, policy, issuer, docNumber, sentence }: ClauseRowJson): string =>
  [title, policy, issuer, docNumber, sentence].join('\n');

/** Every policy as a row of a list, for a day. */
export function documentList(actor: Actor, on: string | undefined, deps: PolicyDeps): ListedRows<DocumentRowJson> {
  permit(actor, 'policy.read');
  const day = dayAsked(on, deps);
  const rows = deps.shelf.on(day).map((shown) => documentRow(shown, day));
  return { fields: documentFields, rows, fieldOf: documentField, searched: wordsOfDocument };
}

export function documentField(row: DocumentRowJson, key: string): RowValue {
  if (key === 'validFrom') return row.valid.from;
  if (key === 'validTo') return row.valid.to;
  return row[key as Exclude<keyof typeof documentFields, 'validFrom' | 'validTo'>];
}

const wordsOfDocument = ({ title, issuer, docNumber, id }: DocumentRowJson): string =>
  [title, issuer, docNumber, id].join('\n');
