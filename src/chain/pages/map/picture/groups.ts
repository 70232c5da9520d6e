import { createElement, type SVGProps } from 'react';

/** Groups of a drawing with what they are to screen readers; in a drawing there are no buttons and no fieldsets to take instead. */
export const PressGroup = (props: SVGProps<SVGGElement>) => createElement('g', { role: 'button', ...props });
export const NamedGroup = (props: SVGProps<SVGGElement>) => createElement('g', { role: 'group', ...props });
/** Lines and grounds: what they say is told elsewhere. */
export const StillGroup = (props: SVGProps<SVGGElement>) => createElement('g', { 'aria-hidden': true, ...props });
