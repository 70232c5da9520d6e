import { type Actor, systemActor } from '../../../access/index.ts';
import { recordInside } from '../../../audit/index.ts';
import { fillCells, isAskedElsewhere, recountFilled, takeSheetsToFill } from '../../store/collection.ts';
import type { IndicatorDeps } from '../deps.ts';

export interface Reported {
  readonly unitId: string;
  readonly periods: readonly string[];
  readonly indicators: readonly string[];
  /** The sheet that they were reported on; null: none. */
  readonly except: string | null;
}

/**
 * Figures that were just reported are filled in wherever the unit is asked for them again and nobody has written anything. A
 * transaction of its own, after the one that reported them: two sheets that are handed in at once would wait for each other.
 * Asks for no permission: it belongs to a command that has.
 */
export async function fillOnce(actor: Actor, reported: Reported, deps: IndicatorDeps): Promise<number> {
  const { unitId, periods, indicators, except } = reported;
  if (!(await isAskedElsewhere(deps.db, unitId, periods, indicators, except))) return 0;
  return deps.db.transaction().execute(async (db) => {
    const sheets = await takeSheetsToFill(db, unitId, periods, indicators, except);
    let filled = 0;
    for (const { id, content } of sheets) {
      const some = await fillCells(db, id, content, deps.clock.now());
      if (some > 0) await recountFilled(db, [id], content);
      filled += some;
    }
    if (filled > 0)
      await recordInside({ db, clock: deps.clock }, actor.post === null ? systemActor : actor, [
        {
          action: 'indicator.fill-cells',
          record: { kind: 'figures', id: unitId, name: periods.join('、') },
          place: { regionId: null, unitId, chainId: null },
          changes: [{ field: 'cells', before: null, after: filled }],
        },
      ]);
    return filled;
  });
}
