import { join } from 'node:path';

/** The folder of the packs that come with the program. */
export const packsFolder = join(import.meta.dirname, '..', 'packs');
