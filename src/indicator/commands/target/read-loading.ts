import { type Actor, permit } from '../../../access/index.ts';
import type { LoadingJson, ProposedLineJson } from '../../contract.ts';
import type { Definition } from '../../domain/definition.ts';
import type { LineDecision, ProposedLine } from '../../domain/loading/model.ts';
import { decimalsOf } from '../../domain/loading/propose.ts';
import { problemWords } from '../../domain/loading/words.ts';
import { readHandedBelow, readNames } from '../../store.ts';
import type { IndicatorDeps } from '../deps.ts';
import { loadEdition } from './edition.ts';
import { namedPlace, subjectName } from './naming.ts';
import { makeProposal, type Proposal } from './proposal.ts';

/** What an edition of a plan would bring, line by line, with what has to be settled and what would change. */
export async function readLoadingOf(
  actor: Actor,
  which: { readonly planId: string; readonly edition?: number | undefined },
  deps: IndicatorDeps,
): Promise<LoadingJson> {
  permit(actor, 'indicator.target');
  const edition = await loadEdition(actor, which.planId, which.edition, deps);
  return loadingAnswer(actor, await makeProposal(edition, deps.db), deps);
}

/** A proposal as the contract tells it. */
export async function loadingAnswer(actor: Actor, proposal: Proposal, { db }: IndicatorDeps): Promise<LoadingJson> {
  const { edition, proposed, comparison, definitions, register } = proposal;
  const { gone } = comparison;
  const names = await readNames(db, [
    ...proposed.flatMap(({ place }) => place ?? []),
    ...gone.map(({ target }) => target.place),
  ]);
  const below =
    gone.length === 0
      ? []
      : await readHandedBelow(
          db,
          gone.map(({ id }) => id),
        );
  const byId = new Map(definitions.map((each) => [each.id, each]));
  const changes = [...comparison.lines.values()];
  const countOf = (state: ProposedLine['state']) => proposed.filter((each) => each.state === state).length;
  const changeOf = (change: string) => changes.filter((each) => each.change === change).length;
  return {
    ...{ planId: edition.planId, plan: edition.title, edition: edition.edition, editions: [...edition.editions] },
    ...{ revision: proposal.revision, loadedAt: proposal.loadedAt },
    counts: {
      ...{ ready: countOf('ready'), open: countOf('open'), faulty: countOf('faulty') },
      ...{ 'left-out': countOf('left-out'), repeat: countOf('repeat') },
      ...{ new: changeOf('new'), changed: changeOf('changed'), same: changeOf('same'), gone: gone.length },
    },
    lines: proposed.map((each) => lineAnswer(each, proposal, byId, names)),
    gone: gone.map(({ id, target }) => ({
      ...{ id, name: subjectName(target, byId.get(target.indicatorId), names), value: Number(target.value) },
      unit: target.mode === 'growth' ? '%' : (byId.get(target.indicatorId)?.unit ?? ''),
      decimals: target.mode === 'growth' ? 4 : (byId.get(target.indicatorId)?.decimals ?? 0),
      handed: below.filter(({ parentId, handed }) => parentId === id && handed).length,
    })),
    indicators: definitions.map(({ id, name, unit }) => ({ id, name, unit })),
    places: {
      regions: register.regions.map(({ id, name }) => ({ id, name })),
      chains: register.chains.map(({ id, name }) => ({ id, name })),
    },
    mayDefine: actor.permissions.has('indicator.define'),
  };
}

function lineAnswer(
  each: ProposedLine,
  { comparison }: Proposal,
  byId: ReadonlyMap<string, Definition>,
  names: ReadonlyMap<string, string>,
): ProposedLineJson {
  const { line, create, place, base } = each;
  const definition = each.indicatorId === null ? null : (byId.get(each.indicatorId) ?? null);
  const what = definition ?? create;
  const isGrowth = line.mode === 'growth';
  const change = comparison.lines.get(line.key);
  return {
    ...{ key: line.key, itemId: line.itemId, cell: line.cell, name: line.name, text: line.text, scope: line.scope },
    ...{ core: each.core, given: line.value, given2: line.value2, givenUnit: line.unit, op: line.op, mode: line.mode },
    year: each.period === null ? null : Number(each.period),
    indicator: what === null ? null : { id: definition?.id ?? null, name: what.name },
    unit: isGrowth ? '%' : (what?.unit ?? null),
    decimals: isGrowth ? 4 : decimalsOf(what),
    candidates: each.candidates.map(({ indicatorId, score }) => {
      const { name = indicatorId, unit = '' } = byId.get(indicatorId) ?? {};
      return { indicatorId, name, unit, score };
    }),
    place: place === null ? null : namedPlace(place, names),
    value: each.value === null ? null : Number(each.value),
    value2: each.value2 === null ? null : Number(each.value2),
    base: base === null ? null : { period: base.period, perYear: base.perYear },
    ...{ from: each.from, state: each.state, twin: each.twin },
    ...{
      change: change?.change ?? null,
      before: change?.standing == null ? null : Number(change.standing.target.value),
    },
    problems: each.problems.map((problem) => ({ code: problem.code, words: problemWords(problem) })),
    notes: line.findings
      .filter(({ severity, dismissed }) => severity !== 'error' || dismissed !== null)
      .map(({ message, dismissed }) => (dismissed === null ? message : `${message}（核定时说明：${dismissed}）`)),
    decision: each.decision === null ? null : given(each.decision),
  };
}

/** Without the fields that are not there. */
const given = (decision: LineDecision) =>
  Object.fromEntries(Object.entries(decision).filter(([, value]) => value !== undefined)) as {
    [K in keyof LineDecision]?: Exclude<LineDecision[K], undefined>;
  };
