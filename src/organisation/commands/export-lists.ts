import { mostExported } from '../../../platform/http/list-query.ts';
import { exportRequest } from '../../../platform/http/list-request.ts';
import { type Actor, permit } from '../../access/index.ts';
import { grantStates, lifeStates, personFields, postFields, unitFields } from '../contract/fields.ts';
import { unitKinds } from '../domain/index.ts';
import * as store from '../store.ts';
import { type OrganisationDeps, today } from './deps.ts';
import { type OfPosts, personPage, postPage, spellingsIn, theseRows, unitPage } from './pages.ts';

type ExportQuery = Parameters<typeof exportRequest>[1];
type Cells = Readonly<Record<string, string | null>>;

/** A list that leaves as a sheet: which rows, which columns, and how to read them. Sensitive values are masked. */
export interface ListToExport {
  readonly columns: readonly string[];
  readonly ids: readonly string[];
  readonly read: (ids: readonly string[]) => Promise<readonly { readonly id: string; readonly cells: Cells }[]>;
}

/** Units for a sheet. */
export async function exportUnits(actor: Actor, query: ExportQuery, deps: OrganisationDeps): Promise<ListToExport> {
  permit(actor, 'organisation.read');
  const { columns, ...request } = exportRequest(unitFields, query);
  return {
    columns,
    ids: await store.unitIds(deps.db, all(request), today(deps), spellingsIn(deps)),
    read: async (ids) => {
      const { rows } = await unitPage(theseRows(ids), deps);
      return rows.map((row) => ({
        id: row.id,
        cells: {
          ...{ name: row.name, kind: unitKinds[row.kind], region: row.regionName, parent: row.parentName },
          ...{ aliases: row.aliases.join('、'), creditCode: row.creditCode, bankAccount: row.bankAccount },
          ...{ validFrom: row.validFrom, validTo: row.validTo, state: lifeStates[row.state] },
        },
      }));
    },
  };
}

/** People for a sheet. */
export async function exportPeople(actor: Actor, query: ExportQuery, deps: OrganisationDeps): Promise<ListToExport> {
  permit(actor, 'organisation.read');
  const { columns, ...request } = exportRequest(personFields, query);
  return {
    columns,
    ids: await store.personIds(deps.db, all(request), today(deps)),
    read: async (ids) => {
      const { rows } = await personPage(theseRows(ids), deps);
      return rows.map((row) => ({
        id: row.id,
        cells: {
          ...{ name: row.name, posts: row.posts, phone: row.phone, idNumber: row.idNumber, email: row.email },
          ...{ validTo: row.validTo, state: lifeStates[row.state] },
        },
      }));
    },
  };
}

/** Posts for a sheet. */
export async function exportPosts(
  actor: Actor,
  { personId, unitId, ...query }: ExportQuery & OfPosts,
  deps: OrganisationDeps,
): Promise<ListToExport> {
  permit(actor, 'organisation.read');
  const { columns, ...request } = exportRequest(postFields, query);
  return {
    columns,
    ids: await store.postIds(deps.db, { ...all(request), personId, unitId }, today(deps)),
    read: async (ids) => {
      const { rows } = await postPage(theseRows(ids), deps);
      return rows.map((row) => ({
        id: row.id,
        cells: {
          ...{ person: row.person, title: row.title, unit: row.unit, region: row.regionName },
          ...{ main: row.main ? '是' : '否', role: row.role, grant: grantStates[row.grant] },
          ...{ validFrom: row.validFrom, validTo: row.validTo, state: lifeStates[row.state] },
        },
      }));
    },
  };
}

const all = <R extends object>(request: R) => ({ ...request, limit: mostExported, offset: 0 });
