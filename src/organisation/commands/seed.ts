import { type Actor, permit, rolesOf } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import type { PackLibrary } from '../../kernel/index.ts';
import { type Chain, type Change, firstDay, parentOf, type Region, type RegionEntry, same } from '../domain/index.ts';
import { chainRegisterPack, regionRegisterPack } from '../pack.ts';
import { loadAround, lockOrganisation, saveChanges, saveRole } from '../store.ts';
import { NothingToSave, noteOf, refuseFaults, unlessNothing } from './change.ts';
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
  const regions = library
    .of(regionRegisterPack)
    .filter(({ content }) => invented || !content.invented)
    .flatMap(({ content }) => content.regions);
  const chains = library.of(chainRegisterPack).flatMap(({ content }) => content.chains);
  const seeds = { chains: chains.map(({ id }) => id), chainNames: chains.map(({ name }) => name) };
  return unlessNothing(0, () =>
    recording(deps, actor, async (db, note) => {
      await lockOrganisation(db);
      const now = await loadAround(db, seeds);
      const roles = rolesOf(library).filter((role) => !same(now.roles.get(role.id), role));
      const codes = new Set([...now.region.keys(), ...regions.map(({ code }) => code)]);
      const changes: Change[] = [
        ...regions
          .filter(({ code }) => !now.region.has(code))
          .map((entry): Change => ({ kind: 'region', key: entry.code, before: null, after: regionOf(entry) })),
        ...chains
          .filter(({ id, region }) => !now.chain.has(id) && codes.has(region))
          .map((entry): Change => ({ kind: 'chain', key: entry.id, before: null, after: chainOf(entry) })),
      ];
      if (roles.length + changes.length === 0) throw new NothingToSave();
      for (const role of roles) await saveRole(db, role);
      refuseFaults(now, changes, today(deps));
      await saveChanges(db, changes, { by: actor, at: deps.clock.now() });
      const counts = { records: changes.length, roles: roles.length };
      note({
        action: 'organisation.seed',
        record: { kind: 'organisation', id: 'registers', name: '地区、产业链和角色名录' },
        changes: Object.entries(counts).map(([field, after]) => ({ field, before: null, after })),
      });
      for (const change of changes) note(noteOf('organisation.import-record', change));
      return changes.length;
    }),
  );
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
