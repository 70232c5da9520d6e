import type { Insertable, Selectable } from 'kysely';
import type { Dismissal, PlanCounts, PlanHead, PlanItem, PlanStructure, Signature } from '../domain/model.ts';
import type { DismissalTable, ItemTable, VersionTable } from './tables.ts';

/** Rows of the tables as the domain's values, and back. */

export const itemRow = (versionId: string, item: PlanItem): Insertable<ItemTable> => ({
  version_id: versionId,
  id: item.id,
  kind: item.kind,
  start_at: item.content.start,
  end_at: item.content.end,
  review: item.review,
  origin: item.origin,
  touched_at: item.touched?.at ?? null,
  touched_by_id: item.touched?.by.id ?? null,
  touched_by_name: item.touched?.by.name ?? null,
  content: JSON.stringify(item.content),
});

export const itemOf = (row: Selectable<ItemTable>): PlanItem =>
  ({
    id: row.id,
    kind: row.kind,
    review: row.review,
    origin: row.origin,
    touched: signatureOf(row.touched_at, row.touched_by_id, row.touched_by_name),
    content: row.content,
  }) as PlanItem;

export const signatureOf = (at: string | null, id: string | null, name: string | null): Signature | null =>
  at === null || id === null || name === null ? null : { by: { id, name }, at };

export const headRow = (head: PlanHead) => ({
  title: head.title,
  doc_number: head.docNumber,
  issuer: head.issuer,
  issued_on: head.issuedOn,
  valid_from: head.validFrom,
  valid_to: head.validTo,
  validity_text: head.validityText,
  addressees: JSON.stringify(head.addressees),
});

export const headOfRow = (row: Selectable<VersionTable>): PlanHead => ({
  title: row.title,
  docNumber: row.doc_number,
  issuer: row.issuer,
  issuedOn: row.issued_on,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  validityText: row.validity_text,
  addressees: row.addressees,
});

export const structureRow = (structure: PlanStructure) => ({
  annexes: JSON.stringify(structure.annexes),
  outline: JSON.stringify(structure.outline),
});

export const countsOfRow = (row: PlanCounts): PlanCounts => ({
  indicators: row.indicators,
  tasks: row.tasks,
  clauses: row.clauses,
  tables: row.tables,
  unreviewed: row.unreviewed,
  rejected: row.rejected,
  errors: row.errors,
  warnings: row.warnings,
  notices: row.notices,
  dismissed: row.dismissed,
});

export const dismissalRow = (versionId: string, dismissal: Dismissal): Insertable<DismissalTable> => ({
  version_id: versionId,
  finding_id: dismissal.findingId,
  reason: dismissal.reason,
  at: dismissal.at,
  by_id: dismissal.by.id,
  by_name: dismissal.by.name,
});

export const dismissalOf = (row: Selectable<DismissalTable>): Dismissal => ({
  findingId: row.finding_id,
  reason: row.reason,
  at: row.at,
  by: { id: row.by_id, name: row.by_name },
});
