import { type LoadedPack, nearest, type PackLibrary, type PackName, RefusalError } from '../../kernel/index.ts';
import type { PlanContent } from '../../plan/index.ts';
import { type CompiledPolicy, type Conflict, compilePolicy, conflictsOf, type FactTable } from '../domain/index.ts';
import { gapsOf } from '../domain/report/conflicts.ts';
import { nearestDay, type PolicyState, stateOn } from '../domain/standing.ts';
import { dayOf } from '../pack/check-policy.ts';
import type { CompiledLibrary } from '../pack/compile-library.ts';
import type { PolicyContent } from '../pack/policy-schema.ts';
import { factTableOf, policyPack } from '../pack.ts';

/** A policy as it is shown for a day. */
export interface ShownPolicy {
  readonly pack: LoadedPack<PolicyContent>;
  /** Compiled for `day`. */
  readonly policy: CompiledPolicy;
  readonly state: PolicyState;
  /** The day asked about or, where the document is not in force then, the nearest on which it is. */
  readonly day: string;
}

/** The policies that the server has loaded, compiled for the days that are asked about. */
export interface PolicyShelf {
  readonly facts: FactTable;
  /** Every policy as it stands on a day, in the order of the packs. */
  readonly on: (day: string) => readonly ShownPolicy[];
  /** Those in force on a day, as `compileLibrary` gives them. */
  readonly inForce: (day: string) => CompiledLibrary;
  /** Between the policies in force on a day, and the gaps between editions whenever they are. */
  readonly conflicts: (day: string) => readonly Conflict[];
  /** Title of the document that a plan pack is of; null when there is no such pack. */
  readonly planTitle: (plan: string) => string | null;
  /** Headings of a plan pack down to a place, from the outside in; none when there is no such pack. */
  readonly headings: (plan: string, place: string) => readonly Heading[];
}

export interface Heading {
  readonly no: string;
  readonly title: string;
}

const planPack: PackName<PlanContent> = { name: 'plan' };

/** Days that are remembered; a pack compiles in a few milliseconds, so that a stranger's days cost little either. */
const mostDays = 60;

/** Puts a library on the shelf; it is asked for when the first policy is. Packs do not change while the server runs. */
export function openShelf(library: () => PackLibrary): PolicyShelf {
  const opened = once(() => {
    const packs = library();
    const plans = new Map(packs.of(planPack).map(({ id, content }) => [id, content]));
    return { facts: factTableOf(packs), packs: packs.of(policyPack), plans };
  });
  const on = remembering((day) => opened().packs.flatMap((pack) => shown(pack, opened().facts, day)));
  const inForce = remembering((day): CompiledLibrary => {
    const current = on(day).filter(({ state }) => state === 'in-force');
    return {
      facts: opened().facts,
      policies: current.map(({ policy }) => policy),
      packs: current.map(({ pack }) => pack),
    };
  });
  const conflicts = remembering((day) => {
    const all = on(day).map(({ policy, pack, state }) => ({
      ...{ policy, state, from: pack.content.validFrom, to: pack.content.validTo },
    }));
    // A gap lies between documents that are never in force together.
    return [...conflictsOf(all.filter(({ state }) => state === 'in-force')), ...gapsOf(all)];
  });
  return {
    get facts() {
      return opened().facts;
    },
    ...{ on, inForce, conflicts },
    planTitle: (plan) => opened().plans.get(plan)?.title ?? null,
    headings: (plan, place) => headingsTo(opened().plans.get(plan)?.outline ?? [], place),
  };
}

/** A pack that passed its checks compiles on the days of its examples; where no other day will do, on one of those. */
function shown(pack: LoadedPack<PolicyContent>, facts: FactTable, asked: string): ShownPolicy[] {
  const { content, hash } = pack;
  const valid = { from: content.validFrom, to: content.validTo };
  const days = [nearestDay(valid, asked), dayOf(content)];
  for (const day of days) {
    if (day === null) continue;
    const { policy } = compilePolicy(content, facts, { hash, on: day });
    if (policy !== null) return [{ pack, policy, day, state: stateOn(valid, asked) }];
  }
  return [];
}

/** `三/（一）/2` with the title of each part; a paragraph (`三/#2`) has none of its own. */
function headingsTo(outline: PlanContent['outline'], place: string): Heading[] {
  const labels = place.split('/');
  return labels.flatMap((_, at) => {
    const no = labels.slice(0, at + 1).join('/');
    const found = outline.find((heading) => heading.no === no);
    return found === undefined ? [] : [{ no, title: found.title ?? '' }];
  });
}

/** The policy of an id. Refuses (`policy-unknown`) one that there is not, with the likeliest that there is. */
export function shownPolicy(shelf: PolicyShelf, id: string, day: string): ShownPolicy {
  const all = shelf.on(day);
  const found = all.find(({ pack }) => pack.content.id === id);
  if (found !== undefined) return found;
  const ids = all.map(({ pack }) => pack.content.id);
  throw new RefusalError({ code: 'policy-unknown', field: 'policyId', given: id, limit: nearest(id, ids) ?? null });
}

/** The number of a clause in its policy. Refuses (`policy-clause-unknown`) one that there is not. */
export function clauseNumber({ policy }: ShownPolicy, id: string): number {
  const number = policy.clauses.findIndex((clause) => clause.id === id);
  if (number >= 0) return number;
  const ids = policy.clauses.map((clause) => clause.id);
  throw new RefusalError({
    code: 'policy-clause-unknown',
    field: 'clauseId',
    given: id,
    limit: nearest(id, ids) ?? null,
  });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Answers of the days asked about last. */
function remembering<T>(make: (day: string) => T): (day: string) => T {
  const known = new Map<string, T>();
  return (day) => {
    const ready = known.get(day);
    if (ready !== undefined) return ready;
    const value = make(day);
    const [oldest] = known.keys();
    if (known.size >= mostDays && oldest !== undefined) known.delete(oldest);
    known.set(day, value);
    return value;
  };
}
