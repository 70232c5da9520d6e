/** What is asked of a title that was given. */
interface Given {
  readonly kind: string;
  readonly givenOn: string;
  readonly endsOn: string | null;
  readonly endedOn: string | null;
}

/** `expiring`: it ends within the days of notice; `expired`: its time is over or it was taken away. */
export type Standing = 'held' | 'expiring' | 'expired' | 'none';

/** How a title stands on a day, by the last of its kind that had been given by then. `endsOn` is the first day without it. */
export function standingOf<T extends Given>(
  titles: readonly T[],
  kind: string,
  on: string,
  noticeUntil: string,
): { readonly standing: Standing; readonly title: T | null } {
  const own = titles.filter((title) => title.kind === kind && title.givenOn <= on);
  const title = own.toSorted((a, b) => (a.givenOn < b.givenOn ? 1 : -1))[0] ?? null;
  if (title === null) return { standing: 'none', title };
  const end = [title.endsOn, title.endedOn].filter((day) => day !== null).toSorted()[0] ?? null;
  if (end !== null && end <= on) return { standing: 'expired', title };
  return { standing: end !== null && end <= noticeUntil ? 'expiring' : 'held', title };
}
