export interface ReportSearch {
  /** Which of the unit's duties; left out: the first that can be told of. */
  readonly duty?: string;
}

/** Reads an address; what cannot be meant is left out. */
export function reportSearch({ duty }: Readonly<Record<string, unknown>>): ReportSearch {
  const text = typeof duty === 'string' || typeof duty === 'number' ? String(duty) : '';
  return /^[A-Za-z0-9._@-]{1,80}$/u.test(text) ? { duty: text } : {};
}
