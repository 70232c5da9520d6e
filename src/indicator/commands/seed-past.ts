import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { type PackLibrary, shifted } from '../../kernel/index.ts';
import type { Definition } from '../domain/definition.ts';
import { inventedFigures } from '../domain/invented/past.ts';
import { historyPack } from '../pack.ts';
import { type Entry, type IndicatorDb, readDefinitions, recordFigures } from '../store.ts';
import { type IndicatorDeps, today } from './deps.ts';

const atOnce = 4000;

/**
 * Fills an installation with what the enterprises of invented places would have reported up to the month before last, as
 * final figures. Only for a demo. What is there already stays. Gives how many figures it put.
 */
export async function seedInventedPast(actor: Actor, library: PackLibrary, deps: IndicatorDeps): Promise<number> {
  permit(actor, 'indicator.enter');
  const stored = await readDefinitions(deps.db);
  const definitions = new Map(stored.map(({ definition }) => [definition.id, definition]));
  const counts = stored.map(({ definition }) => definition).filter(({ of }) => of.kind === 'count');
  const until = shifted(today(deps).slice(0, 7), -2);
  const figure = { reason: null, vintage: 'final' } as const;
  const entries = library
    .of(historyPack)
    .flatMap(({ content }) =>
      content.enterprises.flatMap((firm) =>
        inventedFigures(firm, content, definitions, until).map(
          ({ key, value }): Entry => ({ key, figure: { ...figure, value }, regionId: null, seen: 0, note: null }),
        ),
      ),
    );
  let put = 0;
  for (let at = 0; at < entries.length; at += atOnce)
    await recording(deps, actor, async (db, note) => {
      const saved = await putNew(db, entries.slice(at, at + atOnce), counts, actor, deps.clock.now());
      put += saved;
      note({
        action: 'indicator.seed',
        record: { kind: 'observation', id: 'demo', name: '演示用的历史数据' },
        changes: [{ field: 'added', before: null, after: saved }],
      });
    });
  return put;
}

/** Saves those of which there is no figure yet; gives how many. */
async function putNew(
  db: IndicatorDb,
  entries: readonly Entry[],
  counts: readonly Definition[],
  by: Actor,
  at: string,
): Promise<number> {
  const recorded = await recordFigures(db, entries, counts, by, at);
  if (recorded.ok) return recorded.saved.length;
  const there = new Set(recorded.stale.map(({ entry }) => entry));
  const rest = entries.filter((entry) => !there.has(entry));
  return rest.length === 0 ? 0 : putNew(db, rest, counts, by, at);
}
