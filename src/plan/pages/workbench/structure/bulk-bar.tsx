import { Button } from 'antd';
import { withKey } from '../../../../../platform/web/shortcuts/key-caps.tsx';
import type { Review } from '../../../domain/model.ts';
import { useWorkbench } from '../workbench-context.ts';

/** What can be done with all ticked items at once. */
export function BulkBar() {
  const { view, change, actions, index, editable, reviewable, open } = useWorkbench();
  const ids = [...view.ticked].filter((id) => index.itemById.has(id));
  const kinds = new Set(ids.map((id) => index.itemById.get(id)!.kind));
  const review = async (state: Exclude<Review, 'corrected'>): Promise<void> => {
    change({ do: 'tick', ids: new Set() });
    await actions.review(ids, state);
  };
  return (
    <div className="filter-bar bulk-bar" role="toolbar" aria-label="对勾选的条目">
      <strong>已勾选 {ids.length} 条</strong>
      {reviewable && (
        <>
          <Button type="primary" title={withKey('确认', 'y')} onClick={() => void review('confirmed')}>
            确认
          </Button>
          <Button title={withKey('剔除', 'x')} onClick={() => void review('rejected')}>
            剔除
          </Button>
          <Button title={withKey('改回待核', 'u')} onClick={() => void review('unreviewed')}>
            改回待核
          </Button>
        </>
      )}
      {editable && (
        <Button
          disabled={ids.length < 2 || kinds.size > 1}
          title={kinds.size > 1 ? '只有同一类的条目可以合并' : withKey('合并', 'm')}
          onClick={() => open('merge')}
        >
          合并
        </Button>
      )}
      <Button type="text" onClick={() => change({ do: 'tick', ids: new Set() })}>
        取消勾选
      </Button>
    </div>
  );
}
