import { Type } from 'typebox';
import { endpoint } from '../../../platform/http/endpoint.ts';
import { exportQuery, listQuery } from '../../../platform/http/list-query.ts';
import * as one from './diagnosis.ts';
import { diagnosisFields } from './fields.ts';
import { closed, Id, nullable, QuestionId, Reason, RecordId, Revision, Value } from './shape.ts';

/** One diagnosis after the other, and what it comes to. Whoever may read an enterprise sees them; who fills in, the command asks. */

const read = { method: 'GET', permission: 'enterprise.read', status: 200 } as const;
const write = { method: 'POST', permission: 'enterprise.read', status: 200 } as const;
const inspect = { permission: 'diagnosis.inspect', status: 200 } as const;
const params = Type.Object({ diagnosisId: RecordId }, closed);
const ofEnterprise = Type.Object({ enterpriseId: RecordId }, closed);
const fileParams = Type.Object({ diagnosisId: RecordId, fileId: RecordId }, closed);
const Edits = Type.Object(
  {
    answers: Type.Array(
      Type.Object(
        { questionId: QuestionId, value: nullable(Value), note: Type.String({ maxLength: 500 }), revision: Revision },
        closed,
      ),
      { minItems: 1, maxItems: 100 },
    ),
  },
  closed,
);

export const diagnosisEndpoints = {
  listDiagnoses: endpoint({
    ...read,
    path: '/diagnoses',
    summary: '数字化诊断',
    query: listQuery(diagnosisFields),
    answer: one.DiagnosisListSchema,
  }),
  exportDiagnoses: endpoint({
    ...read,
    path: '/diagnoses/export',
    summary: '导出数字化诊断',
    query: exportQuery(diagnosisFields),
  }),
  readProspect: endpoint({
    ...read,
    path: '/enterprises/:enterpriseId/diagnoses',
    summary: '一家企业做过的诊断，可以开始的问卷，要它参加的任务',
    params: ofEnterprise,
    answer: one.ProspectSchema,
  }),
  startDiagnosis: endpoint({
    ...write,
    path: '/enterprises/:enterpriseId/diagnoses',
    summary: '开始一次诊断：企业自己，或者登记企业的单位代它',
    params: ofEnterprise,
    body: Type.Object({ questionnaireId: Id }, closed),
    answer: one.DiagnosisSchema,
  }),
  readDiagnosis: endpoint({
    ...read,
    path: '/diagnoses/:diagnosisId',
    summary: '一份诊断：问题和回答',
    params,
    answer: one.DiagnosisSchema,
  }),
  saveAnswers: endpoint({
    ...write,
    path: '/diagnoses/:diagnosisId/answers',
    summary: '保存改过的回答，每题一个结果',
    params,
    body: Edits,
    answer: one.SavedSchema,
  }),
  saveInspection: endpoint({
    ...inspect,
    method: 'POST',
    path: '/diagnoses/:diagnosisId/inspection',
    summary: '保存核验的回答：只写与自评不同的，写明理由',
    params,
    body: Edits,
    answer: one.SavedSchema,
  }),
  submitDiagnosis: endpoint({
    ...write,
    path: '/diagnoses/:diagnosisId/submit',
    summary: '报送：承诺真实，问卷和回答从此冻结',
    params,
    body: Type.Object({ promise: Type.Boolean() }, closed),
    answer: one.DiagnosisSchema,
  }),
  dropDiagnosis: endpoint({
    ...write,
    path: '/diagnoses/:diagnosisId/drop',
    summary: '放弃没有报送的诊断',
    params,
    body: Type.Object({ reason: Reason }, closed),
    answer: one.DiagnosisSchema,
  }),
  finishInspection: endpoint({
    ...inspect,
    method: 'POST',
    path: '/diagnoses/:diagnosisId/finish',
    summary: '完成核验，定级并写进企业档案',
    params,
    body: Type.Object({ note: Type.String({ maxLength: 1000 }) }, closed),
    answer: one.DiagnosisSchema,
  }),
  readResult: endpoint({
    ...read,
    path: '/diagnoses/:diagnosisId/result',
    summary: '得分、等级、为什么、怎样再上一级、同行中的位置、可以申请的政策',
    params,
    answer: one.ResultSchema,
  }),
  addFile: endpoint({
    ...write,
    path: '/diagnoses/:diagnosisId/files',
    summary: '给一道题附证明材料；questionId 写在表单里',
    params,
    answer: one.DiagnosisSchema,
  }),
  readFile: endpoint({
    ...read,
    path: '/diagnoses/:diagnosisId/files/:fileId',
    summary: '下载一份证明材料',
    params: fileParams,
  }),
  removeFile: endpoint({
    ...write,
    path: '/diagnoses/:diagnosisId/files/:fileId/remove',
    summary: '撤下一份证明材料',
    params: fileParams,
    answer: one.DiagnosisSchema,
  }),
} as const;
