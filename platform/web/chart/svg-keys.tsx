import type { ReactNode } from 'react';
import { keySize, layoutKeys } from './keys.ts';

export interface Key {
  readonly name: string;
  /** Drawn in a box of 20 × 14 pixels. */
  readonly sample: ReactNode;
}

/** The keys of a chart, inside its picture, so that a picture that is taken away explains itself. */
export function SvgKeys({ keys, width }: { readonly keys: readonly Key[]; readonly width: number }) {
  return layoutKeys(
    keys.map(({ name }) => name),
    width,
  ).keys.map(({ at, x, y, name }) => (
    <g key={keys[at]?.name} transform={`translate(${x} ${y})`}>
      <g transform="translate(0 3)">{keys[at]?.sample}</g>
      <text className="jw-chart-key" x={26} y={14} fontSize={keySize}>
        {name}
      </text>
    </g>
  ));
}
