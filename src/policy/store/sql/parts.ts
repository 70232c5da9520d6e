import type { BatchProgram, Condition } from '../../domain/index.ts';

type Policy = BatchProgram['policies'][number];

/** A clause that a run asks about. */
export interface Clause {
  /** Over all policies of the run; names its columns. */
  readonly number: number;
  readonly policy: Policy;
  /** Within its policy. */
  readonly at: number;
  /** Number of the contest that it is in; each is in one. */
  readonly contest: number;
  readonly source: Policy['clauses'][number];
}

/** What is decided: one clause, or several of which the highest counts. */
export interface Contest {
  readonly number: number;
  readonly policy: Policy;
  /** Number of the exclusion that it waits for; null: nobody is left out. */
  readonly exclusion: number | null;
  readonly group: string;
  readonly clauses: readonly Clause[];
  /** Its only clause is paid by itself, so that whatever is unknown of it stays unknown. */
  readonly alone: boolean;
  /** Number of the joint that decides it with others; null: it is decided by itself. */
  readonly joint: number | null;
}

/** Contests of one clause each that are decided together: of the choices the one that comes to most is paid. */
export interface Joint {
  readonly number: number;
  readonly choices: readonly (readonly Clause[])[];
}

export interface Parts {
  /** Policies that leave somebody out, each with the number of its exclusion. */
  readonly excluding: readonly { readonly policy: string; readonly exclusion: number }[];
  /** Each once, however many policies leave out the same. */
  readonly exclusions: readonly Condition[];
  readonly clauses: readonly Clause[];
  readonly contests: readonly Contest[];
  readonly joints: readonly Joint[];
}

/** What a run decides, and the clauses that it asks for it, in the order in which awards are written. */
export function partsOf({ policies, slots, joints }: BatchProgram): Parts {
  const clauses: Clause[] = [];
  const texts = policies.map(({ excluded }) => (excluded === null ? null : JSON.stringify(excluded)));
  const distinct = [...new Set(texts.filter((text) => text !== null))];
  const exclusionOf = (policy: number): number | null => {
    const text = texts[policy] ?? null;
    return text === null ? null : distinct.indexOf(text);
  };
  const contests = slots.flatMap(({ policy: of, group, members, alone, joint }, contest): Contest[] => {
    const policy = policies[of];
    if (policy === undefined) return [];
    const own: Clause[] = [];
    for (const at of members) {
      const source = policy.clauses[at];
      if (source !== undefined) own.push({ number: clauses.length + own.length, policy, at, contest, source });
    }
    clauses.push(...own);
    return [{ number: contest, policy, exclusion: exclusionOf(of), group, clauses: own, alone, joint }];
  });
  const asked = new Set(contests.flatMap(({ joint }) => joint ?? []));
  return {
    ...{ clauses, contests },
    excluding: policies.flatMap(({ id }, at) => {
      const exclusion = exclusionOf(at);
      return exclusion === null ? [] : [{ policy: id, exclusion }];
    }),
    exclusions: distinct.flatMap((text) => policies[texts.indexOf(text)]?.excluded ?? []),
    joints: joints.flatMap(({ policy, choices }, number): Joint[] => {
      if (!asked.has(number)) return [];
      const own = clauses.filter((clause) => clause.policy === policies[policy]);
      return [{ number, choices: choices.map((choice) => own.filter(({ at }) => choice.includes(at))) }];
    }),
  };
}
