import type { Clock } from '../../../platform/clock/index.ts';
import type { SheetContent } from '../../../platform/workbook/index.ts';
import type { Actor } from '../../access/index.ts';
import { dayAt } from '../../kernel/index.ts';
import type { ChainMap, IndustryNames, Placeable, Placement, Scheme } from '../domain/index.ts';
import type { ChainDb } from '../store.ts';

/** A table of the workbook of a chain that another slice makes, within what the actor may see. */
export type ListSheet = Omit<SheetContent, 'name'>;

/** What the commands of this slice need of the world. */
export interface ChainDeps {
  readonly db: ChainDb;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly schemes: readonly Scheme[];
  /** Lists that are made of what other slices keep; null where nothing keeps them yet. */
  readonly sheetOf: (actor: Actor, of: 'enterprises' | 'projects', chainId: string) => Promise<ListSheet | null>;
  /** Maps of packs, of every day. */
  readonly maps: readonly ChainMap[];
  readonly industries: IndustryNames;
  /** Places enterprises on a map, in a thread of its own. */
  readonly place: (map: ChainMap, enterprises: readonly Placeable[]) => Promise<readonly Ruled[]>;
  /** Writes the chain that enterprises mainly belong to into the register, inside a transaction. */
  readonly setMainChain: (db: ChainDb, ids: readonly string[], chainId: string | null) => Promise<void>;
  /** Gives a task in the actor's name; gives its id. */
  readonly instruct: (actor: Actor, task: NewInstruction) => Promise<string>;
}

/** What the rule says, without all that it weighed. */
export type Ruled = Pick<Placement, 'nodeId' | 'score' | 'reason' | 'secondId'>;

export interface NewInstruction {
  readonly title: string;
  readonly words: string;
  readonly chainId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly dueOn: string;
}

/** The calendar day of now in China. */
export const today = ({ clock }: Pick<ChainDeps, 'clock'>): string => dayAt(clock.now());
