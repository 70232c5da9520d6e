import { resolve } from 'node:path';
import { systemClock } from '../../../platform/clock/index.ts';
import { RefusalError } from '../../../src/kernel/index.ts';
import { type CompiledLibrary, compileLibrary } from '../../../src/policy/index.ts';
import { packLibrary, packsFolder } from '../../packs.ts';

export interface LibraryOptions {
  readonly packs?: string | undefined;
  readonly on?: string | undefined;
}

/** The policies that a command is about: those named, or all that are in force on the day. */
export function policiesHere({ packs, on }: LibraryOptions, ids: readonly string[]): CompiledLibrary {
  const library = packLibrary(packs === undefined ? packsFolder : resolve(packs));
  return compileLibrary(library, dayOf(on), ids.length === 0 ? null : ids);
}

function dayOf(on: string | undefined): string {
  if (on === undefined) return systemClock.now().slice(0, 10);
  const day = new Date(`${on}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(on) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(on)) return on;
  throw new RefusalError({ code: 'option-value-unknown', field: '--on', given: on, limit: '2025-12-31' });
}
