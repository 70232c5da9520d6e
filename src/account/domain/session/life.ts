/** How long a session lives. */
export interface SessionLimits {
  /** Minutes without a request after which it ends. */
  readonly idleMinutes: number;
  /** Hours after which it ends whatever is done. */
  readonly hours: number;
}

/** A password that was right waits this many minutes for the second factor. */
export const halfMinutes = 5;
/** Minutes for which a proof of identity counts as fresh. */
export const proofMinutes = 10;
/** A session's last use is written down at most once in so many seconds. */
const touchSeconds = 60;
/** Hours for which a one-time link is good. */
export const linkHours = 24;

export const later = (now: string, minutes: number): string =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString();

/** Whether a session still counts: not ended, neither over nor idle for too long. */
export function isAlive(
  session: { readonly endedAt: string | null; readonly seenAt: string; readonly expiresAt: string },
  now: string,
  { idleMinutes }: SessionLimits,
): boolean {
  return session.endedAt === null && now < session.expiresAt && now < later(session.seenAt, idleMinutes);
}

/** Whether the last use is worth writing down. */
export const isWorthTouching = (seenAt: string, now: string): boolean =>
  Date.parse(now) - Date.parse(seenAt) >= touchSeconds * 1000;

/** Whether somebody has proved who he is a short time ago. */
export const isProven = (provenAt: string | null, now: string): boolean =>
  provenAt !== null && now < later(provenAt, proofMinutes);

/** The day (`YYYY-MM-DD`) that a moment falls on in China, which decides whose post is valid. */
export const dayIn = (now: string): string => new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10);

/** Day from which a password of this age must be changed; null when passwords stay good. */
export const passwordDue = (setAt: string | null, days: number | null): string | null =>
  setAt === null || days === null ? null : later(setAt, days * 24 * 60);
