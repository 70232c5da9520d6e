import { type Actor, permit, rolesOf } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import type { PackLibrary } from '../../kernel/index.ts';
import { type Chain, type Change, firstDay, parentOf, type Region, type RegionEntry } from '../domain/index.ts';
import { chainRegisterPack, regionRegisterPack } from '../pack.ts';
import { loadOrganisation, lockOrganisation, saveChanges, saveRole } from '../store.ts';
import { noteOf, refuseFaults } from './change.ts';
import { type OrganisationDeps, today } from './deps.ts';

export interface SeedOptions {
  readonly library: PackLibrary;
  /** True: the invented city too, for a demo. */
  readonly invented: boolean;
}

/**
 * Puts the registers that come with the program into an installation: regions and chains that are not there yet, and the
 * ready-made roles as this version of the program has them. What is there stays as people made it. Gives the number of
 * regions and chains that came; a second call brings none.
 */
export async function seedRegisters(
  actor: Actor,
  { library, invented }: SeedOptions,
  deps: OrganisationDeps,
): Promise<number> {
  permit(actor, 'organisation.write');
  return recording(deps, actor, async (db, note) => {
    await lockOrganisation(db);
    for (const role of rolesOf(library)) await saveRole(db, role);
    const now = await loadOrganisation(db);
    const regions = library
      .of(regionRegisterPack)
      .filter(({ content }) => invented || !content.invented)
      .flatMap(({ content }) => content.regions);
    const codes = new Set([...now.region.keys(), ...regions.map(({ code }) => code)]);
    const chains = library
      .of(chainRegisterPack)
      .flatMap(({ content }) => content.chains)
      .filter(({ region }) => codes.has(region));
    const changes: Change[] = [
      ...regions
        .filter(({ code }) => !now.region.has(code))
        .map((entry): Change => ({ kind: 'region', key: entry.code, before: null, after: regionOf(entry) })),
      ...chains
        .filter(({ id }) => !now.chain.has(id))
        .map((entry): Change => ({ kind: 'chain', key: entry.id, before: null, after: chainOf(entry) })),
    ];
    refuseFaults(now, changes, today(deps));
    await saveChanges(db, changes, { by: actor, at: deps.clock.now() });
    const counts = { regions: regions.length, chains: chains.length, added: changes.length };
    note({
      action: 'organisation.seed',
      record: { kind: 'organisation', id: 'registers', name: '地区、产业链和角色名录' },
      changes: Object.entries(counts).map(([field, after]) => ({ field, before: null, after })),
    });
    for (const change of changes) note(noteOf('organisation.import-record', change));
    return changes.length;
  });
}

function regionOf(entry: RegionEntry): Region {
  const { code, level, local, name, aliases, successor, validFrom, validTo } = entry;
  const days = {
    validFrom: validFrom === null ? null : firstDay(validFrom),
    validTo: validTo === null ? null : firstDay(validTo),
  };
  return { code, level, local, terms: [{ name, parent: parentOf(entry), aliases, successor, ...days }] };
}

const chainOf = ({ id, name, region, parent, aliases }: Omit<Chain, 'validFrom' | 'validTo'>): Chain => ({
  ...{ id, name, region, parent, aliases, validFrom: null, validTo: null },
});
