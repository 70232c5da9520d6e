import { mostExported } from '../../../platform/http/list-query.ts';
import { type Actor, permit } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { DiagnosisRowJson } from '../contract.ts';
import { type DiagnosisSearch, listDiagnosisIds, listDiagnosisRows, listedDiagnoses } from '../store.ts';
import type { DiagnosisDeps } from './deps.ts';
import { rowJson } from './json.ts';

/** One page of the diagnoses in sight. */
export async function findDiagnoses(
  actor: Actor,
  search: DiagnosisSearch,
  page: { readonly limit: number; readonly offset: number },
  deps: DiagnosisDeps,
): Promise<{ rows: DiagnosisRowJson[]; total: number; capped: boolean }> {
  permit(actor, 'enterprise.read');
  const { diagnoses, ...count } = await listDiagnosisRows(deps.db, search, actor, page);
  return { rows: diagnoses.map((row) => rowJson(row, deps)), ...count };
}

/** The same for a file: ids in order, and rows in batches. */
export async function diagnosesToExport(
  actor: Actor,
  asked: DiagnosisSearch & { readonly ids: readonly string[] | null; readonly except: readonly string[] },
  deps: DiagnosisDeps,
) {
  permit(actor, 'enterprise.read');
  const found = await listDiagnosisIds(deps.db, asked, actor, mostExported + 1);
  if (found.length > mostExported) throw new RefusalError({ code: 'list-too-long', limit: mostExported });
  const [wanted, without] = [asked.ids === null ? null : new Set(asked.ids), new Set(asked.except)];
  return {
    ids: found.filter((id) => !without.has(id) && (wanted?.has(id) ?? true)),
    read: async (some: readonly string[]): Promise<DiagnosisRowJson[]> =>
      (await listedDiagnoses(deps.db, some, actor)).map((row) => rowJson(row, deps)),
  };
}
