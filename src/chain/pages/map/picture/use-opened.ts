import { useEffect, useRef } from 'react';
import type { Chart } from '../../../domain/layout/index.ts';

/** When a node is opened from elsewhere (found, a neighbour of the panel), its stage is unfolded and it comes into sight. */
export function useOpened(
  open: string | null,
  folded: ReadonlySet<string>,
  { nodes }: Chart,
  show: (id: string) => void,
  onFold: (stages: ReadonlySet<string>) => void,
): void {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (open === shown.current) return;
    const stage = nodes.find(({ id }) => id === open)?.stage;
    if (open !== null && stage !== undefined && folded.has(stage)) {
      onFold(new Set([...folded].filter((each) => each !== stage)));
      return;
    }
    shown.current = open;
    if (open !== null) show(open);
  });
}
