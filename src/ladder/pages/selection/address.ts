/** What the pages of selection rounds take from their address. */
export interface RoundsSearch {
  /** Left out: the rounds; `reviews`: titles that are held; `removals`: those that are taken away. */
  readonly view?: 'reviews' | 'removals';
  /** Of the review: the kind of title. */
  readonly kind?: string;
}
export const roundsSearch = (raw: Record<string, unknown>): RoundsSearch => ({
  ...((raw.view === 'reviews' || raw.view === 'removals') && { view: raw.view }),
  ...(typeof raw.kind === 'string' && /^[a-z0-9-]{1,60}$/u.test(raw.kind) && { kind: raw.kind }),
});

export const roundViews = ['entries', 'experts', 'ranking', 'publicity', 'rules', 'steps'] as const;
export type RoundView = (typeof roundViews)[number];
export interface RoundSearch {
  readonly view?: RoundView;
}
export const roundSearch = (raw: Record<string, unknown>): RoundSearch => {
  const view = roundViews.find((each) => each === raw.view);
  return view === undefined ? {} : { view };
};
