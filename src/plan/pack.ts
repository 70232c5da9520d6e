import type { LoadedPack, PackFault, PackKind, PackLibrary } from '../kernel/index.ts';
import type { Registers } from './domain/register/index.ts';
import { checkFigures } from './pack/check-figures.ts';
import { checkIds } from './pack/check-ids.ts';
import { checkLinks } from './pack/check-links.ts';
import { checkChains, checkRegions, checkUnitRegister } from './pack/check-registers.ts';
import { checkSources } from './pack/check-sources.ts';
import { checkTimes } from './pack/check-times.ts';
import { checkUnits } from './pack/check-units.ts';
import { type PlanContent, planSchema } from './pack/plan-schema.ts';
import {
  type ChainRegisterContent,
  chainRegisterSchema,
  type ExpectedFindingsContent,
  expectedFindingsSchema,
  type RegionRegisterContent,
  regionRegisterSchema,
  type UnitRegisterContent,
  unitRegisterSchema,
} from './pack/register-schema.ts';

export type { PlanContent } from './pack/plan-schema.ts';
export type { ExpectedFindingsContent } from './pack/register-schema.ts';

export const regionRegisterPack: PackKind<RegionRegisterContent> = {
  name: 'region-register',
  schema: regionRegisterSchema,
  check: (pack) => checkRegions(pack.content),
};

export const chainRegisterPack: PackKind<ChainRegisterContent> = {
  name: 'chain-register',
  schema: chainRegisterSchema,
  check: (pack) => checkChains(pack.content),
};

export const unitRegisterPack: PackKind<UnitRegisterContent> = {
  name: 'unit-register',
  schema: unitRegisterSchema,
  check: (pack) => checkUnitRegister(pack.content),
};

/** One official document in structured form; see docs/packs.md. */
export const planPack: PackKind<PlanContent> = { name: 'plan', schema: planSchema, check: checkPlan };

/** What lint must find in a demo document, and nothing else. */
export const expectedFindingsPack: PackKind<ExpectedFindingsContent> = {
  name: 'expected-findings',
  schema: expectedFindingsSchema,
  check: () => [],
};

export const planPackKinds = [
  regionRegisterPack,
  chainRegisterPack,
  unitRegisterPack,
  planPack,
  expectedFindingsPack,
] as const;

/** The registers of a library, all files together, as the domain wants them. */
export function registersOf(library: PackLibrary): Registers {
  return {
    regions: library.of(regionRegisterPack).flatMap((pack) => pack.content.regions),
    chains: library.of(chainRegisterPack).flatMap((pack) => pack.content.chains),
    units: library.of(unitRegisterPack).map((pack) => pack.content),
  };
}

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
