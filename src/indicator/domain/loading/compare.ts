import type { Target } from '../target/target.ts';
import type { ProposedLine } from './model.ts';
import { subjectKey, subjectOf } from './propose.ts';

/** A target of an earlier loading of the same plan that is still in force. */
export interface Standing {
  readonly id: string;
  readonly target: Target;
}

/** What loading would do. */
export interface Comparison {
  /** By the key of the line. */
  readonly lines: ReadonlyMap<
    string,
    { readonly change: 'new' | 'changed' | 'same'; readonly standing: Standing | null }
  >;
  /** Standing targets that the edition does not say any more, or that a person left out. */
  readonly gone: readonly Standing[];
}

/**
 * Holds ready lines against what stands. What stands and is about a line that is not ready yet stays as it is: nothing is
 * known against it.
 */
export function compare(proposed: readonly ProposedLine[], standing: readonly Standing[]): Comparison {
  const bySubject = new Map(standing.map((each) => [keyOf(each), each]));
  const kept = new Set<string>();
  const lines = new Map<string, { change: 'new' | 'changed' | 'same'; standing: Standing | null }>();
  for (const each of proposed) {
    const subject = subjectOf(each);
    const stands = subject === null ? undefined : bySubject.get(subject);
    if (stands !== undefined && each.state !== 'left-out') kept.add(stands.id);
    if (each.state !== 'ready') continue;
    if (stands === undefined) lines.set(each.line.key, { change: 'new', standing: null });
    else lines.set(each.line.key, { change: isSame(each, stands.target) ? 'same' : 'changed', standing: stands });
  }
  return { lines, gone: standing.filter(({ id }) => !kept.has(id)) };
}

const keyOf = ({ target }: Standing): string =>
  subjectKey(target.indicatorId, target.place, target.period, target.mode);

function isSame({ line, value, value2, base, from }: ProposedLine, target: Target): boolean {
  const isBase =
    base?.period === target.base?.period &&
    (base?.value ?? null) === (target.base?.value ?? null) &&
    (base?.perYear ?? false) === (target.base?.perYear ?? false);
  return line.op === target.op && value === target.value && value2 === target.value2 && isBase && from === target.from;
}
