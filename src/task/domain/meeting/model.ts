import type { Day } from '../../../kernel/index.ts';
import type { Person } from '../model/index.ts';

/** Why something stands on an agenda, with the words for it. */
export const meetingItemKinds = {
  red: '红灯',
  disputed: '有争议',
  help: '求助',
  extension: '申请延期',
  escalated: '报链长',
  free: '其他',
} as const;
export type MeetingItemKind = keyof typeof meetingItemKinds;

/** What a meeting says about an item: at once a task or a move, or only a note. Kept as it was made. */
export type MeetingDecision = {
  readonly by: Person;
  readonly at: string;
  readonly words: string;
} & (
  | { readonly kind: 'note' }
  | { readonly kind: 'task'; readonly taskId: string; readonly title: string; readonly leads: readonly string[] }
  | { readonly kind: 'extension'; readonly to: Day | null }
  | { readonly kind: 'reassign'; readonly unit: string; readonly dueOn: Day | null }
  | { readonly kind: 'insist' }
  | { readonly kind: 'urge' }
  | { readonly kind: 'escalate'; readonly to: string }
);
