/** One thing that doctor looked at. */
export interface Finding {
  /** Good, wrong (something must be done), or worth knowing only. */
  readonly state: 'good' | 'wrong' | 'note';
  /** What was looked at: `磁盘空间`. */
  readonly subject: string;
  readonly found: string;
  /** What to do; only when something is wrong or missing. */
  readonly remedy?: string;
}

export const good = (subject: string, found: string): Finding => ({ state: 'good', subject, found });
export const wrong = (subject: string, found: string, remedy: string): Finding => ({
  ...{ state: 'wrong', subject, found, remedy },
});
export const note = (subject: string, found: string, remedy?: string): Finding => ({
  ...{ state: 'note', subject, found },
  ...(remedy !== undefined && { remedy }),
});
