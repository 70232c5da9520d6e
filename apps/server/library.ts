import type { PackLibrary } from '../../src/kernel/index.ts';
import { packLibrary } from '../packs.ts';

let library: PackLibrary | null = null;

/** The packs that come with the program, read once while it runs: all that is made of them is then of one content. */
export function programLibrary(): PackLibrary {
  library ??= packLibrary();
  return library;
}
