import { asSystem } from '../../../platform/db/index.ts';
import { codeFaultWords } from '../../../platform/messages/enterprise-import.ts';
import { type Actor, permit } from '../../access/index.ts';
import { creditCodeKinds, readCreditCode } from '../../kernel/index.ts';
import type { EnterpriseCodeJson, EnterpriseWordsJson } from '../contract.ts';
import { holderOfCode } from '../store.ts';
import type { EnterpriseDeps } from './deps.ts';
import { placeOf, reaches } from './lock.ts';

/** What there is to say of a credit code, and whether an enterprise has it; one out of sight is not named. */
export async function readCode(
  actor: Actor,
  { code }: { readonly code: string },
  deps: EnterpriseDeps,
): Promise<EnterpriseCodeJson> {
  permit(actor, 'enterprise.read');
  const read = readCreditCode(code);
  const holder = read.verdict === 'refuse' ? undefined : await asSystem(() => holderOfCode(deps.db, read.code));
  const seen = holder !== undefined && reaches(actor, placeOf(holder));
  return {
    ...{ code: read.code, verdict: read.verdict, region: read.region },
    faults: read.faults.map((fault) => ({
      ...{ code: fault.code, given: fault.given, limit: 'limit' in fault ? fault.limit : null },
      message: codeFaultWords(fault),
    })),
    kind: read.kind === null ? null : creditCodeKinds[read.kind as keyof typeof creditCodeKinds],
    ...{ taken: seen ? { id: holder.id, name: holder.name } : null, isTaken: holder !== undefined },
  };
}

/** The words of titles, figures and tags, for forms and filters. */
export async function readWords(actor: Actor, deps: EnterpriseDeps): Promise<EnterpriseWordsJson> {
  permit(actor, 'enterprise.read');
  return {
    titles: deps.titles.map(({ id, name, level, yearsValid }) => ({ id, name, level, yearsValid })),
    figures: deps.figures.map(({ id, name, unit, decimals, least, most, period }) => ({
      ...{ id, name, unit, decimals, least, most, period },
    })),
    tags: deps.tags.map(({ id, name }) => ({ id, name })),
  };
}
