import type { Audience } from './audience.ts';
import type { Importance, NoticeKind } from './kinds.ts';

/** The record that a message is about. */
export interface Origin {
  readonly slice: string;
  readonly kind: string;
  readonly id: string;
}

/** Something to tell people, as the slice that has done it says it. */
export interface NewNotice {
  /**
   * Names what happened, for example `work:3k9…:finish:4`. The same key twice is one message, so that a change that is
   * tried again does not tell it again.
   */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly text: string;
  /** Address inside the product that begins with `/`; null where there is nothing to open. */
  readonly link: string | null;
  readonly origin: Origin | null;
  readonly importance?: Importance;
  readonly to: readonly Audience[];
  /** Whoever did it himself need not be told. */
  readonly except?: string | null;
}
