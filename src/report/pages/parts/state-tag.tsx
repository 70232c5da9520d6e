import type { ReactNode } from 'react';
import { type BulletinState, bulletinStateNames } from '../../domain/index.ts';
import './state-tag.css';

type Tone = 'plain' | 'waits' | 'accent' | 'good' | 'bad';

/** A word about a paper, in colours that can be read on both grounds. */
export const PaperTag = ({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <span className={`paper-tag paper-tag-${tone}`}>{children}</span>
);

const tones: Readonly<Record<BulletinState, Tone>> = {
  draft: 'plain',
  review: 'waits',
  signed: 'accent',
  sent: 'good',
  archived: 'good',
  withdrawn: 'plain',
};

/** Where a paper is in its life, in a word. */
export const StateTag = ({ state }: { readonly state: BulletinState }) => (
  <PaperTag tone={tones[state]}>{bulletinStateNames[state]}</PaperTag>
);
