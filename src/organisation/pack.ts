import {
  type PackKind,
  type PackLibrary,
  type WorkingCalendar,
  type WorkingHours,
  workingCalendar,
} from '../kernel/index.ts';
import type { Registers } from './domain/index.ts';
import { type CalendarContent, calendarSchema } from './pack/calendar-schema.ts';
import { checkCalendar } from './pack/check-calendar.ts';
import { checkOrganisation } from './pack/check-organisation.ts';
import { checkChains, checkRegions, checkUnitRegister } from './pack/check-registers.ts';
import { type OrganisationContent, organisationSchema } from './pack/organisation-schema.ts';
import {
  type ChainRegisterContent,
  chainRegisterSchema,
  type RegionRegisterContent,
  regionRegisterSchema,
  type UnitRegisterContent,
  unitRegisterSchema,
} from './pack/register-schema.ts';

export type { CalendarContent } from './pack/calendar-schema.ts';
export type { OrganisationContent } from './pack/organisation-schema.ts';

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

/** Units, people and posts of a place, for the demo. */
export const organisationPack: PackKind<OrganisationContent> = {
  name: 'organisation',
  schema: organisationSchema,
  check: ({ content }, library) => {
    const { regions, chains } = registersOf(library);
    return checkOrganisation(content, {
      regions: new Set(regions.map(({ code }) => code)),
      chains: new Set(chains.map(({ id }) => id)),
    });
  },
};

/** Days and hours of work, by the notices of each year. */
export const calendarPack: PackKind<CalendarContent> = {
  name: 'working-calendar',
  schema: calendarSchema,
  check: ({ content }) => checkCalendar(content),
};

export const organisationPackKinds = [
  regionRegisterPack,
  chainRegisterPack,
  unitRegisterPack,
  organisationPack,
  calendarPack,
] as const;

/** The registers of a library, all files together, as the domain wants them. */
export function registersOf(library: PackLibrary): Registers {
  return {
    regions: library.of(regionRegisterPack).flatMap((pack) => pack.content.regions),
    chains: library.of(chainRegisterPack).flatMap((pack) => pack.content.chains),
    units: library.of(unitRegisterPack).map((pack) => pack.content),
  };
}

/** The published years of a library, and the hours of its first calendar. */
export function calendarOf(library: PackLibrary): { readonly calendar: WorkingCalendar; readonly hours: WorkingHours } {
  const packs = library.of(calendarPack).map(({ content }) => content);
  return { calendar: workingCalendar(packs.flatMap(({ years }) => years)), hours: packs[0]?.hours ?? [] };
}
