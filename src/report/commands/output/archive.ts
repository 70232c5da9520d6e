import { type Actor, permit } from '../../../access/index.ts';
import { RefusalError } from '../../../kernel/index.ts';
import type { BulletinJson } from '../../contract.ts';
import { readFiles } from '../../store.ts';
import type { ReportDeps } from '../deps.ts';
import { readBulletinDetail } from '../paper/read-bulletin.ts';
import { type StepAsked, step } from '../paper/sign-bulletin.ts';

/**
 * Closes a paper that is out, with the bytes of its files and their SM3: nothing of it changes afterwards. Refuses one whose Word and
 * PDF are not made of just this text; a place without LibreOffice may say that it keeps the Word document alone.
 */
export async function archiveBulletin(
  actor: Actor,
  { withoutPdf = false, ...asked }: StepAsked & { readonly withoutPdf?: boolean | undefined },
  deps: ReportDeps,
): Promise<BulletinJson> {
  permit(actor, 'report.write');
  const reason = withoutPdf ? '没有 PDF，只归档 Word 文档' : undefined;
  await step(actor, 'archive', { ...asked, ...(reason !== undefined && { reason }) }, deps, async (db, row) => {
    const ready = new Set(
      (await readFiles(db, row.id))
        .filter(({ state, revision }) => state === 'ready' && revision === row.revision)
        .map(({ kind }) => kind),
    );
    const missing = (['docx', ...(withoutPdf ? [] : (['pdf'] as const))] as const).filter((kind) => !ready.has(kind));
    if (missing.length > 0) throw new RefusalError({ code: 'bulletin-files-missing', given: missing.join('、') });
    return { archived_at: deps.clock.now() };
  });
  return readBulletinDetail(actor, asked.bulletinId, deps);
}
