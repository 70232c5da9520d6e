import type { Clock } from '../../../platform/clock/index.ts';
import type { Actor, Permission } from '../../access/index.ts';
import type { WorkDb } from '../store.ts';

/** Something that the search over everything found. */
export interface Hit {
  readonly id: string;
  readonly title: string;
  /** Where it belongs, to tell two of one title apart. */
  readonly detail: string;
  /** Its page, beginning with `/`. */
  readonly link: string;
}

/** One kind of thing that the search over everything looks for. Slices bring theirs at wiring (apps/server). */
export interface Searcher {
  /** For example `plan`. */
  readonly kind: string;
  /** Name of the kind on the screen. */
  readonly name: string;
  /** Who is shown these at all. */
  readonly permission: Permission;
  /** Things in the actor's sight that have all the words, the best first. Runs on his behalf, as a request of his own. */
  readonly find: (actor: Actor, words: readonly string[], limit: number) => Promise<readonly Hit[]>;
}

/** What opening and closing work needs of the world. */
export interface OpenDeps {
  readonly clock: Clock;
  readonly newId: () => string;
}

/** What the commands of this slice need of the world. */
export interface WorkDeps extends OpenDeps {
  readonly db: WorkDb;
  readonly searchers: readonly Searcher[];
}
