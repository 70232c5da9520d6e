import type { DiagnosisRowJson } from '../contract.ts';
import type { StoredDiagnosis } from '../store.ts';
import type { DiagnosisDeps } from './deps.ts';
import { formOf } from './form.ts';

/** What every answer about a diagnosis begins with. */
export function rowJson(row: StoredDiagnosis, deps: DiagnosisDeps): DiagnosisRowJson {
  const { form } = formOf(row, deps);
  return {
    ...{ id: row.id, revision: row.revision, state: row.state, answered: row.answered, wanted: row.wanted },
    enterprise: { id: row.enterprise_id, name: row.name, code: row.code },
    region: { id: row.region_id, name: row.region_name },
    chain: row.chain_id === null ? null : { id: row.chain_id, name: row.chain_name ?? row.chain_id },
    ...{ industry: row.industry, scale: row.scale },
    questionnaire: {
      ...{ id: row.questionnaire_id, name: form?.questionnaireName ?? row.questionnaire_id },
      ...{ edition: form?.editionName ?? row.edition_id, table: form?.tableName ?? row.table_id },
    },
    byItself: row.by_itself,
    ...{ begunAt: row.begun_at, begunBy: row.begun_by, submittedAt: row.submitted_at, submittedBy: row.submitted_by },
    ...{ inspectedAt: row.inspected_at, inspectedBy: row.inspected_by },
    ...{ selfScore: row.self_score, score: row.score, level: row.level, levelName: row.level_name },
  };
}
