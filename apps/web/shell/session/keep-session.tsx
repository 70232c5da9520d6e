import { useQuery } from '@tanstack/react-query';
import { Navigate, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { setDraftOwner } from '../../../../platform/web/form/drafts.ts';
import { onSignedOut } from '../../../../platform/web/session.ts';
import { SessionContext } from '../../../../platform/web/shell/session-context.ts';
import { accountApi, type SessionJson } from '../../../../src/account/contract.ts';
import { EndedDialog } from './ended-dialog.tsx';

const LOGIN = '/login';
/** Where everything else waits: a new password or an authenticator is due. */
const OWN_ACCOUNT = '/me';

/**
 * Lets nobody in who has no session, and keeps the page of somebody whose session ended while he worked: he signs in
 * beside it and goes on.
 */
export function KeepSession({ children }: { readonly children: ReactNode }) {
  const session = useQuery({ ...queryFor(accountApi.readSession, {}), staleTime: 60_000, refetchOnWindowFocus: true });
  const [last, setLast] = useState<SessionJson | null>(null);
  const { data, refetch } = session;
  const here = useLocation();
  useEffect(() => onSignedOut(() => void refetch()), [refetch]);
  useEffect(() => {
    if (data === undefined || data.person === null || data.state === 'second-factor') return;
    setDraftOwner(data.person.id);
    setLast(data);
  }, [data]);

  if (data === undefined)
    return session.error ? <Failure error={session.error} onRetry={() => void refetch()} /> : <Waiting />;
  const inside = data.person !== null && data.state !== 'second-factor' ? data : last;
  // The way there takes a moment, and would else be taken again and again, each time from itself.
  if (inside === null && here.pathname === LOGIN) return <Waiting />;
  if (inside === null) return <Navigate to={LOGIN as string} search={{ next: here.href } as never} replace />;
  if (last !== null && inside.person?.id !== last.person?.id) {
    // Somebody else signed in beside: nothing of the first one's page may stay.
    location.assign('/');
    return null;
  }
  if (inside.state !== 'open' && here.pathname !== OWN_ACCOUNT) return <Navigate to={OWN_ACCOUNT as string} replace />;
  const ended = data.state === 'nobody' || data.state === 'second-factor';
  return (
    <SessionContext value={inside}>
      {children}
      <EndedDialog open={ended} onRetry={refetch} />
    </SessionContext>
  );
}
