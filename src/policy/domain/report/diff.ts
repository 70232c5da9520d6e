import type { Check, CompiledClause, CompiledPolicy } from '../check/compiled.ts';
import { allOf } from '../check/condition.ts';
import type { FactTable } from '../check/facts.ts';
import type { ClauseSource, PolicySource } from '../source.ts';

/** A policy as written and as compiled for a day. */
export interface Edition {
  readonly source: PolicySource;
  readonly policy: CompiledPolicy;
}

/** Words or figures on both sides; null where there is none. */
export interface Difference {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ClauseChange {
  /** In the later edition, or in the earlier where it is gone. */
  readonly id: string;
  readonly title: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Whether what is paid, when, or by whom can differ; not where only words do. */
  readonly matters: boolean;
  readonly sentence: { readonly before: string | null; readonly after: string | null };
  /** Conditions that are only in the one or in the other. */
  readonly conditions: { readonly removed: readonly string[]; readonly added: readonly string[] };
  /** Everything else that differs. */
  readonly differences: readonly Difference[];
}

export interface PolicyDiff {
  readonly before: string;
  readonly after: string;
  /** Of the document: title, number, days in force. */
  readonly document: readonly Difference[];
  readonly parameters: readonly Difference[];
  readonly excluded: Difference | null;
  readonly groups: readonly Difference[];
  readonly budgets: readonly Difference[];
  /** Those that differ, in the order of the later edition; removed ones last. */
  readonly clauses: readonly ClauseChange[];
  /** How many are the same in both. */
  readonly same: number;
}

/**
 * What differs between two editions of a policy, or the same one with other figures or on another day. Conditions and
 * amounts are compared by what they compute: other words for the same are told, and not taken for a change of substance.
 */
export function diffOf(before: Edition, after: Edition): PolicyDiff {
  const pairs = pairsOf(before, after);
  const changes = pairs.flatMap(({ old, next }) => clauseChange(old, next) ?? []);
  return {
    ...{ before: before.policy.id, after: after.policy.id },
    document: differences(documentOf(before), documentOf(after)),
    parameters: differences(parametersOf(before), parametersOf(after)),
    excluded: differences(excludedOf(before), excludedOf(after))[0] ?? null,
    groups: differences(groupsOf(before), groupsOf(after)),
    budgets: differences(budgetsOf(before), budgetsOf(after)),
    clauses: changes,
    same: pairs.length - changes.length,
  };
}

interface Side {
  readonly source: ClauseSource;
  readonly clause: CompiledClause;
  readonly facts: FactTable;
}
interface Pair {
  readonly old: Side | null;
  readonly next: Side | null;
}

/** Clauses of the same id; of what is left those of the same title, and then one by one. */
function pairsOf(before: Edition, after: Edition): Pair[] {
  const left = sidesOf(before);
  const take = (fits: (side: Side) => boolean): Side | null => {
    const at = left.findIndex(fits);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const byId = sidesOf(after).map((next) => ({ next, old: take(({ clause }) => clause.id === next.clause.id) }));
  const pairs = byId.map(({ next, old }) => ({
    next,
    old: old ?? take(({ clause }) => clause.title === next.clause.title),
  }));
  return [...pairs, ...left.map((old) => ({ old, next: null }))];
}

const sidesOf = ({ source, policy }: Edition): Side[] =>
  policy.clauses.flatMap((clause, at) => {
    const written = source.clauses[at];
    return written === undefined ? [] : [{ source: written, clause, facts: policy.facts }];
  });

function clauseChange(old: Side | null, next: Side | null): ClauseChange | null {
  const shown = next ?? old;
  if (shown === null) return null;
  const { id, title } = shown.clause;
  const sentence = { before: old?.clause.sentence ?? null, after: next?.clause.sentence ?? null };
  if (old === null || next === null) {
    const kind = old === null ? 'added' : 'removed';
    return { id, title, kind, matters: true, sentence, conditions: { removed: [], added: [] }, differences: [] };
  }
  const conditions = conditionsOf(old, next);
  const found = differences(fieldsOf(old), fieldsOf(next));
  if (found.length === 0 && conditions.removed.length + conditions.added.length === 0 && isSame(sentence)) return null;
  const matters = effectOf(old) !== effectOf(next) || found.some(({ what }) => what === '受理期');
  return { id, title, kind: 'changed', matters, sentence, conditions, differences: found };
}

const isSame = ({ before, after }: { before: string | null; after: string | null }): boolean => before === after;

/** By what they compute, told in words. */
function conditionsOf(old: Side, next: Side): ClauseChange['conditions'] {
  const [a, b] = [leavesOf(old), leavesOf(next)];
  const without = (some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] =>
    [...some].flatMap(([key, words]) => (others.has(key) ? [] : [words]));
  return { removed: without(a, b), added: without(b, a) };
}

function leavesOf({ clause, facts }: Side): Map<string, string> {
  const parts = clause.check.kind === 'all' ? clause.check.parts : [clause.check];
  return new Map(flat(parts).map((check) => [programText(check.condition, facts), check.words]));
}

const flat = (checks: readonly Check[]): Check[] =>
  checks.flatMap((check) => (check.kind === 'all' ? flat(check.parts) : [check]));

/** Everything that decides what is paid by whom, as text: the same text computes the same, in whatever order it asks. */
function effectOf(side: Side): string {
  const { amount, rounding, payers, group, alsoIn } = side.clause;
  const conditions = [...leavesOf(side).keys()].toSorted();
  return programText([conditions, amount, rounding, payers, group, alsoIn], side.facts);
}

/** A piece of a program with its facts and options by name: tables of other libraries number them otherwise. */
function programText(part: unknown, facts: FactTable): string {
  return JSON.stringify(part, function (this: Readonly<Record<string, unknown>>, key, value: unknown) {
    if (key === 'low' || key === 'high') return undefined;
    if (key === 'fact' && typeof value === 'number') return facts.at(value).id;
    if (key !== 'options' || !Array.isArray(value) || typeof this.fact !== 'number') return value;
    const fact = facts.at(this.fact);
    return fact.type === 'choice' ? value.map((option) => fact.options[Number(option)]?.id) : value;
  });
}

type Fields = ReadonlyMap<string, string | null>;

/** What is in one of them only, or differs. */
const differences = (before: Fields, after: Fields): Difference[] =>
  [...new Set([...after.keys(), ...before.keys()])].flatMap((what) => {
    const [old, next] = [before.get(what) ?? null, after.get(what) ?? null];
    return old === next ? [] : [{ what, before: old, after: next }];
  });

const rounds = { 'half-up': '四舍五入', down: '舍去', up: '进位' } as const;
const listed = (texts: readonly string[]): string | null => (texts.length === 0 ? null : texts.join('；'));
const period = (from: string | null, to: string | null): string | null =>
  from === null && to === null ? null : `${from ?? ''}至${to ?? ''}`;

function fieldsOf({ source, clause }: Side): Fields {
  const payers = clause.payers.map(({ payer, millionths, rest }) => {
    return `${payer}${millionths / 10_000}%${rest && clause.payers.length > 1 ? '（零头）' : ''}`;
  });
  return new Map([
    ['编号', clause.id],
    ['名称', clause.title],
    ['出处', clause.place],
    ['给谁', clause.beneficiary],
    ['金额', clause.amountWords],
    ['最多', `${clause.most}元`],
    ['起付', source.floor],
    ['取整', `到${source.round.to}，${rounds[source.round.mode]}`],
    ['出资', payers.join('、')],
    ['就高', listed([...(clause.group === null ? [] : [clause.group]), ...clause.alsoIn])],
    ['受理期', period(clause.window?.from ?? null, clause.window?.to ?? null)],
    ['材料', listed(clause.evidence)],
    ['待明确', listed(clause.open)],
  ]);
}

const documentOf = ({ source }: Edition): Fields =>
  new Map([
    ['标题', source.title],
    ['文号', source.docNumber],
    ['机关', source.issuer],
    ['级别', source.level],
    ['有效期', period(source.validFrom, source.validTo)],
    ['年度', source.eventYear === null ? null : String(source.eventYear)],
  ]);

/** As they stand on the day, by name; a figure that does not stand yet has none. */
function parametersOf({ source, policy: { on } }: Edition): Fields {
  return new Map(
    source.parameters.map(({ name, values }) => {
      const begun = values.filter(({ from }) => from === null || from <= on);
      return [name, begun.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)).at(-1)?.value ?? null];
    }),
  );
}

const excludedOf = ({ policy: { excluded } }: Edition): Fields =>
  new Map([['一律不给', excluded === null ? null : allOf([excluded]).words]]);

const groupsOf = ({ source }: Edition): Fields =>
  new Map(source.groups.map(({ id, name, rule }) => [id, `${name}：${rule === 'highest' ? '就高' : '各给各的'}`]));

const budgetsOf = ({ policy }: Edition): Fields => new Map(policy.budgets.map(({ id, sentence }) => [id, sentence]));
