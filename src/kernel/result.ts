/**
 * A refusal names what is wrong so exactly that a person can mend it: a stable code, the field or place, the value
 * given and the limit it broke. The sentence for people is made at the edge (`platform/messages`), never here.
 */
export interface Refusal {
  /** Stable code in kebab case, listed in docs/errors.md. */
  readonly code: string;
  /** Which field, file or place is meant. */
  readonly field?: string;
  /** The value that was refused. */
  readonly given?: string | number | null;
  /** The limit or the expected form. */
  readonly limit?: string | number | null;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: Refusal[] };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = (...refusals: Refusal[]): { readonly ok: false; readonly refusals: Refusal[] } => ({
  ok: false,
  refusals,
});

/** Thrown by commands and readers; carries one or more refusals. Adapters turn it into HTTP 4xx or exit code 2. */
export class RefusalError extends Error {
  readonly refusals: readonly Refusal[];
  constructor(...refusals: Refusal[]) {
    super(refusals.map((r) => r.code).join(', '));
    this.name = 'RefusalError';
    this.refusals = refusals;
  }
}
