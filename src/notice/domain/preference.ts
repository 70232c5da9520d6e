import { type NoticeKind, noticeKindIds, noticeKinds } from './kinds.ts';

export interface Preference {
  readonly kind: NoticeKind;
  /** Whether it also goes to the person's e-mail. */
  readonly mail: boolean;
}

/** What holds for each kind: what the person chose, else what is usual. */
export const preferencesOf = (chosen: readonly Preference[]): readonly Preference[] =>
  noticeKindIds.map((kind) => ({
    kind,
    mail: chosen.find((each) => each.kind === kind)?.mail ?? noticeKinds[kind].mail,
  }));
