import { Outlet, useMatches } from '@tanstack/react-router';
import { KeepSession } from './session/keep-session.tsx';
import { Shell } from './shell.tsx';

/** The frame around every page but those for people who have not come in. */
export function Frame() {
  const bare = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.bare === true) });
  if (bare) return <Outlet />;
  return (
    <KeepSession>
      <Shell />
    </KeepSession>
  );
}
