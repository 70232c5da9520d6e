import { remember, remembered } from '../remembered.ts';
import type { Field, Values } from './model.ts';

/** What was typed into a form and not yet saved, kept in this browser for its person for a week. */
export interface FormDraft {
  readonly values: Values;
  /** ISO 8601. */
  readonly at: string;
}

const DAYS_KEPT = 7;
let owner = '';

/** Whose drafts they are: several people may share a computer, and none may find another's. */
export function setDraftOwner(personId: string): void {
  owner = personId;
}

const place = (name: string): string => `draft.${owner}.${name}`;

/** Keeps what is typed; passwords and files are never kept. */
export function keepDraft(name: string, fields: readonly Field[], values: Values): void {
  if (owner === '') return;
  const kept = fields.filter(({ input }) => input !== 'secret' && input !== 'file').map((field) => field.name);
  const some = Object.fromEntries(kept.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]));
  remember(place(name), JSON.stringify({ values: some, at: new Date().toISOString() }));
}

export const dropDraft = (name: string): void => remember(place(name), null);

/** The draft of a form; null when there is none, it is too old, or it cannot be read. */
export function draftOf(name: string, fields: readonly Field[]): FormDraft | null {
  const draft = owner === '' ? null : read(remembered(place(name)));
  if (draft === null || Date.now() - Date.parse(draft.at) > DAYS_KEPT * 86_400_000) return null;
  const known = fields.filter((field) => Object.hasOwn(draft.values, field.name));
  return { at: draft.at, values: Object.fromEntries(known.map(({ name: key }) => [key, draft.values[key]])) };
}

function read(text: string | null): FormDraft | null {
  if (text === null) return null;
  try {
    const draft = JSON.parse(text) as Partial<FormDraft> | null;
    const values = draft?.values;
    return typeof values === 'object' && values !== null && typeof draft?.at === 'string'
      ? { values, at: draft.at }
      : null;
  } catch {
    return null;
  }
}
