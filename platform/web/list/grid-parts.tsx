import { type ComponentProps, createElement } from 'react';

/**
 * The ARIA grid pattern (w3.org/WAI/ARIA/apg/patterns/grid) on plain boxes: rows of a real table element cannot be laid
 * out one by one as the list draws them. Keyboard and focus are the list's (use-list-state.ts).
 */
type BoxProps = ComponentProps<'div'> & { readonly [data: `data-${string}`]: string | number | undefined };

const part = (role: string) => (props: BoxProps) => createElement('div', { ...props, role });

export const Grid = part('grid');
export const RowGroup = part('rowgroup');
export const Row = part('row');
export const HeadCell = part('columnheader');
export const RowHead = part('rowheader');
export const Cell = part('gridcell');
/** A box that is there for layout only. */
export const Slot = part('presentation');
