import type { LoadedPack, PackFault, PackKind, PackLibrary } from '../kernel/index.ts';
import { registersOf } from '../organisation/index.ts';
import { checkFigures } from './pack/check-figures.ts';
import { checkIds } from './pack/check-ids.ts';
import { checkLinks } from './pack/check-links.ts';
import { checkSources } from './pack/check-sources.ts';
import { checkTimes } from './pack/check-times.ts';
import { checkUnits } from './pack/check-units.ts';
import { type ExpectedFindingsContent, expectedFindingsSchema } from './pack/findings-schema.ts';
import { type PlanContent, planSchema } from './pack/plan-schema.ts';

export { chainRegisterPack, regionRegisterPack, registersOf, unitRegisterPack } from '../organisation/index.ts';
export type { ExpectedFindingsContent } from './pack/findings-schema.ts';
export type { PlanContent } from './pack/plan-schema.ts';

/** One official document in structured form; see docs/packs.md. */
export const planPack: PackKind<PlanContent> = { name: 'plan', schema: planSchema, check: checkPlan };

/** What lint must find in a demo document, and nothing else. */
export const expectedFindingsPack: PackKind<ExpectedFindingsContent> = {
  name: 'expected-findings',
  schema: expectedFindingsSchema,
  check: () => [],
};

export const planPackKinds = [planPack, expectedFindingsPack] as const;

function checkPlan(pack: LoadedPack<PlanContent>, library: PackLibrary): PackFault[] {
  const plan = pack.content;
  const registers = registersOf(library);
  return [
    ...checkIds(plan, pack.file),
    ...checkSources(plan),
    ...checkUnits(plan, registers),
    ...checkTimes(plan),
    ...checkFigures(plan),
    ...checkLinks(plan, registers, library.of(planPack)),
  ];
}
