import { type Actor, permitOwn } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { deleteView, readViews, type StoredView, writeView } from '../store.ts';
import type { WorkDeps } from './deps.ts';

const mostViews = 50;

/** The actor's own views of a list, by name. */
export async function listViews(actor: Actor, list: string, { db }: WorkDeps): Promise<StoredView[]> {
  permitOwn(actor);
  return readViews(db, actor.id, list);
}

/** Saves a view under its name; one of this name is replaced. Refuses more views than a list may have. */
export async function saveView(actor: Actor, list: string, view: StoredView, deps: WorkDeps): Promise<StoredView[]> {
  permitOwn(actor);
  return recording(deps, actor, async (db, note) => {
    const before = await readViews(db, actor.id, list);
    if (before.length >= mostViews && !before.some(({ name }) => name === view.name))
      throw new RefusalError({ code: 'too-many-views', field: 'name', given: view.name, limit: mostViews });
    await writeView(db, actor.id, list, view);
    note({ action: 'work.save-view', record: { kind: 'view', id: list, name: view.name } });
    return readViews(db, actor.id, list);
  });
}

/** Takes a view away; one that there is not stays away. */
export async function removeView(actor: Actor, list: string, name: string, deps: WorkDeps): Promise<StoredView[]> {
  permitOwn(actor);
  return recording(deps, actor, async (db, note) => {
    await deleteView(db, actor.id, list, name);
    note({ action: 'work.remove-view', record: { kind: 'view', id: list, name } });
    return readViews(db, actor.id, list);
  });
}
