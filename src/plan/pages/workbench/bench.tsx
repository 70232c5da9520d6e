import { useEffect, useMemo, useReducer, useState } from 'react';
import type { PlanDetailJson } from '../../contract.ts';
import { Dialogs } from './dialogs.tsx';
import { DocumentPane } from './document/document-pane.tsx';
import { useDraftActions } from './draft/actions.ts';
import { PlanHeader } from './header/plan-header.tsx';
import { SideSwitch } from './side-switch.tsx';
import { StructurePane } from './structure/structure-pane.tsx';
import { useBenchShortcuts } from './use-bench-shortcuts.ts';
import { useRights } from './use-rights.ts';
import type { PlanVersion } from './version.ts';
import { filterItems } from './view/filters.ts';
import { indexVersion } from './view/index-version.ts';
import { useAddress } from './view/use-address.ts';
import { firstView, nextView, type Tab } from './view/view-state.ts';
import { type Dialog, type Workbench, WorkbenchContext } from './workbench-context.ts';
import './bench.css';

interface Props {
  readonly plan: PlanDetailJson;
  readonly version: PlanVersion;
  /** What the address says is looked at. */
  readonly at: string | null;
}

export function Bench({ plan, version, at }: Props) {
  const [view, change] = useReducer(nextView, at, (id) => ({
    ...firstView,
    ...(id !== null && { current: { id, from: 'structure' as const }, tab: tabOf(id) }),
  }));
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const actions = useDraftActions(plan.id);
  const may = useRights(plan);
  const { items, findings } = version;
  const index = useMemo(() => indexVersion({ items, findings }), [items, findings]);
  const { tab, filters } = view;
  const listed = useMemo(() => {
    const kind = tab === 'all' || tab === 'outline' || tab === 'findings' ? null : tab;
    return filterItems(items, kind, filters, (item) => index.findingsOf(item).length);
  }, [items, tab, filters, index]);

  const workbench: Workbench = {
    plan,
    version,
    index,
    listed,
    view,
    change,
    actions,
    editable: version.draft !== null && may.draft,
    reviewable: version.draft !== null && may.review,
    may,
    open: setDialog,
  };
  useBenchShortcuts(workbench);
  useAddress(view.current?.id ?? null);
  useEffect(() => {
    document.title = `${version.head.title ?? plan.fileName} · 经纬`;
  }, [version.head.title, plan.fileName]);

  return (
    <WorkbenchContext value={workbench}>
      <div className="bench" data-side={view.side} data-wide={view.wide}>
        <PlanHeader />
        <div className="bench-panes">
          <DocumentPane />
          <StructurePane />
        </div>
        <SideSwitch />
        <Dialogs dialog={dialog} onClose={() => setDialog(null)} />
      </div>
    </WorkbenchContext>
  );
}

const tabOf = (id: string): Tab => (id.includes('@') ? 'findings' : 'all');
