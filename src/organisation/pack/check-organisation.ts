import { doubles } from '../../../platform/pack-loader/fields.ts';
import type { PackFault } from '../../kernel/index.ts';
import { isCreditCode } from '../domain/person/numbers.ts';
import type { OrganisationContent } from './organisation-schema.ts';

/** What else of the library an organisation leans on. */
export interface Known {
  readonly regions: ReadonlySet<string>;
  readonly chains: ReadonlySet<string>;
}

/** Ids are unique; parents, regions, chains and units exist; credit codes fit their check character. */
export function checkOrganisation({ units, people }: OrganisationContent, known: Known): PackFault[] {
  const ids = new Set(units.map(({ id }) => id));
  const faults = [
    ...doubles(units.map(({ id }, at) => ({ path: ['units', at, 'id'], value: id }))),
    ...doubles(people.map(({ id }, at) => ({ path: ['people', at, 'id'], value: id }))),
    ...doubles(
      people.flatMap(({ posts }, at) =>
        posts.map(({ id }, i) => ({ path: ['people', at, 'posts', i, 'id'], value: id })),
      ),
    ),
  ];
  const need = (there: boolean, code: string, path: PackFault['path'], given: string): void => {
    if (!there) faults.push({ code, path, given });
  };
  units.forEach(({ parent, region, creditCode }, at) => {
    need(known.regions.has(region), 'pack-region-unknown', ['units', at, 'region'], region);
    if (parent !== null) need(ids.has(parent), 'pack-unit-unknown', ['units', at, 'parent'], parent);
    if (creditCode !== null)
      need(isCreditCode(creditCode), 'pack-credit-code', ['units', at, 'creditCode'], creditCode);
  });
  people.forEach(({ posts }, at) => {
    posts.forEach(({ unit, region, chains }, i) => {
      const path = ['people', at, 'posts', i];
      need(ids.has(unit), 'pack-unit-unknown', [...path, 'unit'], unit);
      if (region !== null) need(known.regions.has(region), 'pack-region-unknown', [...path, 'region'], region);
      for (const chain of chains) need(known.chains.has(chain), 'pack-chain-unknown', [...path, 'chains'], chain);
    });
  });
  return faults;
}
