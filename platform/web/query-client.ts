import { QueryClient } from '@tanstack/react-query';
import { ApiRefused } from './api.ts';

const TRIES = 2;

/** A refusal (4xx) is an answer and is not asked for again; a server that cannot be reached is. */
const worthRepeating = (failures: number, error: Error): boolean =>
  failures < TRIES && !(error instanceof ApiRefused && error.status >= 400 && error.status < 500);

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: worthRepeating, staleTime: 5_000, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
