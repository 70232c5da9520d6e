import { Amount } from '../../../../platform/web/money/amount.tsx';
import { type FigureWords, fenOf, figureText } from './figures.ts';

/** A figure of an enterprise with its unit; money in the unit that the person chose. */
export function Figure({ value, kind }: { readonly value: number | null; readonly kind: FigureWords }) {
  if (value === null) return <>—</>;
  const fen = fenOf(value, kind);
  return fen === null ? figureText(value, kind) : <Amount fen={fen} />;
}
