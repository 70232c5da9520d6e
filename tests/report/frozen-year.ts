import { sm3 } from '../../platform/digest/index.ts';
import { addDays } from '../../src/kernel/index.ts';
import type { BulletinFacts, BulletinKind, FrozenCycle } from '../../src/report/domain/index.ts';
import {
  type Cycle,
  closeCycle,
  type DispatchFacts,
  openCycle,
  planCycle,
  snapshotOf,
  snapshotText,
  type TaskEvent,
  usualLightRules,
  usualWeights,
} from '../../src/task/index.ts';
import { done, office } from '../examples/task.ts';
import { ScriptedYear } from '../task/scripted-year.ts';

/** A cycle as the dispatch would hand it over once it is frozen. */
export function frozen(
  cycle: Pick<Cycle, 'id' | 'kind' | 'period' | 'opensOn' | 'dueOn'>,
  tasks: readonly (readonly TaskEvent[])[],
  more: Partial<Omit<DispatchFacts, 'cycle' | 'tasks'>> = {},
): FrozenCycle {
  const knownAt = more.knownAt ?? office(addDays(cycle.dueOn, 3), 475).at;
  const snapshot = snapshotOf({
    ...{ cycle, tasks, readings: [], knownAt, since: `${cycle.period.slice(0, 7)}-01` },
    ...{ rules: usualLightRules, weights: usualWeights, ...more },
  });
  const digest = sm3(snapshotText(snapshot));
  return { cycleId: cycle.id, title: '月调度', frozenAt: knownAt, frozenBy: '调度员', digest, snapshot };
}

/** Twelve dispatches of a year in which people did what they could. */
export function frozenYear(seed: number, count: number): FrozenCycle[] {
  const year = new ScriptedYear(seed, count);
  const issued: FrozenCycle[] = [];
  let cycle: Cycle | null = null;
  for (let day = '2025-01-03'; day <= '2025-12-31'; day = addDays(day, 1)) {
    const month = day.slice(0, 7);
    const [opensOn, dueOn, frozenOn] = [`${month}-20`, `${month}-25`, `${month}-28`];
    if (day === opensOn) {
      const planned = done(planCycle({ id: `C${month}`, kind: 'monthly', period: month, opensOn, dueOn }));
      cycle = done(openCycle(planned, office(day)));
    }
    year.live(day, cycle);
    if (day === addDays(dueOn, 1) && cycle !== null) cycle = done(closeCycle(cycle, office(day, 470)));
    if (day === frozenOn && cycle !== null) {
      issued.push(
        frozen(
          cycle,
          year.all.map(({ events }) => [...events]),
          { knownAt: office(day, 475).at },
        ),
      );
      cycle = null;
    }
  }
  return issued;
}

export const factsOf = (
  current: FrozenCycle,
  previous: FrozenCycle | null = null,
  changes: Partial<BulletinFacts> & { readonly kind?: BulletinKind } = {},
): BulletinFacts => ({
  ...{ format: 'jingwei-bulletin-1', kind: 'bulletin', unit: null, issuer: '临江市产业链办公室', correction: null },
  place: { regionId: '990100', regionName: '临江市', chainId: null, chainName: null },
  ...{ frozenAt: current.frozenAt, replyBy: null, current, previous, yearAgo: null, readings: [] },
  ...changes,
});
