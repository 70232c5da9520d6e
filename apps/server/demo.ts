import type { PlanDeps } from '../../src/plan/index.ts';

/** Fills an empty database with the invented city; see packs/linjiang-*. */
export async function importDemo(_deps: PlanDeps, _say: (line: string) => void): Promise<void> {}
