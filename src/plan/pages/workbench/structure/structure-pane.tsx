import { Tabs } from '../../../../../platform/web/layout/tabs.tsx';
import { ItemAddition } from '../item/item-addition.tsx';
import type { Tab } from '../view/view-state.ts';
import { useWorkbench } from '../workbench-context.ts';
import { FilterBar } from './filter-bar.tsx';
import { FindingList } from './finding-list.tsx';
import { ItemList } from './item-list.tsx';
import { OutlineTree } from './outline-tree.tsx';
import { Progress } from './progress.tsx';
import './structure.css';

export const PANEL = 'structure-panel';

/** What was read out of the document, by kind; where corrections are made. */
export function StructurePane() {
  const { view, change, version } = useWorkbench();
  const { counts, items, findings } = version;
  const kept = items.length;
  const tabs: readonly { key: Tab; title: string; count?: number }[] = [
    { key: 'outline', title: '大纲' },
    { key: 'all', title: '全部', count: kept },
    { key: 'indicator', title: '指标', count: counts.indicators },
    { key: 'task', title: '任务', count: counts.tasks },
    { key: 'clause', title: '奖补条款', count: counts.clauses },
    { key: 'table', title: '表格', count: counts.tables },
    { key: 'findings', title: '体检', count: findings.filter((finding) => finding.dismissed === null).length },
  ];
  const adding = view.writing?.what === 'addition' ? view.writing : null;
  return (
    <section className="structure-pane" aria-label="结构化的方案">
      <Tabs
        label="条目分类"
        tabs={tabs}
        chosen={view.tab}
        panel={PANEL}
        onChoose={(tab) => change({ do: 'tab', tab })}
      />
      <div className="structure-body" role="tabpanel" id={PANEL} aria-labelledby={`${PANEL}-${view.tab}`}>
        {adding ? (
          <ItemAddition key={`${adding.kind} ${adding.place.start}-${adding.place.end}`} addition={adding} />
        ) : (
          <TabBody tab={view.tab} />
        )}
      </div>
      <Progress />
    </section>
  );
}

function TabBody({ tab }: { readonly tab: Tab }) {
  if (tab === 'outline') return <OutlineTree />;
  if (tab === 'findings') return <FindingList />;
  return (
    <>
      <FilterBar />
      <ItemList />
    </>
  );
}
