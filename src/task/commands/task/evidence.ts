import { RefusalError } from '../../../kernel/index.ts';
import type { Evidence } from '../../domain/index.ts';
import { filesOf, useFiles } from '../../store/files.ts';
import type { TaskDb } from '../../store.ts';

const address = /^https?:\/\/[^\s<>"]{1,290}$/iu;

/**
 * What is shown with a report, each file under the name that it is kept by. Refuses a file that was not sent to this duty
 * (`evidence-unknown`) and a link that is no address of the web (`evidence-link`).
 */
export async function knownEvidence(
  db: TaskDb,
  taskId: string,
  dutyId: string,
  evidence: readonly Evidence[],
): Promise<Evidence[]> {
  const ids = evidence.flatMap(({ kind, id }) => (kind === 'link' ? [] : [id]));
  const files = new Map((await filesOf(db, taskId, ids)).map((file) => [file.id, file]));
  const refusals = evidence.flatMap(({ kind, id, name }) => {
    if (kind === 'link') return address.test(name) ? [] : [{ code: 'evidence-link', field: 'evidence', given: name }];
    const file = files.get(id);
    return file === undefined || file.dutyId !== dutyId
      ? [{ code: 'evidence-unknown', field: 'evidence', given: name }]
      : [];
  });
  if (refusals.length > 0) throw new RefusalError(...refusals);
  return evidence.map((each) => {
    const file = files.get(each.id);
    return each.kind === 'link' || file === undefined ? each : { id: file.id, kind: file.kind, name: file.name };
  });
}

/** Files stand in the event from now on. */
export const markUsed = (db: TaskDb, taskId: string, no: number, evidence: readonly Evidence[]): Promise<void> =>
  useFiles(
    db,
    { taskId, no },
    evidence.flatMap(({ kind, id }) => (kind === 'link' ? [] : [id])),
  );
