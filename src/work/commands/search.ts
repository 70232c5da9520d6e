import { type Actor, permitOwn } from '../../access/index.ts';
import type { Hit, WorkDeps } from './deps.ts';

export interface FoundGroup {
  readonly kind: string;
  readonly name: string;
  readonly hits: readonly Hit[];
}

const mostWords = 6;

/**
 * Looks for words in everything that the actor's post may see, kind by kind, at most `limit` of each. Kinds without a
 * hit are left out.
 */
export async function searchAll(
  actor: Actor,
  text: string,
  limit: number,
  { searchers }: WorkDeps,
): Promise<FoundGroup[]> {
  permitOwn(actor);
  const words = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);
  if (words.length === 0) return [];
  const groups: FoundGroup[] = [];
  // One after the other: a search takes one connection, however many kinds there are.
  for (const { kind, name, permission, find } of searchers) {
    const hits = actor.permissions.has(permission) ? await find(actor, words, limit) : [];
    if (hits.length > 0) groups.push({ kind, name, hits });
  }
  return groups;
}
