import type { TaskItem } from '../../src/document/index.ts';
import type { Gold, GoldTask } from '../gold.ts';
import { pairUp } from './pairing.ts';
import { agreement, type Part } from './part.ts';
import { likeness, loosely } from './wording.ts';

/**
 * Tasks that have units: the same task when the titles are alike, or when the number agrees and a unit is shared.
 * Units, leads and deadlines are reported apart; units and deadlines of tasks that were missed count as missed.
 */
export function scoreTasks(given: readonly TaskItem[], gold: Gold): Part[] {
  if (gold.tasks === undefined) return [];
  const inherited = new Set((gold.inheritedUnits ?? []).map(loosely));
  const result = pairUp(
    given.filter((task) => task.units.length > 0),
    gold.tasks,
    sameTask,
  );
  const pairs = result.pairs.map(([g, w]) => {
    const wanted = unitSet(w);
    // A general sentence's units may stand in every task or in none.
    const units = new Set([...unitSet(g)].filter((unit) => wanted.has(unit) || !inherited.has(unit)));
    return { g, w, wanted, units };
  });
  const led = result.pairs.filter(([, w]) => typeof w.lead === 'string' && w.lead !== '');
  return [
    {
      name: 'tasks',
      right: result.pairs.length,
      given: result.given,
      wanted: result.wanted,
      faults: [
        ...result.missed.map((w) => `漏任务：${w.no} ${w.title ?? ''}（${w.units.join('、')}）`),
        ...result.extra.map((g) => `多任务：${g.no} ${g.title ?? ''}（${g.units.join('、')}）`),
      ],
    },
    setPart(
      'task units',
      pairs.map(({ units, wanted, w }) => ({ units, wanted, label: w.no })),
      {
        missed: result.missed.map((w) => unitSet(w)),
        extra: result.extra.map((g) => unitSet(g)),
      },
    ),
    agreement(
      'leads',
      led,
      ([g, w]) => leadsOf(w).includes(loosely(g.lead)),
      ([g, w]) => `${w.no} 读作「${g.lead ?? '无'}」，应为「${w.lead}」`,
    ),
    setPart(
      'deadlines',
      pairs.map(({ g, w }) => ({ units: new Set(g.deadlines), wanted: new Set(w.deadlines ?? []), label: w.no })),
      {
        missed: result.missed.map((w) => new Set(w.deadlines ?? [])),
        extra: [],
      },
    ),
  ];
}

function sameTask(g: TaskItem, w: GoldTask): number {
  const title = w.title ? likeness(g.title, w.title) : 0;
  const [a, b] = [numberOf(g.no), numberOf(w.no)];
  const number = a === b ? 1 : a.endsWith(b) || b.endsWith(a) ? 0.5 : 0;
  const [units, wanted] = [unitSet(g), unitSet(w)];
  const shared = both(units, wanted).length;
  const all = new Set([...units, ...wanted]).size;
  const isSame = title >= 0.6 || (number > 0 && shared > 0);
  return isSame ? 2 * title + number + shared / Math.max(1, all) : 0;
}

interface Sets {
  readonly units: ReadonlySet<string>;
  readonly wanted: ReadonlySet<string>;
  readonly label: string;
}

/** Compares sets of words pair by pair; sets of records without a partner count wholly as missed or as extra. */
function setPart(
  name: string,
  pairs: readonly Sets[],
  alone: { readonly missed: readonly ReadonlySet<string>[]; readonly extra: readonly ReadonlySet<string>[] },
): Part {
  const size = (sets: readonly ReadonlySet<string>[]) => sets.reduce((sum, set) => sum + set.size, 0);
  const wrong = pairs.filter(({ units, wanted }) => without(units, wanted).length + without(wanted, units).length > 0);
  return {
    name,
    right: pairs.reduce((sum, { units, wanted }) => sum + both(units, wanted).length, 0),
    given: size(pairs.map(({ units }) => units)) + size(alone.extra),
    wanted: size(pairs.map(({ wanted }) => wanted)) + size(alone.missed),
    faults: wrong.map(
      ({ units, wanted, label }) =>
        `${name}：${label} 多 ${without(units, wanted).join('、') || '无'}；漏 ${without(wanted, units).join('、') || '无'}`,
    ),
  };
}

const both = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] => [...a].filter((each) => b.has(each));
const without = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] => [...a].filter((each) => !b.has(each));

const unitSet = (task: { readonly units: readonly string[] }): Set<string> => new Set(task.units.map(loosely));
const numberOf = (no: string): string => loosely(no).replace(/[#/]/gu, '');
const leadsOf = (w: GoldTask): string[] => [w.lead, ...(w.coLeads ?? [])].map(loosely);
