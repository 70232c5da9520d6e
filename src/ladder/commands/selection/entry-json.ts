import type { Actor } from '../../../access/index.ts';
import type { SelectionEntryJson } from '../../contract.ts';
import type { RoundRow, readFiles, StoredEntry } from '../../store/selection/index.ts';
import { mayRun } from './shared.ts';

/** The enterprise's own people. */
export const isOwn = (actor: Actor, unitId: string | null): boolean =>
  unitId !== null && actor.permissions.has('enterprise.ask') && actor.reach.units.has(unitId);

type Files = Awaited<ReturnType<typeof readFiles>>;
export const filesJson = (files: Files, entryId: string) =>
  files
    .filter(({ entry_id }) => entry_id === entryId)
    .map(({ id, name, size, at, by_name }) => ({ id, name, size, at, by: by_name }));

/** An application as far as it is for whom asks: points of the reckoned part only for who runs the round, or from publicity on. */
export function entryJson(actor: Actor, row: StoredEntry, round: RoundRow, files: Files): SelectionEntryJson {
  const office = mayRun(actor, round);
  const told = office || round.state === 'publicity' || round.state === 'listed';
  const facts = new Map((row.frozen?.facts ?? []).map((fact) => [fact.fact, fact]));
  return {
    ...{ id: row.id, revision: row.revision, name: row.name, code: row.code, enterpriseId: row.enterprise_id },
    ...{ byItself: row.by_itself, state: row.state, stateReason: row.state_reason, exception: row.exception },
    ...{ statement: row.statement, verdict: row.verdict, gaps: row.gaps, missing: row.missing },
    ...{ appliedAt: row.applied_at, appliedBy: row.applied_by, files: filesJson(files, row.id) },
    quantitative: told && round.frozen_on !== null ? row.quantitative : null,
    measures: !told
      ? []
      : round.measures.map(({ id, name, fact, per, most }) => {
          const points = row.frozen?.points.find((each) => each.id === id);
          const parts = [facts.get(fact), per === null ? undefined : facts.get(per)].filter(
            (each) => each !== undefined,
          );
          return {
            ...{ id, name, most, points: points?.points ?? 0, isKnown: points?.isKnown ?? false },
            words: parts.map(({ words }) => words).join(' ÷ '),
            from: [...new Set(parts.map(({ from }) => from))].join('、'),
          };
        }),
    chosen: told ? row.chosen : null,
    chosenReason: told ? row.chosen_reason : null,
    titleId: row.title_id,
    mayChange: round.state === 'applying' && row.state === 'applied' && (office || isOwn(actor, row.unit_id)),
  };
}
