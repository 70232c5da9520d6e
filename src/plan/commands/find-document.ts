import { type Actor, permit } from '../../access/index.ts';
import type { OutlineNode } from '../../document/index.ts';
import { normal } from '../domain/match/normal.ts';
import { firstPlans, readVersion } from '../store.ts';
import type { PlanDeps } from './deps.ts';
import { loadPlan, seesWhole } from './load.ts';

/** A document among the plans, with the support clauses that were read out of it and where they stand. */
export interface FoundDocument {
  readonly planId: string;
  readonly title: string;
  readonly clauses: readonly { readonly itemId: string; readonly no: string; readonly words: string }[];
}

const mostLookedAt = 20;

/**
 * The plan of a document, by its number or else its title, as far as the actor may see it; null when there is none. Of
 * several the one that was changed last. Its clauses are those of the draft for whoever sees all of it, else of the latest
 * edition.
 */
export async function findDocument(
  actor: Actor,
  { docNumber, title }: { readonly docNumber: string | null; readonly title: string },
  { db }: Pick<PlanDeps, 'db'>,
): Promise<FoundDocument | null> {
  permit(actor, 'plan.read');
  const plans = await firstPlans(db, [docNumber ?? bare(title)], actor.reach, mostLookedAt);
  const same = plans.find(({ status, ...plan }) => {
    if (status === 'discarded') return false;
    return docNumber === null ? normal(bare(plan.title ?? '')) === normal(bare(title)) : sameNumber(plan, docNumber);
  });
  if (same === undefined) return null;
  const whole = seesWhole(actor, await loadPlan(db, actor, same.id, 'published'));
  const draft = whole ? await readVersion(db, same.id, 'draft') : undefined;
  const version =
    draft ?? (same.latestEdition === null ? undefined : await readVersion(db, same.id, same.latestEdition));
  if (version === undefined) return null;
  const outline = flat(version.structure.outline);
  const clauses = version.state.items.flatMap(({ id, kind, review, content }) => {
    if (kind !== 'clause' || review === 'rejected') return [];
    const node = outline.findLast(({ start, end }) => start <= content.start && content.start < end);
    return [{ itemId: id, no: node?.no ?? '', words: content.text }];
  });
  return { planId: same.id, title: same.title ?? same.fileName, clauses };
}

const sameNumber = (plan: { readonly docNumber: string | null }, docNumber: string): boolean =>
  normal(plan.docNumber) === normal(docNumber);

/** Without what stands in brackets at its end: the years of a plan are printed in many ways. */
const bare = (title: string): string => title.replace(/\s*[（(][^）)]*[）)]\s*$/u, '').trim();

/** Every heading, outer ones before those inside them. */
const flat = (nodes: readonly OutlineNode[]): OutlineNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
