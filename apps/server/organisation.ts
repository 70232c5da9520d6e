import type { FastifyInstance } from 'fastify';
import type { Kysely } from '../../platform/db/index.ts';
import { asSystem } from '../../platform/db/index.ts';
import { readWorkbook } from '../../platform/files/index.ts';
import { writeForm, writeMarked } from '../../platform/workbook/index.ts';
import { systemActor } from '../../src/access/index.ts';
import {
  type DemoPerson,
  type ImportDeps,
  loadOrganisationServer,
  type OrganisationTables,
  type Registers,
  registersOf,
} from '../../src/organisation/index.ts';
import type { PlanDeps } from '../../src/plan/index.ts';
import { programLibrary } from './library.ts';

let registers: Registers | null = null;

/** What the organisation slice needs, on the same database as everything else. */
export const organisationDeps = ({ db, clock, newId }: Pick<PlanDeps, 'db' | 'clock' | 'newId'>): ImportDeps => ({
  db: db as unknown as Kysely<OrganisationTables>,
  clock,
  newId,
  registers: () => {
    registers ??= registersOf(programLibrary());
    return registers;
  },
  workbooks: { read: readWorkbook, write: writeForm, mark: writeMarked },
});

/** Regions, units, chains, people, posts, grants, roles, and the import of all of it. */
export async function organisationRoutes(app: FastifyInstance, deps: ImportDeps): Promise<void> {
  const { routes } = await loadOrganisationServer();
  routes(app, deps);
}

/** Brings regions, chains and ready-made roles up to this version of the program; a second time it adds nothing. */
export async function seedRegisters(deps: ImportDeps): Promise<void> {
  const server = await loadOrganisationServer();
  await asSystem(() => server.seedRegisters(systemActor, { library: programLibrary(), invented: false }, deps));
}

/** The invented city's organisation, for a demo; gives the people for whom ways in can be made. */
export async function seedDemoOrganisation(deps: ImportDeps): Promise<readonly DemoPerson[]> {
  const server = await loadOrganisationServer();
  return asSystem(() => server.seedDemoOrganisation(systemActor, programLibrary(), deps));
}
