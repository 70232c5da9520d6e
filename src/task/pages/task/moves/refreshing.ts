import { ApiRefused } from '../../../../../platform/web/api.ts';

/** Runs a move; when somebody else was quicker the page is read anew, and the sentence stays where it is shown. */
export async function refreshing<T>(onStale: () => void, move: () => Promise<T>): Promise<T> {
  try {
    return await move();
  } catch (error) {
    if (error instanceof ApiRefused && error.status === 409) onStale();
    throw error;
  }
}
