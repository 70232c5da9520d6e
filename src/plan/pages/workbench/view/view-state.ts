import type { Span } from '../../../../kernel/index.ts';
import type { ItemKind } from '../../../domain/model.ts';
import { type Filters, noFilters } from './filters.ts';

export type Tab = 'outline' | 'all' | ItemKind | 'findings';
export type Side = 'document' | 'structure';

/** What is looked at: an item (`I12`) or a finding (`sum@3-9`), and from which side it was chosen. */
export interface Current {
  readonly id: string;
  readonly from: Side;
}

/** What the person is writing, if anything. */
export type Writing =
  | { readonly what: 'correction'; readonly id: string }
  | { readonly what: 'addition'; readonly kind: ItemKind; readonly place: Span };

export interface View {
  readonly tab: Tab;
  readonly filters: Filters;
  readonly current: Current | null;
  readonly ticked: ReadonlySet<string>;
  readonly writing: Writing | null;
  /** The list takes the whole width. */
  readonly wide: boolean;
  /** On a narrow screen only one side is seen. */
  readonly side: Side;
  /** Stretch of text that is selected. */
  readonly selected: Span | null;
}

export const firstView: View = {
  tab: 'all',
  filters: noFilters,
  current: null,
  ticked: new Set(),
  writing: null,
  wide: false,
  side: 'structure',
  selected: null,
};

export type ViewChange =
  | { readonly do: 'tab'; readonly tab: Tab }
  | { readonly do: 'filter'; readonly filters: Partial<Filters> }
  | {
      readonly do: 'look';
      readonly id: string | null;
      readonly from: Side;
      readonly kind?: ItemKind | 'finding' | undefined;
    }
  | { readonly do: 'tick'; readonly ids: ReadonlySet<string> }
  | { readonly do: 'write'; readonly writing: Writing | null }
  | { readonly do: 'wide'; readonly wide: boolean }
  | { readonly do: 'side'; readonly side: Side }
  | { readonly do: 'select'; readonly selected: Span | null };

/** The next view. Looking at something from the document opens the tab where it is listed. */
export function nextView(view: View, change: ViewChange): View {
  switch (change.do) {
    case 'tab':
      return { ...view, tab: change.tab, ticked: new Set(), writing: null };
    case 'filter':
      return { ...view, filters: { ...view.filters, ...change.filters } };
    case 'look':
      return look(view, change);
    case 'tick':
      return { ...view, ticked: change.ids };
    case 'write':
      return { ...view, writing: change.writing, ...(change.writing && { side: 'structure' as const }) };
    case 'wide':
      return { ...view, wide: change.wide };
    case 'side':
      return { ...view, side: change.side };
    case 'select':
      return { ...view, selected: change.selected };
  }
}

function look(view: View, { id, from, kind }: Extract<ViewChange, { do: 'look' }>): View {
  if (id === null) return { ...view, current: null, writing: null };
  const writing = view.writing?.what === 'correction' && view.writing.id !== id ? null : view.writing;
  return { ...view, current: { id, from }, writing, tab: kind === undefined ? view.tab : tabFor(view.tab, kind) };
}

function tabFor(tab: Tab, kind: ItemKind | 'finding'): Tab {
  if (kind === 'finding') return 'findings';
  return tab === 'all' || tab === kind ? tab : kind;
}
