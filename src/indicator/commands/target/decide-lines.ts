import { type Actor, covers, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { DecideLinesJson, LoadingJson } from '../../contract.ts';
import type { Decisions, LineDecision } from '../../domain/loading/model.ts';
import { putLoading } from '../../store.ts';
import type { IndicatorDeps } from '../deps.ts';
import { loadEdition } from './edition.ts';
import { makeProposal, type Proposal } from './proposal.ts';
import { loadingAnswer } from './read-loading.ts';

/**
 * Settles how lines are loaded: which indicator a name means, which place a scope, and what is to be said of single lines.
 * Refuses a line, indicator or place that there is not, a correction without a reason, an indicator to be made of a share
 * (`target-new-ratio`), and decisions that somebody else has changed meanwhile (`target-changed`).
 */
export async function decideLines(
  actor: Actor,
  planId: string,
  asked: DecideLinesJson,
  deps: IndicatorDeps,
): Promise<LoadingJson> {
  permit(actor, 'indicator.target');
  const edition = await loadEdition(actor, planId, asked.edition, deps);
  await recording(deps, actor, async (db, note) => {
    const before = await makeProposal(edition, db);
    if (before.revision !== asked.revision)
      throw new RefusalError({
        code: 'target-changed',
        field: 'revision',
        given: asked.revision,
        limit: before.revision,
      });
    const { place } = before.edition;
    if (!covers(actor.reach, place))
      throw new RefusalError({ code: 'target-out-of-reach', field: 'planId', given: planId });
    if (asked.names?.some(({ to }) => to !== null && 'create' in to) === true) permit(actor, 'indicator.define');
    check(asked, before);
    const decisions = merged(before.decisions, asked);
    const put = { planId, edition: asked.edition, place, seen: asked.revision, decisions, loadedAt: null };
    const revision = await putLoading(db, { ...put, at: deps.clock.now(), by: { id: actor.id, name: actor.name } });
    if (revision === null)
      throw new RefusalError({
        code: 'target-changed',
        field: 'revision',
        given: asked.revision,
        limit: asked.revision + 1,
      });
    note({
      action: 'target.decide',
      record: { kind: 'plan', id: planId, name: before.edition.title ?? planId },
      place,
      changes: changesOf(asked, before.decisions),
    });
  });
  return loadingAnswer(actor, await makeProposal(edition, deps.db), deps);
}

function check(asked: DecideLinesJson, { edition, definitions, proposed, register }: Proposal): void {
  const [keys, ids] = [new Set(edition.lines.map(({ key }) => key)), new Set(definitions.map(({ id }) => id))];
  const cores = new Set(proposed.map(({ core }) => core));
  const known = (of: readonly { readonly id: string }[]) => new Set(of.map(({ id }) => id));
  const [regions, chains, units] = [known(register.regions), known(register.chains), known(register.units)];
  const refuse = (code: string, field: string, given: string): never => {
    throw new RefusalError({ code, field, given });
  };
  const place = (given: NonNullable<LineDecision['place']>, field: string): void => {
    if (!regions.has(given.regionId)) refuse('region-unknown', `${field}.regionId`, given.regionId);
    if (given.chainId !== '' && !chains.has(given.chainId)) refuse('chain-unknown', `${field}.chainId`, given.chainId);
    if (given.unitId !== '' && !units.has(given.unitId)) refuse('unit-unknown', `${field}.unitId`, given.unitId);
  };
  const indicator = (id: string, field: string): void => {
    if (!ids.has(id)) refuse('indicator-missing', field, id);
  };
  for (const [at, { core, to }] of (asked.names ?? []).entries()) {
    if (!cores.has(core)) refuse('target-line-unknown', `names.${at}.core`, core);
    if (to === null) continue;
    if ('indicatorId' in to) indicator(to.indicatorId, `names.${at}.to.indicatorId`);
    else if (/^(?:%|‰|个?百分点)$/u.test(to.create.unit))
      refuse('target-new-ratio', `names.${at}.to.create.unit`, to.create.unit);
  }
  for (const [at, { place: to }] of (asked.scopes ?? []).entries()) if (to !== null) place(to, `scopes.${at}.place`);
  for (const [at, { key, decision }] of (asked.lines ?? []).entries()) {
    if (!keys.has(key)) refuse('target-line-unknown', `lines.${at}.key`, key);
    if (decision === null) continue;
    if (decision.indicatorId !== undefined) indicator(decision.indicatorId, `lines.${at}.decision.indicatorId`);
    if (decision.place !== undefined) place(decision.place, `lines.${at}.decision.place`);
    const corrects = decision.value !== undefined || decision.value2 !== undefined;
    if (corrects && decision.reason === undefined) refuse('target-reason-missing', `lines.${at}.decision.reason`, key);
  }
}

/** The decisions with what was changed; what is null is taken back. */
function merged(before: Decisions, { names = [], scopes = [], lines = [] }: DecideLinesJson): Decisions {
  const put = <T>(record: Readonly<Record<string, T>>, changes: readonly (readonly [string, T | null])[]) => {
    const next = new Map(Object.entries(record));
    for (const [key, value] of changes) {
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    return Object.fromEntries(next);
  };
  return {
    names: put(
      before.names,
      names.map(({ core, to }) => [core, to] as const),
    ),
    scopes: put(
      before.scopes,
      scopes.map(({ scope, place }) => [scope, place] as const),
    ),
    lines: put<LineDecision>(
      before.lines,
      lines.map(({ key, decision }) => [key, decision] as const),
    ),
  };
}

const changesOf = ({ names = [], scopes = [], lines = [] }: DecideLinesJson, before: Decisions) => [
  ...names.map(({ core, to }) => ({ field: core, before: before.names[core] ?? null, after: to })),
  ...scopes.map(({ scope, place }) => ({ field: scope, before: before.scopes[scope] ?? null, after: place })),
  ...lines.map(({ key, decision }) => ({ field: key, before: before.lines[key] ?? null, after: decision })),
];
