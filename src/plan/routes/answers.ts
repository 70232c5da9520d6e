import type { Static, TSchema } from 'typebox';
import { sm3 } from '../../../platform/digest/index.ts';
import { refusedAnswer } from '../../../platform/http/errors.ts';
import type { ReadonlyDeep } from '../../../platform/http/types.ts';
import type { SourceText } from '../../document/index.ts';
import type { DraftChanged } from '../commands/change-draft.ts';
import { RevisionConflict } from '../commands/conflict.ts';
import type { FullDraft, PlanDetail } from '../commands/read-plan.ts';
import type {
  DiffSchema,
  DraftChangedSchema,
  DraftSchema,
  EditionSchema,
  HistoryEntrySchema,
  ImportJobSchema,
  PlanDetailSchema,
} from '../contract.ts';
import type { VersionDiff } from '../domain/diff/diff.ts';
import { changedFields, type FieldChange } from '../domain/diff/fields.ts';
import { itemChanges } from '../domain/diff/item-change.ts';
import { undoSteps } from '../domain/draft/undo.ts';
import { editionText } from '../domain/edition/content.ts';
import { withDismissals } from '../domain/findings.ts';
import type { HistoryStep, ImportRecord, StoredVersion } from '../store.ts';

/** What the commands give, as the contract says it to the world. */

type Answer<S extends TSchema> = ReadonlyDeep<Static<S>>;

export const draftAnswer = ({ draft, text, revision, steps }: FullDraft): Answer<typeof DraftSchema> => ({
  ...versionAnswer(draft, text),
  revision,
  basedOn: draft.basedOn,
  ...stepsAnswer(steps),
});

export function editionAnswer(edition: StoredVersion, text: SourceText): Answer<typeof EditionSchema> {
  const { planId, publication, structure, source, state } = edition;
  const { number, published, hash, note, acknowledged } = publication!;
  const now = sm3(editionText({ planId, number, head: state.head, structure, source, items: state.items }));
  return {
    ...versionAnswer(edition, text),
    number,
    publishedAt: published.at,
    publishedBy: published.by,
    hash,
    note,
    acknowledged,
    intact: now === hash,
  };
}

const versionAnswer = ({ planId, state, structure, source, findings, counts }: StoredVersion, text: SourceText) => ({
  planId,
  head: state.head,
  annexes: structure.annexes,
  outline: structure.outline,
  source: { ...source, text: text.text.slice(source.start, source.end), pageStarts: text.pageStarts },
  items: state.items,
  findings: withDismissals(findings, state.dismissals),
  counts,
});

export const changedAnswer = (changed: DraftChanged): Answer<typeof DraftChangedSchema> => ({
  revision: changed.revision,
  head: changed.draft.state.head,
  changed: changed.change.items.flatMap(({ after }) => after ?? []),
  removed: changed.change.items.flatMap(({ before, after }) => (before !== null && after === null ? [before.id] : [])),
  findings: changed.findings,
  counts: changed.draft.counts,
  ...stepsAnswer(changed.steps),
});

function stepsAnswer(steps: FullDraft['steps']) {
  const { undo, redo } = undoSteps(steps);
  const short = (step: FullDraft['steps'][number] | null) =>
    step === null ? null : { revision: step.revision, action: step.action, at: step.at };
  return { undo: short(undo), redo: short(redo) };
}

export const detailAnswer = (detail: PlanDetail): Answer<typeof PlanDetailSchema> => ({
  ...detail.plan,
  draft: detail.draft,
  editions: detail.editions,
  parents: detail.parents,
  children: detail.children,
  sight: detail.sight,
});

export const historyAnswer = (step: HistoryStep): Answer<typeof HistoryEntrySchema> => ({
  revision: step.revision,
  action: step.action,
  by: step.by,
  at: step.at,
  target: step.target,
  edition: step.edition,
  items: itemChanges(step.change),
  head: headChanges(step),
});

function headChanges({ change }: HistoryStep): FieldChange[] {
  const { head, parents } = change;
  const titles = (list: readonly { readonly title: string }[]) => list.map(({ title }) => title);
  return [
    ...(head === null ? [] : changedFields({ ...head.before }, { ...head.after })),
    ...(parents === undefined ? [] : [{ field: 'parents', from: titles(parents.before), to: titles(parents.after) }]),
  ];
}

export const diffAnswer = (
  planId: string,
  from: number,
  to: number | null,
  diff: VersionDiff,
): Answer<typeof DiffSchema> => ({ planId, from, to, ...diff });

export const importAnswer = ({ byId: _byId, ...record }: ImportRecord): Answer<typeof ImportJobSchema> => ({
  ...record,
  planIds: record.plans.map(({ planId }) => planId),
  refusals: refusedAnswer(record.refusals).refusals,
});

/** What a conflict tells beside its refusal: the revision there is now, and what happened since. */
export const conflictAnswer = (cause: unknown): object =>
  cause instanceof RevisionConflict ? { revision: cause.revision, changes: cause.steps.map(historyAnswer) } : {};
