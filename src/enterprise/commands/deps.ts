import type { Clock } from '../../../platform/clock/index.ts';
import type { Actor } from '../../access/index.ts';
import { type Day, dayAt } from '../../kernel/index.ts';
import type { FigureKind, TagRule, TitleKind } from '../domain/index.ts';
import type { EnterpriseDb } from '../store.ts';

/** What the commands of this slice need of the world. */
export interface EnterpriseDeps {
  readonly db: EnterpriseDb;
  readonly clock: Clock;
  readonly newId: () => string;
  /** The dictionaries of packs, in their order. */
  readonly titles: readonly TitleKind[];
  readonly figures: readonly FigureKind[];
  readonly tags: readonly TagRule[];
}

/** A task that is made of something an enterprise asked for. */
export interface AskedTask {
  readonly title: string;
  readonly words: string;
  readonly chainId: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly dueOn: Day;
}

/** What the parts of a file need besides: the clauses that there are, by `policy/clause`, and a way to make a task. */
export interface FilePartDeps extends EnterpriseDeps {
  readonly clauses: () => ReadonlyMap<string, string>;
  /** Makes a task as the actor, who must be allowed to; gives its id. */
  readonly instruct: (actor: Actor, task: AskedTask) => Promise<string>;
}

/** The calendar day of now in China. */
export const today = ({ clock }: Pick<EnterpriseDeps, 'clock'>): Day => dayAt(clock.now());

/** Somebody who did something, and when, as records keep it. */
export const doingOf = ({ clock }: Pick<EnterpriseDeps, 'clock'>, { id, name }: { id: string; name: string }) => ({
  at: clock.now(),
  by: { id, name },
});
