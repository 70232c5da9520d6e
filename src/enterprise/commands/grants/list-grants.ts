import { type Actor, permit } from '../../../access/index.ts';
import type { Day } from '../../../kernel/index.ts';
import type { EnterpriseGrantJson, EnterpriseGrantsJson } from '../../contract.ts';
import { grantsByYear } from '../../domain/index.ts';
import { readGrants, type StoredGrant } from '../../store.ts';
import { type FilePartDeps, today } from '../deps.ts';
import { mayWith } from '../json.ts';
import { seenEnterprise } from '../read-enterprise.ts';

/** What an enterprise in sight was granted up to a day, with its sums by year. */
export async function listGrants(
  actor: Actor,
  { enterpriseId, on }: { readonly enterpriseId: string; readonly on?: Day | undefined },
  deps: FilePartDeps,
): Promise<EnterpriseGrantsJson> {
  permit(actor, 'enterprise.read');
  const row = await seenEnterprise(actor, enterpriseId, deps);
  const now = today(deps);
  const day = on === undefined || on > now ? now : on;
  const grants = (await readGrants(deps.db, row.id, day)).map((grant) => grantJson(grant, deps));
  const years = grantsByYear(grants);
  return {
    ...{ on: day, grants, years: years.map((year) => ({ ...year })) },
    grantedFen: years.reduce((sum, { grantedFen }) => sum + grantedFen, 0),
    paidFen: years.reduce((sum, { paidFen }) => sum + paidFen, 0),
    mayKeep: day === now && mayWith(actor, row, 'enterprise.keep'),
  };
}

const grantJson = (grant: StoredGrant, { clauses }: Pick<FilePartDeps, 'clauses'>): EnterpriseGrantJson => ({
  ...{ id: grant.id, revision: grant.revision, title: grant.title, docNumber: grant.doc_number },
  clause: grant.clause === null ? null : { id: grant.clause, name: clauses().get(grant.clause) ?? grant.clause },
  ...{ grantedOn: grant.granted_on, amountFen: grant.amount_fen, payer: grant.payer, paidYear: grant.paid_year },
  ...{ source: grant.source, at: grant.at, by: grant.by_name },
});
