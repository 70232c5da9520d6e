import type { Clock } from '../../../platform/clock/index.ts';
import type { SecretKey } from '../../../platform/secrets/index.ts';
import type { NoticeDb } from '../store.ts';

/** What telling something needs of the world. */
export interface EnqueueDeps {
  readonly clock: Clock;
  readonly newId: () => string;
}

/** What the commands of this slice need of the world. */
export interface NoticeDeps extends EnqueueDeps {
  readonly db: NoticeDb;
  readonly secrets: SecretKey;
  /** Address that browsers see, as the server was told (JINGWEI_PUBLIC_URL); null: nobody said. */
  readonly publicUrl: string | null;
  /** A random number from 0 to just under 1, which spreads what is tried again. */
  readonly share: () => number;
}
