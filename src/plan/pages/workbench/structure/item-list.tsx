import { Button } from 'antd';
import { useMemo } from 'react';
import { Empty } from '../../../../../platform/web/feedback/empty.tsx';
import { List } from '../../../../../platform/web/list/list.tsx';
import type { PlanItem } from '../../../domain/model.ts';
import { titleOf } from '../../wording/titles.ts';
import { kindWord } from '../../wording/words.ts';
import { ItemDetail } from '../item/item-detail.tsx';
import { filterCount, noFilters } from '../view/filters.ts';
import { useWorkbench } from '../workbench-context.ts';
import { columnsFor } from './columns.tsx';

const keyOf = (item: PlanItem): string => item.id;
const nameOf = (item: PlanItem): string => `${item.id} ${titleOf(item)}`;
const rowClass = (item: PlanItem): string => (item.review === 'rejected' ? 'item-rejected' : '');
const detail = (item: PlanItem) => <ItemDetail key={item.id} item={item} />;

/** The items of the open tab: a list beside the document, a table with all fields when it has the whole width. */
export function ItemList() {
  const { listed, view, change, index, editable, reviewable } = useWorkbench();
  const { tab, wide } = view;
  const columns = useMemo(() => columnsFor(tab, wide, index), [tab, wide, index]);
  return (
    <div className="item-list">
      <List
        key={`${tab} ${wide}`}
        label="条目"
        rows={listed}
        columns={columns}
        keyOf={keyOf}
        nameOf={nameOf}
        current={view.current?.id ?? null}
        onCurrent={(item) => change({ do: 'look', id: item.id, from: 'structure' })}
        onOpen={(item) => {
          change({ do: 'look', id: item.id, from: 'structure' });
          if (editable) change({ do: 'write', writing: { what: 'correction', id: item.id } });
        }}
        {...((editable || reviewable) && { ticked: view.ticked, onTick: (ids) => change({ do: 'tick', ids }) })}
        detail={detail}
        rowClass={rowClass}
        fill
        empty={<NothingListed />}
      />
    </div>
  );
}

function NothingListed() {
  const { view, change, editable } = useWorkbench();
  const kind = view.tab === 'all' || view.tab === 'outline' || view.tab === 'findings' ? '条目' : kindWord[view.tab];
  if (filterCount(view.filters) > 0)
    return (
      <Empty title={`没有符合筛选的${kind}`}>
        <Button onClick={() => change({ do: 'filter', filters: noFilters })}>清除筛选</Button>
      </Empty>
    );
  return (
    <Empty title={`这份公文里没有读出${kind}`}>
      {editable && <p>如果原文里有，请在原文中选中那几个字，按 A 补录。</p>}
    </Empty>
  );
}
