import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TaskJson } from '../../contract.ts';

/** Where a task comes from; what a plan says leads to its sentence there. */
export function SourceLink({
  source,
  children,
}: {
  readonly source: TaskJson['source'];
  readonly children?: ReactNode;
}) {
  const words = children ?? source.words;
  if (source.planId === null) return <>{words}</>;
  return (
    <Link
      to="/plans/$planId"
      params={{ planId: source.planId }}
      search={{
        ...(source.edition !== null && { edition: source.edition }),
        ...(source.itemId !== null && { at: source.itemId }),
      }}
    >
      {words}
    </Link>
  );
}
