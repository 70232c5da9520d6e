import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';

const route = getRouteApi('/plans/$planId');
const PAUSE_MS = 300;

/** Keeps what is looked at in the address, so that it can be sent to a colleague; waits for the eye to rest. */
export function useAddress(id: string | null): void {
  const navigate = route.useNavigate();
  const search = route.useSearch();
  useEffect(() => {
    if ((search.at ?? null) === id) return;
    const timer = setTimeout(() => {
      const { at: _old, ...others } = search;
      void navigate({ search: id === null ? others : { ...others, at: id }, replace: true, resetScroll: false });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [id, search, navigate]);
}
