import { describe, expect, test } from 'vitest';
import { sm3 } from '../../platform/digest/index.ts';
import { addDays, lastDay } from '../../src/kernel/index.ts';
import {
  type Cycle,
  closeCycle,
  type DispatchFacts,
  freezeCycle,
  openCycle,
  planCycle,
  type Snapshot,
  snapshotOf,
  snapshotText,
  stillHolds,
  usualLightRules,
  usualWeights,
} from '../../src/task/index.ts';
import { done, office } from '../examples/task.ts';
import { naiveLights, naivePlace, naiveRates } from './naive.ts';
import { ScriptedYear } from './scripted-year.ts';

interface Issued {
  readonly cycle: Cycle;
  readonly text: string;
  readonly facts: Omit<DispatchFacts, 'tasks'>;
}

/** Lights and rates of a snapshot as a reader of the bulletin sees them. */
const lightsOf = ({ tasks }: Snapshot) =>
  tasks.flatMap((task) => task.duties.map(({ id, light }) => `${task.id} ${id} ${light}`));

describe.each([1, 20_250_101])('a year of twelve dispatches, script %i', (seed) => {
  const year = new ScriptedYear(seed, 40);
  const issued: Issued[] = [];
  const seen = new Map<string, number>();
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
      const facts = {
        ...{ cycle, readings: [], knownAt: office(day, 475).at, since: '2025-01-01' },
        ...{ rules: usualLightRules, weights: usualWeights },
      };
      const text = snapshotText(snapshotOf({ ...facts, tasks: year.all.map(({ events }) => [...events]) }));
      issued.push({ cycle: done(freezeCycle(cycle, sm3(text), office(day, 475))), text, facts });
      cycle = null;
    }
  }
  const naive = year.all.map((each) => each.naive);

  test('has everything in it that has to be tried', () => {
    for (const { events } of year.all) for (const { kind } of events) seen.set(kind, (seen.get(kind) ?? 0) + 1);
    for (const kind of [
      'assigned',
      'signed',
      'handed-back',
      'insisted',
      'reassigned',
      'reported',
      'extension-answered',
    ])
      expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(3);
    for (const kind of ['submitted', 'returned', 'closed', 'reopened', 'taken-back', 'urged'])
      expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(3);
    const snapshots = issued.map(({ text }): Snapshot => JSON.parse(text));
    const lights = snapshots.flatMap(({ tasks }) => tasks.flatMap(({ duties }) => duties.map(({ light }) => light)));
    for (const light of ['red', 'yellow', 'blue', 'green', 'none'] as const)
      expect(lights.filter((each) => each === light).length, light).toBeGreaterThan(10);
    const reports = snapshots.flatMap(({ tasks }) =>
      tasks.flatMap(({ duties }) => duties.flatMap(({ report }) => report ?? [])),
    );
    expect(reports.filter(({ late }) => late).length).toBeGreaterThan(0);
    expect(issued).toHaveLength(12);
  });

  test.each(issued.map((each) => [each.cycle.period, each] as const))(
    '%s: every light is what a walk from day to day says',
    (_period, { text, cycle: of }) => {
      const wanted = naive.flatMap((task) => {
        const known = JSON.parse(text).tasks.find(({ id }: { id: string }) => id === task.id).duties as {
          id: string;
        }[];
        const lights = naiveLights(task, of.dueOn);
        return known.map(({ id }) => `${task.id} ${id} ${lights.get(id) ?? '?'}`);
      });
      expect(lightsOf(JSON.parse(text))).toEqual(wanted);
    },
  );

  test.each(issued.map((each) => [each.cycle.period, each] as const))(
    '%s: every rate and place is that of a recount',
    (_period, { text, cycle: of }) => {
      const { ranking, yearToDate }: Snapshot = JSON.parse(text);
      const rates = naiveRates(naive, '2025-01-01', of.dueOn);
      expect(yearToDate.map(({ unit, ...rest }) => ({ unit: unit.id, ...rest }))).toEqual(rates);
      for (const { unit, place } of ranking) {
        const own = rates.find((rate) => rate.unit === unit.id);
        expect(place).toBe(own === undefined ? null : naivePlace(own, rates));
      }
    },
  );

  test('who did not report, and who reported late, is what the facts of the cycle say', () => {
    for (const { text, cycle: of, facts } of issued) {
      const snapshot: Snapshot = JSON.parse(text);
      for (const line of snapshot.tasks)
        for (const { id, report, reportWanted } of line.duties) {
          const told = year.all
            .find(({ naive: each }) => each.id === line.id)
            ?.events.filter(
              (event) => event.kind === 'reported' && event.dutyId === id && event.report.cycleId === of.id,
            );
          const last = told?.filter(({ at }) => at <= facts.knownAt).at(-1);
          expect(report?.on ?? null).toBe(last?.on ?? null);
          if (report !== null) expect(report.late).toBe(report.on > of.dueOn);
          const unreported = snapshot.unreported.some((each) => each.taskId === line.id && each.dutyId === id);
          expect(unreported).toBe(reportWanted && last === undefined);
        }
    }
  });

  test('reckoned again at the end of the year, in another order and from what was stored, every snapshot is the same byte for byte', () => {
    const stored: (typeof year.all)[number]['events'][] = JSON.parse(
      JSON.stringify(year.all.map(({ events }) => events)),
    );
    for (const { text, facts, cycle: of } of issued) {
      const again = { ...facts, tasks: [...stored].reverse() };
      expect(stillHolds(text, again)).toBe(true);
      expect(of.frozen?.digest).toBe(sm3(snapshotText(snapshotOf(again))));
      const first = stored.find((events) => events[1] !== undefined && events[1].on <= of.dueOn);
      const without = { ...again, tasks: stored.map((events) => (events === first ? events.slice(0, 1) : events)) };
      expect(stillHolds(text, without)).toBe(false);
    }
  });

  test('a frozen cycle takes nothing more', () => {
    for (const { cycle: of } of issued) expect(freezeCycle(of, 'x', office(lastDay(of.period))).ok).toBe(false);
  });
});
