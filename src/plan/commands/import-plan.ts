import { sha256 } from '../../../platform/digest/index.ts';
import { type Actor, permit, signatureOf } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import type { DocumentExtraction, SourceText } from '../../document/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { Signature } from '../domain/model.ts';
import {
  type ImportedPlan,
  type ImportRecord,
  insertImport,
  insertSource,
  type NewSource,
  readImport,
  updateImport,
} from '../store.ts';
import type { PlanDeps } from './deps.ts';
import { chooseDocument, prepareEdition, saveEdition } from './save-edition.ts';
import { preparePlans, type SaveContext, savePlans } from './save-plans.ts';
import { storableName, storableText } from './storable.ts';

export interface ImportFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Makes the file the next draft of this plan instead of a new plan. */
  readonly asEditionOf?: string | undefined;
  /** Which document of the file, from 1, when it holds several and `asEditionOf` is given. */
  readonly part?: number | undefined;
}

/** Notes that a file has come, so that its progress can be followed, and gives the import's id. */
export async function beginImport(actor: Actor, file: ImportFile, deps: PlanDeps): Promise<string> {
  permit(actor, 'plan.draft');
  const id = deps.newId();
  const sign = signatureOf(actor, deps.clock.now());
  await insertImport(deps.db, { id, fileName: storableName(file.fileName), size: file.bytes.byteLength }, sign);
  return id;
}

/**
 * Reads the file, understands its documents and saves each as the draft of a new plan, or one as the next draft of
 * `asEditionOf`: all or nothing. Refuses, and notes the reasons with the import, what cannot be read, a file without a
 * document, and a plan that has a draft open.
 */
export async function finishImport(actor: Actor, id: string, file: ImportFile, deps: PlanDeps): Promise<ImportRecord> {
  permit(actor, 'plan.draft');
  try {
    await understandAndSave(actor, id, file, deps);
  } catch (cause) {
    const refusals = cause instanceof RefusalError ? cause.refusals : [{ code: 'internal-fault', given: id }];
    await updateImport(deps.db, id, { state: 'refused', refusals, finishedAt: deps.clock.now() });
    throw cause;
  }
  return loadImport(actor, id, deps);
}

/** How far an import has come; refused when there is none with this id. */
export async function loadImport(actor: Actor, id: string, deps: PlanDeps): Promise<ImportRecord> {
  permit(actor, 'plan.draft');
  const record = await readImport(deps.db, id);
  if (record === undefined || !(actor.reach.everything || record.byId === actor.id))
    throw new RefusalError({ code: 'import-unknown', field: 'importId', given: id });
  return record;
}

async function understandAndSave(actor: Actor, id: string, file: ImportFile, deps: PlanDeps): Promise<void> {
  const source = storableText(await deps.understanding.read(file.fileName, file.bytes));
  await updateImport(deps.db, id, { state: 'understanding' });
  const documents = await deps.understanding.extract(source);
  if (documents.length === 0)
    throw new RefusalError({ code: 'no-document', field: file.fileName, given: source.text.length });
  const sign = signatureOf(actor, deps.clock.now());
  const kept = keptFile(file, source, sign, deps);
  const save = file.asEditionOf === undefined ? newPlans : newEdition(file.asEditionOf, file.part);
  const saving = await save(actor, kept, documents, deps);
  await updateImport(deps.db, id, { state: 'saving' });
  await recording(deps, actor, async (db, note) => {
    await insertSource(db, kept);
    const plans = await saving({ db, actor, sign, note, deps });
    await updateImport(db, id, { state: 'done', plans, finishedAt: deps.clock.now() });
  });
}

/** What is left to do in the transaction when all has been read, matched and checked. */
type Saving = (context: SaveContext) => Promise<ImportedPlan[]>;
type Preparation = (
  actor: Actor,
  file: NewSource,
  documents: readonly DocumentExtraction[],
  deps: PlanDeps,
) => Promise<Saving>;

const newPlans: Preparation = async (_actor, file, documents, deps) => {
  const prepared = await preparePlans(file, documents, deps);
  return (context) => savePlans(context, file, prepared);
};

const newEdition =
  (planId: string, part: number | undefined): Preparation =>
  async (actor, file, documents, deps) => {
    const document = await chooseDocument(actor, planId, file, documents, part, deps);
    const prepared = await prepareEdition(actor, planId, file, document, deps);
    return (context) => saveEdition(context, prepared);
  };

const keptFile = (file: ImportFile, source: SourceText, sign: Signature, deps: PlanDeps): NewSource => ({
  id: deps.newId(),
  fileName: storableName(file.fileName),
  sha256: sha256(file.bytes),
  bytes: file.bytes,
  source,
  createdAt: sign.at,
});
