import { send } from '../../../platform/web/api.ts';
import type { Picked, PickKind, PickSources } from '../../../platform/web/form/pick-sources.ts';
import { organisationApi } from '../../../src/organisation/contract.ts';
import { type EnterprisePick, namedEnterprises, searchEnterprises } from './enterprise-picks.ts';

const most = 20;
const askedAtOnce = 200;

type OrganisationPick = Exclude<PickKind, EnterprisePick>;
const isOfEnterprises = (kind: PickKind): kind is EnterprisePick => Object.hasOwn(searchEnterprises, kind);

/** Forms pick from the registers of the organisation and of enterprises. */
export const picksOfOrganisation: PickSources = {
  search: (kind, text) =>
    isOfEnterprises(kind)
      ? searchEnterprises[kind](text.trim())
      : searches[kind](text.trim() === '' ? {} : { text: text.trim() }),
  named: async (kind, values) => {
    if (isOfEnterprises(kind)) return namedEnterprises[kind](values.slice(0, askedAtOnce));
    if (kind === 'region') return regions({ codes: values.slice(0, askedAtOnce).join() });
    if (kind === 'party') return [];
    const found = await Promise.all(values.slice(0, askedAtOnce).map((id) => one(kind, id).catch(() => null)));
    return found.filter((each) => each !== null);
  },
};

const regions = async (query: object): Promise<Picked[]> => {
  const { regions: found } = await send(organisationApi.listRegions, { query: { limit: most, ...query } });
  return found.map(({ code, name }) => ({ value: code, label: name, note: code }));
};

const searches: Readonly<Record<OrganisationPick, (query: { text?: string }) => Promise<readonly Picked[]>>> = {
  region: regions,
  // The workbench brings its own where something is given to somebody.
  party: async () => [],
  unit: async (query) => {
    const { rows } = await send(organisationApi.listUnits, { query: { ...query, pageSize: most } });
    return rows.map(unitPick);
  },
  chain: async (query) => {
    const { rows } = await send(organisationApi.listChains, { query: { ...query, pageSize: most } });
    return rows.map(chainPick);
  },
  person: async (query) => {
    const { rows } = await send(organisationApi.listPeople, { query: { ...query, pageSize: most } });
    return rows.map(personPick);
  },
};

async function one(kind: Exclude<OrganisationPick, 'region' | 'party'>, id: string): Promise<Picked | null> {
  const params = { id };
  if (kind === 'unit') return unitPick(await send(organisationApi.readUnit, { params }));
  if (kind === 'person') return personPick(await send(organisationApi.readPerson, { params }));
  return chainPick(await send(organisationApi.readChain, { params }));
}

const noted = (note: string | null) => (note === null || note === '' ? {} : { note });
const unitPick = (unit: { id: string; name: string; regionName: string | null }): Picked => ({
  ...{ value: unit.id, label: unit.name },
  ...noted(unit.regionName),
});
const chainPick = (chain: { id: string; name: string; regionName: string | null }): Picked => ({
  ...{ value: chain.id, label: chain.name },
  ...noted(chain.regionName),
});
const personPick = (person: { id: string; name: string; posts: string }): Picked => ({
  ...{ value: person.id, label: person.name },
  ...noted(person.posts),
});
