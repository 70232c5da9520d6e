import type { ErrorComponentProps } from '@tanstack/react-router';
import { Failure } from '../../../platform/web/feedback/failure.tsx';

/** A page that broke: what to do, instead of a blank screen. */
export function Crash({ error }: ErrorComponentProps) {
  return <Failure error={error} onRetry={() => location.reload()} />;
}
