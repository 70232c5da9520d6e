import { Button } from 'antd';
import { useNarrow } from '../../../../../platform/web/layout/use-narrow.ts';
import { withKey } from '../../../../../platform/web/shortcuts/key-caps.tsx';
import type { PlanItem } from '../../../domain/model.ts';
import { useReviewing } from '../use-reviewing.ts';
import { useWorkbench } from '../workbench-context.ts';

/** What can be done with an item, each with its key. */
export function ItemButtons({ item }: { readonly item: PlanItem }) {
  const { view, change, actions, editable, reviewable, open } = useWorkbench();
  const narrow = useNarrow();
  const { settle, remove } = useReviewing();
  const reviewed = item.review !== 'unreviewed';
  return (
    <div className="detail-buttons">
      {reviewable && item.review !== 'confirmed' && (
        <Button
          type="primary"
          title={withKey('确认，看下一条', 'y')}
          onClick={() => void settle([item.id], 'confirmed')}
        >
          确认
        </Button>
      )}
      {editable && (
        <Button
          title={withKey('更正', 'e')}
          onClick={() => change({ do: 'write', writing: { what: 'correction', id: item.id } })}
        >
          更正
        </Button>
      )}
      {reviewable && (
        <>
          {item.review !== 'rejected' && (
            <Button
              title={withKey('剔除：不算条目，发布时不带', 'x')}
              onClick={() => void settle([item.id], 'rejected')}
            >
              剔除
            </Button>
          )}
          {reviewed && (
            <Button title={withKey('改回待核', 'u')} onClick={() => void actions.review([item.id], 'unreviewed')}>
              改回待核
            </Button>
          )}
        </>
      )}
      {editable && (
        <>
          <Button title={withKey('合并', 'm')} onClick={() => open('merge')}>
            合并
          </Button>
          <Button danger type="text" title={withKey('删除', 'Delete')} onClick={() => void remove(item.id)}>
            删除
          </Button>
        </>
      )}
      {narrow && view.side === 'structure' && (
        <Button onClick={() => change({ do: 'side', side: 'document' })}>看原文</Button>
      )}
    </div>
  );
}
