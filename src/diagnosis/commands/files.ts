import { sm3 } from '../../../platform/digest/index.ts';
import { evidenceName, evidenceType } from '../../../platform/files/evidence.ts';
import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { type DiagnosisJson, mostFileBytes } from '../contract.ts';
import { type Hand, questionById } from '../domain/index.ts';
import { type DiagnosisDb, hideFile, insertFile, readFileBytes, readFiles, type StoredDiagnosis } from '../store.ts';
import type { DiagnosisDeps } from './deps.ts';
import { formOf } from './form.ts';
import { lockDiagnosis, mayFill, recordOf } from './lock.ts';
import { readDiagnosis, seenDiagnosis } from './read-diagnosis.ts';
import { refuseSamePerson } from './same-person.ts';

const mostFiles = 100;

/** Whose paper it is: the enterprise's while it fills in, the inspector's afterwards. */
async function handOf(db: DiagnosisDb, actor: Actor, row: StoredDiagnosis): Promise<Hand> {
  if (row.state === 'submitted') {
    await refuseSamePerson(db, actor, row);
    return 'inspector';
  }
  if (!mayFill(actor, row))
    throw new RefusalError({ code: 'diagnosis-not-yours', field: 'diagnosisId', given: row.name });
  return 'self';
}

/** Keeps a photograph or paper that shows what a question was answered; told by its bytes what it is, never opened. */
export async function addFile(
  actor: Actor,
  sent: {
    readonly diagnosisId: string;
    readonly fileName: string;
    readonly bytes: Buffer;
    readonly fields: Readonly<Record<string, string>>;
  },
  deps: DiagnosisDeps,
): Promise<DiagnosisJson> {
  permit(actor, 'enterprise.read');
  const type = evidenceType(sent.fileName, sent.bytes, mostFileBytes);
  const questionId = sent.fields.questionId ?? '';
  await recording(deps, actor, async (db, note) => {
    const row = await lockDiagnosis(db, actor, sent.diagnosisId, 'filling', 'submitted');
    const hand = await handOf(db, actor, row);
    const { form } = formOf(row, deps);
    if (form === null || questionById(form, questionId) === undefined)
      throw new RefusalError({ code: 'diagnosis-question-unknown', field: 'questionId', given: questionId });
    const files = await readFiles(db, row.id);
    const digest = sm3(sent.bytes);
    const same = files.find((file) => file.sm3 === digest && file.question_id === questionId && file.hand === hand);
    if (same !== undefined) throw new RefusalError({ code: 'diagnosis-file-twice', field: 'file', given: same.name });
    if (files.length >= mostFiles)
      throw new RefusalError({ code: 'diagnosis-files-many', field: 'file', limit: mostFiles });
    const name = evidenceName(sent.fileName, type);
    await insertFile(db, row.id, {
      ...{ id: deps.newId(), hand, questionId, name, type: type.mediaType, bytes: sent.bytes, sm3: digest },
      ...{ at: deps.clock.now(), by: { id: actor.id, name: actor.name } },
    });
    note({ action: 'diagnosis.add-file', ...recordOf(row), changes: [{ field: 'file', before: null, after: name }] });
  });
  return readDiagnosis(actor, sent, deps);
}

interface Which {
  readonly diagnosisId: string;
  readonly fileId: string;
}

export async function readFile(actor: Actor, { diagnosisId, fileId }: Which, deps: DiagnosisDeps) {
  permit(actor, 'enterprise.read');
  const row = await seenDiagnosis(actor, diagnosisId, deps);
  const file = await readFileBytes(deps.db, row.id, fileId);
  if (file === undefined) throw new RefusalError({ code: 'diagnosis-file-unknown', field: 'fileId', given: fileId });
  return { name: file.name, type: file.type, bytes: file.content };
}

/** Takes a paper out of sight, as long as that hand's part is not ended. */
export async function removeFile(
  actor: Actor,
  { diagnosisId, fileId }: Which,
  deps: DiagnosisDeps,
): Promise<DiagnosisJson> {
  permit(actor, 'enterprise.read');
  await recording(deps, actor, async (db, note) => {
    const row = await lockDiagnosis(db, actor, diagnosisId, 'filling', 'submitted');
    const hand = await handOf(db, actor, row);
    const file = await readFileBytes(db, row.id, fileId);
    if (file === undefined || file.hand !== hand)
      throw new RefusalError({ code: 'diagnosis-file-unknown', field: 'fileId', given: fileId });
    await hideFile(db, fileId, deps.clock.now(), actor.name);
    note({
      action: 'diagnosis.remove-file',
      ...recordOf(row),
      changes: [{ field: 'file', before: file.name, after: null }],
    });
  });
  return readDiagnosis(actor, { diagnosisId }, deps);
}
