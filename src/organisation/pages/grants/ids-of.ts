import { send } from '../../../../platform/web/api.ts';
import { isTicked, type Selection } from '../../../../platform/web/list/listing/selection.ts';
import { organisationApi } from '../../contract.ts';

const most = 5000;
const pageSize = 200;

/** Ids of the ticked posts; where all that match were ticked they are read page by page, up to what one request may carry. */
export async function idsOf(
  selection: Selection,
  query: { readonly text?: string; readonly filter?: string },
): Promise<string[]> {
  if (selection.kind === 'some') return [...selection.ids];
  const ids: string[] = [];
  for (let page = 1; ids.length < most; page += 1) {
    const { text, filter } = query;
    const asked = { page, pageSize, ...(text !== undefined && { text }), ...(filter !== undefined && { filter }) };
    const { rows } = await send(organisationApi.listGrants, { query: asked });
    ids.push(...rows.map(({ id }) => id).filter((id) => isTicked(selection, id)));
    if (rows.length < pageSize) break;
  }
  return ids.slice(0, most);
}
