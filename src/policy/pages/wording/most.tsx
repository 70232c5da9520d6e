import { Amount } from '../../../../platform/web/money/amount.tsx';
import { fenOf } from './words.ts';

/** The most that a clause pays, in 元; null where it sets no limit. */
export const Most = ({ yuan }: { readonly yuan: number | null }) =>
  yuan === null ? <span className="pale">没有封顶</span> : <Amount fen={fenOf(yuan)} />;
