import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { withKey } from '../../../../../platform/web/shortcuts/key-caps.tsx';
import type { ItemKind } from '../../../domain/model.ts';
import { kindWord } from '../../wording/words.ts';
import { useWorkbench } from '../workbench-context.ts';
import { type Printed, wordsOf } from './printed.ts';

const kinds: readonly ItemKind[] = ['indicator', 'task', 'clause', 'table'];

/** What can be done with the words that are selected: make an item of them. */
export function SelectionBar({ printed }: { readonly printed: Printed }) {
  const { view, change, editable } = useWorkbench();
  const { selected } = view;
  if (selected === null || !editable) return null;
  const words = wordsOf(selected, printed).replace(/\s+/g, ' ');
  const add = (kind: ItemKind): void => change({ do: 'write', writing: { what: 'addition', kind, place: selected } });
  return (
    <div className="selection-bar" role="toolbar" aria-label="对选中的文字">
      <span className="selection-words">
        已选 {selected.end - selected.start} 字：{words}
      </span>
      <span className="selection-buttons">
        补录为
        {kinds.map((kind) => (
          <Button
            key={kind}
            size="small"
            type={kind === 'indicator' ? 'primary' : 'default'}
            title={kind === 'indicator' ? withKey('补录', 'a') : undefined}
            onClick={() => add(kind)}
          >
            {kindWord[kind]}
          </Button>
        ))}
        <Button
          size="small"
          type="text"
          aria-label="取消选中"
          icon={<CloseOutlined />}
          onClick={() => {
            getSelection()?.removeAllRanges();
            change({ do: 'select', selected: null });
          }}
        />
      </span>
    </div>
  );
}
