import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNarrow } from '../../../../../platform/web/layout/use-narrow.ts';
import { KindSign } from '../../wording/kind-sign.tsx';
import { figureOf, titleOf } from '../../wording/titles.ts';
import { kindWord, reviewWord } from '../../wording/words.ts';
import { useReviewing } from '../use-reviewing.ts';
import { useWorkbench } from '../workbench-context.ts';

/** On a narrow screen, below the document: the item that was touched, so that one need not change sides to confirm it. */
export function Peek() {
  const { view, index, change, editable, reviewable } = useWorkbench();
  const { settle } = useReviewing();
  const narrow = useNarrow();
  const item = view.current === null ? undefined : index.itemById.get(view.current.id);
  if (!narrow || view.side !== 'document' || item === undefined || view.selected !== null) return null;
  return (
    <div className="peek" role="toolbar" aria-label={`${kindWord[item.kind]} ${item.id}`}>
      <p>
        <KindSign kind={item.kind} />
        {titleOf(item)} <strong>{figureOf(item)}</strong>
        <span>
          {item.id} · {reviewWord[item.review]}
        </span>
      </p>
      <div className="detail-buttons">
        {reviewable && item.review !== 'confirmed' && (
          <Button type="primary" onClick={() => void settle([item.id], 'confirmed')}>
            确认
          </Button>
        )}
        {editable && (
          <Button onClick={() => change({ do: 'write', writing: { what: 'correction', id: item.id } })}>更正</Button>
        )}
        <Button onClick={() => change({ do: 'side', side: 'structure' })}>看条目</Button>
        <Button
          type="text"
          aria-label="收起"
          icon={<CloseOutlined />}
          onClick={() => change({ do: 'look', id: null, from: 'document' })}
        />
      </div>
    </div>
  );
}
