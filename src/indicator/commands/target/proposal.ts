import type { Definition } from '../../domain/definition.ts';
import { type Comparison, compare } from '../../domain/loading/compare.ts';
import { type Decisions, noDecisions, type ProposedLine } from '../../domain/loading/model.ts';
import type { PlaceRegister } from '../../domain/loading/places.ts';
import { propose } from '../../domain/loading/propose.ts';
import {
  type IndicatorDb,
  readDefinitions,
  readEarlierDecisions,
  readLoading,
  readPlaceRegister,
  readTargetsOfPlan,
  type StoredTarget,
} from '../../store.ts';
import type { LoadedEdition } from './edition.ts';

/** What loading an edition would do, as far as decided. */
export interface Proposal {
  readonly edition: LoadedEdition;
  readonly revision: number;
  readonly loadedAt: string | null;
  readonly decisions: Decisions;
  readonly register: PlaceRegister;
  readonly definitions: readonly Definition[];
  readonly proposed: readonly ProposedLine[];
  readonly standing: readonly StoredTarget[];
  readonly comparison: Comparison;
}

/** Puts the proposal together. `standing` gives what is in force already, read or held by the caller. */
export async function makeProposal(
  edition: LoadedEdition,
  db: IndicatorDb,
  standingOf: (db: IndicatorDb, planId: string) => Promise<StoredTarget[]> = readTargetsOfPlan,
): Promise<Proposal> {
  const stored = await readLoading(db, edition.planId, edition.edition);
  const decisions =
    stored?.decisions ?? (await readEarlierDecisions(db, edition.planId, edition.edition)) ?? noDecisions;
  const definitions = (await readDefinitions(db)).map(({ definition }) => definition);
  const { regionId, chainId } = edition.place;
  const home = regionId === null ? null : { regionId, chainId: chainId ?? '', unitId: '' };
  const names = [...new Set(edition.lines.flatMap(({ scope }) => (scope === null ? [] : [scope])))];
  const register = await readPlaceRegister(db, home, names);
  const proposed = propose(edition.lines, decisions, { definitions, register, years: edition.years });
  const standing = await standingOf(db, edition.planId);
  const comparison = compare(
    proposed,
    standing.map(({ target }) => ({ id: target.id, target })),
  );
  const revision = stored?.revision ?? 0;
  return {
    ...{ edition, revision, loadedAt: stored?.loadedAt ?? null, decisions, register, definitions },
    ...{ proposed, standing, comparison },
  };
}
