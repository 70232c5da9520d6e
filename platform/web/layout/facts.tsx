import type { ReactNode } from 'react';
import './facts.css';

/** What is known of a thing, name beside value, in as many columns as there is room for. */
export const Facts = ({ className, children }: { readonly className?: string; readonly children: ReactNode }) => (
  <dl className={className === undefined ? 'facts' : `facts ${className}`}>{children}</dl>
);

export const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
