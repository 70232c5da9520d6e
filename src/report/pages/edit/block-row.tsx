import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, NumberOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import type { FigureJson } from '../../contract.ts';
import type { DraftBlock } from './draft.ts';
import { type LineHandle, RichLine } from './rich-line.tsx';

interface Props {
  readonly block: DraftBlock;
  /** Counts from 1. */
  readonly no: number;
  readonly last: boolean;
  readonly figures: readonly FigureJson[];
  onChange(block: DraftBlock): void;
  onMove(by: 1 | -1): void;
  onRemove(): void;
  onAdd(kind: 'paragraph' | 'heading'): void;
}

/** One block of a paper while it is edited: its text with figures, or a table or chart that stays as it was composed. */
export function BlockRow(props: Props) {
  const { block, no, figures, onChange, onAdd } = props;
  const line = useRef<LineHandle>(null);
  const [choosing, setChoosing] = useState(false);
  return (
    <li className={`edit-block edit-${block.kind}`}>
      <div className="edit-body">
        {block.kind === 'kept' ? (
          <p className="edit-kept">
            {block.what === 'table' ? '表' : '图'}：{block.caption}
            <small>照生成的放在这里，可以移动</small>
          </p>
        ) : block.kind === 'heading' ? (
          <Input
            aria-label={`第 ${no} 段，标题`}
            value={block.text}
            maxLength={200}
            onChange={({ target }) => onChange({ ...block, text: target.value })}
          />
        ) : (
          <RichLine
            key={block.key}
            label={`第 ${no} 段`}
            pieces={block.text}
            handle={line}
            onChange={(text) => onChange({ ...block, text })}
            onSplit={() => onAdd('paragraph')}
          />
        )}
        {choosing && (
          <Select
            className="edit-pick"
            autoFocus
            defaultOpen
            showSearch={{ optionFilterProp: 'label' }}
            aria-label="插入哪个数"
            placeholder="找一个数：红灯、按时办结率…"
            options={figures.map(({ id, name, text, unit }) => ({
              value: id,
              label: `${name}：${text}${unit === '%' ? '' : unit}`,
            }))}
            onBlur={() => setChoosing(false)}
            onChange={(id: string) => {
              const figure = figures.find((each) => each.id === id);
              setChoosing(false);
              if (figure !== undefined) line.current?.insert(figure);
            }}
          />
        )}
      </div>
      <RowButtons {...props}>
        {block.kind === 'paragraph' && (
          <Button
            size="small"
            type="text"
            icon={<NumberOutlined aria-hidden="true" />}
            aria-label={`在第 ${no} 段插入数字`}
            title="插入数字"
            onClick={() => setChoosing(true)}
          />
        )}
      </RowButtons>
    </li>
  );
}

function RowButtons({ block, no, last, onMove, onRemove, onAdd, children }: Props & { readonly children: ReactNode }) {
  return (
    <span className="edit-buttons">
      {children}
      <Button
        size="small"
        type="text"
        icon={<PlusOutlined aria-hidden="true" />}
        aria-label={`在第 ${no} 段下面加一段`}
        title="下面加一段"
        onClick={() => onAdd('paragraph')}
      />
      <Button
        size="small"
        type="text"
        disabled={no === 1}
        icon={<ArrowUpOutlined aria-hidden="true" />}
        aria-label={`第 ${no} 段上移`}
        onClick={() => onMove(-1)}
      />
      <Button
        size="small"
        type="text"
        disabled={last}
        icon={<ArrowDownOutlined aria-hidden="true" />}
        aria-label={`第 ${no} 段下移`}
        onClick={() => onMove(1)}
      />
      {block.kind !== 'kept' && (
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined aria-hidden="true" />}
          aria-label={`删去第 ${no} 段`}
          onClick={onRemove}
        />
      )}
    </span>
  );
}
