import { overlaps } from '../../../../kernel/index.ts';
import type { PlanFinding, PlanItem } from '../../../domain/model.ts';
import type { PlanVersion } from '../version.ts';
import { choicesOf } from './filters.ts';

/** A version made ready for questions that the screen asks again and again. */
export interface VersionIndex {
  readonly itemById: ReadonlyMap<string, PlanItem>;
  readonly findingById: ReadonlyMap<string, PlanFinding>;
  /** Open findings whose place touches the item. */
  findingsOf(item: PlanItem): readonly PlanFinding[];
  readonly years: readonly number[];
  readonly units: readonly string[];
}

/** A longer place than this is a whole section: a finding there is not about each of its items. */
const OWN_PLACE = 1_200;

export function indexVersion({ items, findings }: Pick<PlanVersion, 'items' | 'findings'>): VersionIndex {
  const byItem = new Map<string, PlanFinding[]>();
  for (const finding of findings) {
    if (finding.dismissed !== null || finding.end - finding.start > OWN_PLACE) continue;
    for (const item of items) {
      if (overlaps(item.content, finding)) byItem.set(item.id, [...(byItem.get(item.id) ?? []), finding]);
    }
  }
  return {
    itemById: new Map(items.map((item) => [item.id, item])),
    findingById: new Map(findings.map((finding) => [finding.id, finding])),
    findingsOf: (item) => byItem.get(item.id) ?? none,
    ...choicesOf(items),
  };
}

const none: readonly PlanFinding[] = [];
