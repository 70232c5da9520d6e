import { type ComponentProps, createElement } from 'react';

type Props = ComponentProps<'section'> & { readonly 'aria-label': string };

/** A box that scrolls, reached by Tab so that the arrow keys scroll it too (WCAG 2.1.1). */
export const ScrollRegion = (props: Props) => createElement('section', { tabIndex: 0, ...props });
