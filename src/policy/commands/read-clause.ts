import { type Actor, permit } from '../../access/index.ts';
import type { ClauseJson, CountersignJson } from '../contract.ts';
import { factText, factUnit } from '../domain/fact-text.ts';
import type { FactTable } from '../domain/index.ts';
import { mostAllowed } from '../domain/most.ts';
import { bestMatches } from '../domain/sentence/alike.ts';
import { benefitLines, namesIn } from '../domain/sentence/benefit.ts';
import type { ExampleSource } from '../domain/source.ts';
import { windowOn } from '../domain/standing.ts';
import { rowOfExample } from '../pack/examples.ts';
import { readCountersigns, type StoredCountersign } from '../store.ts';
import { seesCountersigns } from './clause-rows.ts';
import { dayAsked, type FoundDocument, type PolicyDeps, today } from './deps.ts';
import { documentOf, exclusionsOf, groupOf, headOf, parameterOf, ruleLines } from './read-policy.ts';
import { clauseNumber, type ShownPolicy, shownPolicy } from './shelf.ts';

export interface WantedClause {
  readonly policyId: string;
  readonly clauseId: string;
  readonly on?: string | undefined;
}

/** Everything about one clause as it stands on a day. Refuses what there is not. */
export async function readClause(actor: Actor, wanted: WantedClause, deps: PolicyDeps): Promise<ClauseJson> {
  permit(actor, 'policy.read');
  const day = dayAsked(wanted.on, deps);
  const shown = shownPolicy(deps.shelf, wanted.policyId, day);
  const number = clauseNumber(shown, wanted.clauseId);
  const { pack, policy } = shown;
  const { content } = pack;
  const [clause, source] = [policy.clauses[number], content.clauses[number]];
  if (clause === undefined || source === undefined) throw new Error('a clause without its source');
  const document = await documentOf(actor, shown, deps);
  const see = seesCountersigns(actor);
  const signed = see ? await readCountersigns(deps.db, content.id, clause.id) : [];
  const countersigns = signed.map((each) => countersignOf(each, actor, pack.hash));
  const names = namesIn(content, source);
  const stands = countersigns.some(({ standing }, at) => standing && signed[at]?.unitId === actor.post?.unitId);
  return {
    policy: headOf(shown, day, document),
    ...{ id: clause.id, title: clause.title, for: clause.beneficiary, sentence: clause.sentence, place: clause.place },
    headings: content.plan === null ? [] : [...deps.shelf.headings(content.plan, clause.place)],
    source: sourceOf(document, clause.place, `${clause.title}${clause.sentence}`),
    rule: ruleLines(clause.check),
    exclusions: exclusionsOf(shown).map(({ words }) => words),
    benefit: [...benefitLines(content, source, policy.facts, shown.day)],
    most: mostAllowed(clause, policy.facts),
    payers: source.payers.map(({ payer, percent }) => ({ payer, percent })),
    rest: clause.payers.length > 1 ? (clause.payers.find(({ rest }) => rest)?.payer ?? null) : null,
    ...{ window: windowOn(clause.window, day), windowSpan: clause.window },
    groups: policy.groups
      .filter(({ members }) => members.includes(number) && members.length > 1)
      .map((group) => groupOf(group, shown)),
    ...{ evidence: [...clause.evidence], open: [...clause.open] },
    facts: clause.facts.map((fact) => factOf(policy.facts, fact)),
    parameters: content.parameters
      .filter(({ id, name }) => names.has(id) || names.has(name))
      .map((parameter) => parameterOf(parameter, shown.day)),
    examples: source.examples.map((example, at) => ({
      ...{ number: at + 1, title: example.title, on: example.on, pays: example.pays },
      facts: givenFacts(shown, example, clause.facts),
    })),
    editions: editionsOf(shown, clause.id, day, deps),
    countersigns,
    may: { see, countersign: maySign(actor) && !stands && clause.sentence === sentenceToday(wanted, deps) },
  };
}

const maySign = ({ permissions, post }: Actor): boolean => permissions.has('policy.countersign') && post !== null;

/** What is countersigned is what the rule says today, whatever day is looked at. */
function sentenceToday({ policyId, clauseId }: WantedClause, deps: PolicyDeps): string | undefined {
  const shown = shownPolicy(deps.shelf, policyId, today(deps));
  return shown.policy.clauses[clauseNumber(shown, clauseId)]?.sentence;
}

function factOf(facts: FactTable, number: number): ClauseJson['facts'][number] {
  const fact = facts.at(number);
  return { id: fact.id, name: fact.name, unit: factUnit(fact), from: fact.from };
}

/** What an example says, in the order of the clause's own facts. */
function givenFacts({ pack, policy }: ShownPolicy, example: ExampleSource, order: readonly number[]) {
  const row = rowOfExample(pack.content, example, policy.facts);
  return order.map((number) => {
    const fact = policy.facts.at(number);
    const value = row[number] ?? null;
    return { name: fact.name, value: value === null ? '还不知道' : factText(fact, value) };
  });
}

/** Most of one place that are shown. */
const mostItems = 6;

/** What was read out of the document at the same place, the likest first. */
function sourceOf(document: FoundDocument | null, place: string, words: string): ClauseJson['source'] {
  if (document === null) return null;
  const base = place.replace(/\/?#\d+$/u, '');
  const there = document.clauses.filter(({ no }) => no === base || no.startsWith(`${base}/`));
  const items = bestMatches(there, (item) => item.words, words)
    .slice(0, mostItems)
    .map(({ itemId, words: said }) => ({ itemId, words: said }));
  return { planId: document.planId, title: document.title, items };
}

/** Other documents of the same title: what was paid before, and what is to come. */
function editionsOf({ pack }: ShownPolicy, clauseId: string, day: string, { shelf }: PolicyDeps) {
  const same = shelf.on(day).filter((each) => each.pack.content.title === pack.content.title);
  return same
    .filter((each) => each.pack.content.id !== pack.content.id)
    .map(({ pack: { content }, policy }) => ({
      ...{ policyId: content.id, title: content.title, from: content.validFrom, to: content.validTo },
      clauseId: policy.clauses.find(({ id }) => id === clauseId)?.id ?? null,
    }));
}

function countersignOf(row: StoredCountersign, actor: Actor, hash: string): CountersignJson {
  const standing = row.withdrawnAt === null && row.hash === hash;
  return {
    ...{ id: row.id, unit: row.unitName, by: `${row.byName}（${row.postTitle}）`, at: row.at, hash: row.hash },
    ...{ sentence: row.sentence, standing, withdrawnAt: row.withdrawnAt },
    mine: standing && row.postId === actor.post?.id && actor.permissions.has('policy.countersign'),
  };
}
