import { send } from '../../../platform/web/api.ts';
import type { ListView } from '../../../platform/web/list/listing/address.ts';
import type { SavedView, ViewStore } from '../../../platform/web/list/listing/view-store.ts';
import { type SavedViewJson, workApi } from '../../../src/work/contract.ts';

/** Views of lists are kept with the person's other things, by the work slice. */
export const viewsOfPerson: ViewStore = {
  read: async (list) => savedViews(await send(workApi.listViews, { params: { list } })),
  save: async (list, { name, usual, view }) =>
    savedViews(await send(workApi.saveView, { params: { list }, body: { name, usual, view: { ...view } } })),
  remove: async (list, name) => savedViews(await send(workApi.removeView, { params: { list }, query: { name } })),
};

const savedViews = ({ views }: { readonly views: readonly SavedViewJson[] }): readonly SavedView[] =>
  views.map(({ name, usual, view }) => ({ name, usual, view: view as ListView }));
