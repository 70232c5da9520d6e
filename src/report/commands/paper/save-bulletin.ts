import { type Actor, permit } from '../../../access/index.ts';
import { recording } from '../../../audit/index.ts';
import { canonicalText } from '../../../task/index.ts';
import type { BulletinJson, SaveBulletinJson } from '../../contract.ts';
import { applyEdit, checkSign, compareWithComposed, type EditedContent, move } from '../../domain/index.ts';
import { insertEdit, updateBulletin } from '../../store.ts';
import type { ReportDeps } from '../deps.ts';
import { decided, templateFor } from './compose-bulletin.ts';
import { heldBulletin, noteStep, recordOf } from './load.ts';
import { readBulletinDetail } from './read-bulletin.ts';
import { standingOf } from './show.ts';

/**
 * Keeps what a person made of a paper, on top of the revision that he saw. Figures are written as they were frozen whatever
 * text comes with them. Refuses a paper that is no draft, and what `applyEdit` refuses.
 */
export async function saveBulletin(
  actor: Actor,
  { bulletinId, revision, ...body }: SaveBulletinJson & { readonly bulletinId: string },
  deps: ReportDeps,
): Promise<BulletinJson> {
  permit(actor, 'report.write');
  await recording(deps, actor, async (db, note) => {
    const row = await heldBulletin(actor, bulletinId, db);
    decided(move(standingOf(row), { step: 'edit', revision, by: actor.id }));
    decided(checkSign(body.sign));
    const sent: EditedContent = {
      ...{ title: body.title.trim(), addressee: blankIsNone(body.addressee) },
      blocks: body.blocks as EditedContent['blocks'],
    };
    const blocks = decided(applyEdit(row.composed, sent));
    const content: EditedContent = {
      ...sent,
      blocks: blocks.map((block) =>
        block.kind === 'heading' || block.kind === 'paragraph' ? block : { id: block.id, kind: 'kept' },
      ),
    };
    const template = await templateFor(db, { templateId: body.templateId, kind: row.kind });
    const at = deps.clock.now();
    const changed = canonicalText(content) !== canonicalText(row.content);
    const { faults } = compareWithComposed(row.composed, [{ by: actor.name, at, content }]);
    await updateBulletin(db, bulletinId, {
      ...{ title: content.title, addressee: content.addressee, copies: blankIsNone(body.copies), sign: body.sign },
      ...{ content: JSON.stringify(content), faults, changed_at: at, changed_by: actor.name },
      ...{ template_id: template?.id ?? null, template_version: template?.version ?? null },
      ...(changed && { author_ids: [...new Set([...row.author_ids, actor.id])] }),
    });
    await insertEdit(db, { id: bulletinId, byId: actor.id, revision: revision + 1, at, by: actor.name, content });
    if (changed) await noteStep(db, actor, bulletinId, { step: 'edit', at });
    const heads = [
      ['title', row.title, content.title],
      ['addressee', row.addressee, content.addressee],
      ['sign', row.sign, body.sign],
    ] as const;
    note({
      action: 'report.edit',
      ...recordOf(row),
      changes: [
        ...heads
          .filter(([, before, after]) => before !== after)
          .map(([field, before, after]) => ({ field, before, after })),
        { field: 'faults', before: row.faults, after: faults },
      ],
    });
  });
  return readBulletinDetail(actor, bulletinId, deps);
}

const blankIsNone = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim());
