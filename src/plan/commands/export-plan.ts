import { type Actor, permit } from '../../access/index.ts';
import type { SourceText } from '../../document/index.ts';
import { markdownOf } from '../domain/export/markdown.ts';
import type { ExportedVersion } from '../domain/export/version.ts';
import { workbookOf } from '../domain/export/workbook.ts';
import { withDismissals } from '../domain/findings.ts';
import { reading, readSourceBytes, readSourceText, type StoredVersion } from '../store.ts';
import type { PlanDeps } from './deps.ts';
import { loadDraft, loadEdition, loadPlan } from './load.ts';

export interface ExportPlan {
  readonly planId: string;
  /** An edition by number, the open draft, or else the latest edition and the draft where there is none. */
  readonly version: number | 'draft' | undefined;
}

/** A version to be exported, with its text and the plan's revision. */
export interface VersionToExport {
  readonly version: StoredVersion;
  readonly text: SourceText;
  readonly revision: number;
}

/** Finds the version that somebody wants to export. Refuses an unknown plan, and a version that it does not have. */
export function versionToExport(
  actor: Actor,
  { planId, version }: ExportPlan,
  deps: PlanDeps,
): Promise<VersionToExport> {
  permit(actor, 'plan.export');
  return findVersion(actor, planId, version, deps);
}

/** The file that the version was read from, as it was uploaded; of the latest edition, else of the draft. */
export async function readOriginal(
  actor: Actor,
  planId: string,
  deps: PlanDeps,
): Promise<{ fileName: string; bytes: Buffer }> {
  permit(actor, 'plan.read');
  const { version } = await findVersion(actor, planId, undefined, deps);
  return readSourceBytes(deps.db, version.source.id);
}

function findVersion(
  actor: Actor,
  planId: string,
  version: number | 'draft' | undefined,
  deps: PlanDeps,
): Promise<VersionToExport> {
  return reading(deps.db, async (db) => {
    const plan = await loadPlan(db, actor, planId, version === 'draft' ? 'whole' : 'published');
    const wanted = version ?? plan.latestEdition ?? 'draft';
    const found = wanted === 'draft' ? await loadDraft(db, planId) : await loadEdition(db, planId, wanted);
    return { version: found, text: await readSourceText(db, found.source.id), revision: plan.revision };
  });
}

/** As a workbook (.xlsx). */
export async function asWorkbook(wanted: VersionToExport, { understanding }: PlanDeps): Promise<Buffer> {
  return Buffer.from(await understanding.writeWorkbook(workbookOf(exported(wanted))));
}

/** As Markdown. */
export const asMarkdown = (wanted: VersionToExport): string => markdownOf(exported(wanted));

/** A name for the file, such as `临江市针纺产业行动方案-第2版.xlsx`, without signs that a file system refuses. */
export function exportName({ version }: VersionToExport, format: string): string {
  const { publication, state, source } = version;
  const title = (state.head.title ?? source.fileName).replace(/[\\/:*?"<>|\u0000-\u001f]/g, '').slice(0, 80);
  return `${title}-${publication === null ? '草案' : `第${publication.number}版`}.${format}`;
}

const exported = ({ version, text }: VersionToExport): ExportedVersion => ({
  head: version.state.head,
  items: version.state.items,
  findings: withDismissals(version.findings, version.state.dismissals),
  fileName: version.source.fileName,
  edition:
    version.publication === null
      ? null
      : {
          number: version.publication.number,
          publishedAt: version.publication.published.at,
          hash: version.publication.hash,
        },
  wordsAt: (start, end) => text.text.slice(start, end),
});
