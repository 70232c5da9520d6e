import { Tag } from 'antd';
import { type BulletinState, bulletinStateNames } from '../../domain/index.ts';

const colours: Readonly<Record<BulletinState, string>> = {
  draft: 'default',
  review: 'gold',
  signed: 'blue',
  sent: 'green',
  archived: 'green',
  withdrawn: 'default',
};

/** Where a paper is in its life, in a word. */
export const StateTag = ({ state }: { readonly state: BulletinState }) => (
  <Tag color={colours[state]}>{bulletinStateNames[state]}</Tag>
);
