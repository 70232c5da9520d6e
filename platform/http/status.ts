import type { Refusal } from '../../src/kernel/index.ts';

/** HTTP status of refusal codes; 422 for all others: understood, and not done. */
const statuses: Readonly<Record<string, number>> = {
  'json-unreadable': 400,
  'field-missing': 400,
  'field-unexpected': 400,
  'value-not-listed': 400,
  'type-wrong': 400,
  'form-wrong': 400,
  'value-out-of-bounds': 400,
  'text-unstorable': 400,
  'file-missing': 400,
  'origin-foreign': 403,
  'address-unknown': 404,
  'plan-unknown': 404,
  'item-unknown': 404,
  'edition-unknown': 404,
  'finding-unknown': 404,
  'import-unknown': 404,
  'draft-missing': 409,
  'draft-open': 409,
  'revision-conflict': 409,
  'nothing-to-undo': 409,
  'nothing-to-redo': 409,
  'nothing-to-restore': 409,
  'too-large': 413,
  'too-long': 413,
  'too-many-lines': 413,
  'too-many-entries': 413,
  'too-many-pages': 413,
  'too-many-elements': 413,
  'zip-bomb': 413,
  unsupported: 415,
  'wrong-extension': 415,
  'media-type-unsupported': 415,
  'server-busy': 503,
  'database-away': 503,
  'internal-fault': 500,
};

/** The status of an answer that refuses for these reasons: that of the first. */
export const statusOf = (refusals: readonly Refusal[]): number => statuses[refusals[0]?.code ?? ''] ?? 422;
