import { type ListRequest, listRequest } from '../../../platform/http/list-request.ts';
import { type Actor, permit, permitOwn } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { chainFields, delegationFields, personFields, postFields, unitFields } from '../contract/fields.ts';
import { isDay, type Region } from '../domain/index.ts';
import * as store from '../store.ts';
import { type OrganisationDeps, today } from './deps.ts';
import { type OfPosts, personPage, postPage, theseRows, unitPage } from './pages.ts';
import { chainVersion, regionVersion } from './version.ts';

type ListQuery = Parameters<typeof listRequest>[1];

const asked = (request: ListRequest) => ({ ...request, limit: request.pageSize });
const paged = <Row>(page: store.Page<Row>, { page: number, pageSize }: ListRequest) => ({
  ...page,
  rows: [...page.rows],
  page: number,
  pageSize,
});

/** Units, one page; a word finds a unit by any of its spellings (市工信局, 市工业和信息化局). */
export async function listUnits(actor: Actor, query: ListQuery, deps: OrganisationDeps) {
  permit(actor, 'organisation.read');
  const request = listRequest(unitFields, query);
  return paged(await unitPage(asked(request), deps), request);
}

/** One unit; refused when there is none. */
export async function readUnit(actor: Actor, id: string, deps: OrganisationDeps) {
  permit(actor, 'organisation.read');
  const { rows } = await unitPage(theseRows([id]), deps);
  if (rows[0] === undefined) throw new RefusalError({ code: 'unit-unknown', field: 'id', given: id });
  return rows[0];
}

/** Chains, one page. */
export async function listChains(actor: Actor, query: ListQuery, deps: OrganisationDeps) {
  permit(actor, 'organisation.read');
  const request = listRequest(chainFields, query);
  const { rows, ...counted } = await store.listChains(deps.db, asked(request), today(deps));
  return paged(
    { ...counted, rows: rows.map((row) => ({ ...row, aliases: [...row.aliases], version: chainVersion(row) })) },
    request,
  );
}

/** One chain; refused when there is none. */
export async function readChain(actor: Actor, id: string, deps: OrganisationDeps) {
  permit(actor, 'organisation.read');
  const { rows } = await store.listChains(deps.db, theseRows([id]), today(deps));
  const row = rows[0];
  if (row === undefined) throw new RefusalError({ code: 'chain-unknown', field: 'id', given: id });
  return { ...row, aliases: [...row.aliases], version: chainVersion(row) };
}

/** People, one page; numbers masked. */
export async function listPeople(actor: Actor, query: ListQuery, deps: OrganisationDeps) {
  permit(actor, 'organisation.read');
  const request = listRequest(personFields, query);
  return paged(await personPage(asked(request), deps), request);
}

/** One person; refused when there is none, or none that whoever asks may see. */
export async function readPerson(actor: Actor, id: string, deps: OrganisationDeps) {
  permit(actor, 'organisation.read');
  const { rows } = await personPage(theseRows([id]), deps);
  if (rows[0] === undefined) throw new RefusalError({ code: 'person-unknown', field: 'id', given: id });
  return rows[0];
}

/** Posts, one page; what they may do shows only to those who may know. */
export async function listPosts(actor: Actor, query: ListQuery & OfPosts, deps: OrganisationDeps) {
  permit(actor, 'organisation.read');
  return postPages(query, deps);
}

/** The same for whoever grants. */
export async function listGrants(actor: Actor, query: ListQuery, deps: OrganisationDeps) {
  permit(actor, 'access.read');
  return postPages(query, deps);
}

/** The posts of whoever asks. */
export async function listOwnPosts(actor: Actor, deps: OrganisationDeps) {
  permitOwn(actor);
  return postPages({ personId: actor.id, pageSize: 200 }, deps);
}

async function postPages({ personId, unitId, ...query }: ListQuery & OfPosts, deps: OrganisationDeps) {
  const request = listRequest(postFields, query);
  return paged(await postPage({ ...asked(request), personId, unitId }, deps), request);
}

/** Every delegation, one page. */
export async function listDelegations(actor: Actor, query: ListQuery, deps: OrganisationDeps) {
  permit(actor, 'access.read');
  const request = listRequest(delegationFields, query);
  return paged(await store.listDelegations(deps.db, asked(request), today(deps)), request);
}

/** Those that whoever asks gave or was given. */
export async function listOwnDelegations(actor: Actor, query: ListQuery, deps: OrganisationDeps) {
  permitOwn(actor);
  const request = listRequest(delegationFields, query);
  return paged(await store.listDelegations(deps.db, { ...asked(request), person: actor.id }, today(deps)), request);
}

/** Up to twenty people who could act for whoever asks, by words of their name or posts. */
export async function findDeputies(
  actor: Actor,
  { text }: { readonly text?: string | undefined },
  deps: OrganisationDeps,
) {
  permitOwn(actor);
  const request = listRequest(personFields, {
    text,
    filter: JSON.stringify({ state: { in: ['current'] } }),
    pageSize: 21,
  });
  const { rows } = await personPage(asked(request), deps);
  return rows
    .filter(({ id }) => id !== actor.id)
    .slice(0, 20)
    .map(({ id, name, posts }) => ({ id, name, posts }));
}

export interface RegionRequest {
  readonly day?: string | undefined;
  /** `top`: those with nothing above them. */
  readonly parent?: string | undefined;
  readonly codes?: string | undefined;
  readonly text?: string | undefined;
  readonly limit?: number | undefined;
}

/** Regions as they are on a day, today unless another is named. */
export async function listRegions(actor: Actor, given: RegionRequest, deps: OrganisationDeps) {
  permit(actor, 'organisation.read');
  const { day = today(deps), parent, codes, text = '', limit = 500 } = given;
  if (!isDay(day)) throw new RefusalError({ code: 'day-unknown', field: 'day', given: day });
  const regions = await store.listRegions(deps.db, {
    ...{
      day,
      limit,
      words: text
        .split(/\s+/)
        .filter((word) => word !== '')
        .slice(0, 8),
    },
    ...(parent !== undefined && { parent: parent === 'top' ? null : parent }),
    ...(codes !== undefined && { codes: codes.split(',').filter((code) => code !== '') }),
  });
  return { day, regions: regions.map((region) => ({ ...region, aliases: [...region.aliases] })) };
}

/** The whole course of a region. */
export async function readRegion(
  actor: Actor,
  code: string,
  deps: OrganisationDeps,
): Promise<Region & { version: string }> {
  permit(actor, 'organisation.read');
  const region = (await store.loadRegions(deps.db)).get(code);
  if (region === undefined) throw new RefusalError({ code: 'region-unknown', field: 'code', given: code });
  return { ...region, version: regionVersion(region) };
}
