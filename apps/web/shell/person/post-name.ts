import type { SessionPostJson } from '../../../../src/account/contract.ts';

/** `市工信局 综合科长`, and `代 李主任：市工信局 主任` for a post that is held for somebody else. */
export const postName = ({
  unitName,
  title,
  onBehalfOf,
}: Pick<SessionPostJson, 'unitName' | 'title' | 'onBehalfOf'>): string =>
  `${onBehalfOf === null ? '' : `代 ${onBehalfOf.name}：`}${unitName} ${title}`;
