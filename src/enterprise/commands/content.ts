import { insideAsSystem } from '../../../platform/db/index.ts';
import type { Actor } from '../../access/index.ts';
import { type Refusal, RefusalError } from '../../kernel/index.ts';
import { cleaned, contentFaults, type EnterpriseContent, takeCode } from '../domain/index.ts';
import { type EnterpriseDb, holderOfCode, known } from '../store.ts';
import { type EnterpriseDeps, today } from './deps.ts';
import { placeOf, reaches } from './lock.ts';

/**
 * A content as it is stored: texts and code in one spelling, everything it refers to there. Refuses all that is wrong with it at
 * once, a place beyond the actor's reach, and a code that another enterprise has; one out of sight is not named. `before` is
 * what stood there: a unit or chain that was given up since may stay.
 */
export async function checkedContent(
  db: EnterpriseDb,
  actor: Actor,
  given: EnterpriseContent,
  { id, before }: { readonly id: string | null; readonly before: EnterpriseContent | null },
  deps: Pick<EnterpriseDeps, 'clock'>,
): Promise<EnterpriseContent> {
  const sameCode = before !== null && before.code === given.code && before.codeReason === given.codeReason;
  const taken = sameCode ? { code: before.code, codeReason: before.codeReason, refusals: [] } : takeCode(given);
  const content = cleaned({ ...given, code: taken.code, codeReason: taken.codeReason });
  const faults = [
    ...taken.refusals,
    ...contentFaults(content, today(deps)),
    ...(await unknownFaults(db, content, before)),
  ];
  if (faults.length > 0) throw new RefusalError(...faults);
  const { regionId, parkId, unitId, chainId } = content;
  if (!reaches(actor, { regionId, parkId, unitId, chainId }))
    throw new RefusalError({ code: 'enterprise-beyond-reach', field: 'regionId', given: regionId });
  if (content.code !== null && content.code !== before?.code) await refuseTaken(db, actor, content.code, id);
  if (unitId !== null && unitId !== before?.unitId) await refuseUnitTaken(db, unitId, id);
  return content;
}

async function unknownFaults(
  db: EnterpriseDb,
  content: EnterpriseContent,
  before: EnterpriseContent | null,
): Promise<Refusal[]> {
  const faults: Refusal[] = [];
  const look = async (
    kind: 'region' | 'unit' | 'chain',
    field: 'regionId' | 'parkId' | 'unitId' | 'chainId',
    code: string,
  ): Promise<void> => {
    const given = content[field];
    if (given === null || given === before?.[field]) return;
    if (!(await known(db, kind, [given])).has(given)) faults.push({ code, field, given });
  };
  await look('region', 'regionId', 'region-unknown');
  await look('unit', 'parkId', 'unit-unknown');
  await look('unit', 'unitId', 'unit-unknown');
  await look('chain', 'chainId', 'chain-unknown');
  return faults;
}

/** One code is one enterprise, also where the other is out of sight. */
async function refuseTaken(db: EnterpriseDb, actor: Actor, code: string, id: string | null): Promise<void> {
  const holder = await insideAsSystem(db, () => holderOfCode(db, code));
  if (holder === undefined || holder.id === id) return;
  const seen = reaches(actor, placeOf(holder));
  throw new RefusalError({
    code: 'enterprise-code-taken',
    field: 'code',
    given: code,
    limit: seen ? holder.name : null,
  });
}

async function refuseUnitTaken(db: EnterpriseDb, unitId: string, id: string | null): Promise<void> {
  const holder = await insideAsSystem(db, () =>
    db
      .selectFrom('enterprise')
      .select('id')
      .where('unit_id', '=', unitId)
      .where('merged_into', 'is', null)
      .executeTakeFirst(),
  );
  if (holder !== undefined && holder.id !== id)
    throw new RefusalError({ code: 'enterprise-unit-taken', field: 'unitId', given: unitId });
}
