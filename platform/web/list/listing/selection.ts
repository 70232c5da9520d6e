/** Rows that a person ticked: some of them, or all that match the list's conditions but some. Over all pages. */
export type Selection =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'matching'; readonly except: ReadonlySet<string> };

export const nothingTicked: Selection = { kind: 'some', ids: new Set() };
export const allMatching: Selection = { kind: 'matching', except: new Set() };

export const isTicked = (selection: Selection, id: string): boolean =>
  selection.kind === 'some' ? selection.ids.has(id) : !selection.except.has(id);

/** How many rows it means; `total` is how many the list has. */
export const countOf = (selection: Selection, total: number): number =>
  selection.kind === 'some' ? selection.ids.size : Math.max(0, total - selection.except.size);

/** The ticked ones of a page, for the list. */
export const tickedOn = (selection: Selection, page: readonly string[]): ReadonlySet<string> =>
  new Set(page.filter((id) => isTicked(selection, id)));

/** What becomes of a selection when the ticks of one page are now `ticked`; other pages keep theirs. */
export function withPage(selection: Selection, page: readonly string[], ticked: ReadonlySet<string>): Selection {
  if (selection.kind === 'matching') {
    const except = new Set(selection.except);
    for (const id of page) ticked.has(id) ? except.delete(id) : except.add(id);
    return { kind: 'matching', except };
  }
  const ids = new Set(selection.ids);
  for (const id of page) ticked.has(id) ? ids.add(id) : ids.delete(id);
  return { kind: 'some', ids };
}

/** As bulk endpoints take it (`SelectionSchema`); `matching` is what the list was asked for. */
export const selectionBody = (
  selection: Selection,
  matching: { readonly text?: string; readonly filter?: string; readonly sort?: string },
) => {
  if (selection.kind === 'some') return { ids: [...selection.ids] };
  const { text, filter } = matching;
  return {
    matching: { ...(text !== undefined && { text }), ...(filter !== undefined && { filter }) },
    except: [...selection.except],
  };
};
