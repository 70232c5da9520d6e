import { type Actor, covers, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { FigureHistoryJson } from '../../contract.ts';
import type { FigureKey } from '../../domain/figure.ts';
import { namesOf, readVersions, sheetsOfFigure } from '../../store/collection.ts';
import { readDefinitions } from '../../store.ts';
import type { IndicatorDeps } from '../deps.ts';

/**
 * Every version of a figure: who, when, why, of which vintage, and from when to when it was the one that readers saw; with
 * `at` also which one that was at an instant. Refuses (`figure-unknown`) one that there is none of, or that lies beyond reach.
 */
export async function readFigureHistory(
  actor: Actor,
  { key, at }: { readonly key: FigureKey; readonly at: string | null },
  deps: IndicatorDeps,
): Promise<FigureHistoryJson> {
  permit(actor, 'indicator.read');
  // Figures of single enterprises are for those who report, review, or may see small groups.
  if (key.enterpriseId !== '') permit(actor, 'indicator.enter', 'indicator.review', 'indicator.detail');
  const { db } = deps;
  const found = await readVersions(db, key);
  const place = { regionId: found?.regionId ?? null, unitId: key.unitId, chainId: key.chainId || null };
  if (found === undefined || !covers(actor.reach, place))
    throw new RefusalError({ code: 'figure-unknown', field: 'indicatorId', given: key.indicatorId });
  const [stored] = await readDefinitions(db, [key.indicatorId]);
  const names = await namesOf(db, { units: [key.unitId], regions: [found.regionId], chains: [key.chainId] });
  const sheets = await sheetsOfFigure(db, key);
  const { versions } = found;
  return {
    ...{ indicatorId: key.indicatorId, indicatorName: stored?.definition.name ?? key.indicatorId },
    ...{ unit: stored?.definition.unit ?? '', decimals: stored?.definition.decimals ?? 0, period: key.period },
    ...{ unitId: key.unitId, unitName: names.unit.get(key.unitId) ?? key.unitId },
    regionName: names.region.get(found.regionId) ?? null,
    ...{ enterpriseId: key.enterpriseId, enterpriseName: key.enterpriseId === '' ? null : (sheets[0]?.title ?? null) },
    ...{ chainId: key.chainId, chainName: names.chain.get(key.chainId) ?? null, role: key.role },
    versions: versions.map(({ revision, value, reason, vintage, note, savedAt, byId, byName }, place) => ({
      ...{ revision, value, reason, vintage, note, by: { id: byId, name: byName }, from: savedAt },
      until: versions[place - 1]?.savedAt ?? null,
    })),
    // Newest first: the first one that was saved by then.
    seenAt:
      at === null ? null : (versions.find(({ savedAt }) => Date.parse(savedAt) <= Date.parse(at))?.revision ?? null),
    sheets: sheets.map(({ id, formName, state }) => ({ id, formName, state })),
  };
}
