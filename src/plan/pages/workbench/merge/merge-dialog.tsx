import { Button, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { Refusals, sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import type { PlanItem } from '../../../domain/model.ts';
import { figureOf, titleOf } from '../../wording/titles.ts';
import { kindWord } from '../../wording/words.ts';
import { useWorkbench } from '../workbench-context.ts';
import './merge.css';

/** Makes one item of several of a kind: which one stays, and which come into it. */
export function MergeDialog({ onClose }: { onClose(): void }) {
  const { view, index, version, actions, change } = useWorkbench();
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    view.ticked.size > 0 ? [...view.ticked] : view.current === null ? [] : [view.current.id],
  );
  const items = chosen.flatMap((id) => index.itemById.get(id) ?? []);
  const [into, setInto] = useState<string | undefined>(items[0]?.id);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const kind = items[0]?.kind;
  const others = version.items.filter((item) => item.kind === kind && !chosen.includes(item.id));

  const merge = async (): Promise<void> => {
    if (into === undefined) return;
    setBusy(true);
    try {
      await actions.merge(
        into,
        chosen.filter((id) => id !== into),
      );
      change({ do: 'tick', ids: new Set() });
      change({ do: 'look', id: into, from: 'structure' });
      onClose();
    } catch (error) {
      setSentences(sentencesOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={`合并${kind === undefined ? '条目' : kindWord[kind]}`}
      width={640}
      footer={null}
      onCancel={onClose}
    >
      <Refusals sentences={sentences} />
      <p className="merge-hint">留下的一条以自己的内容为准，空着的字段用另几条的补上，单位和时限合在一起。</p>
      <Radio.Group
        className="merge-choices"
        value={into}
        onChange={(event) => setInto(event.target.value)}
        aria-label="留下哪一条"
      >
        {items.map((item) => (
          <Radio key={item.id} value={item.id}>
            <Choice item={item} kept={item.id === into} />
          </Radio>
        ))}
      </Radio.Group>
      <Select
        className="merge-more"
        aria-label="再加一条"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="再加一条：输入编号或名称"
        value={null}
        options={others.map((item) => ({ value: item.id, label: `${item.id} ${titleOf(item)} ${figureOf(item)}` }))}
        onChange={(id: string | null) => {
          if (id === null) return;
          setChosen([...chosen, id]);
          setInto(into ?? id);
        }}
      />
      <div className="merge-buttons">
        <Button
          type="primary"
          autoFocus
          disabled={items.length < 2 || into === undefined}
          loading={busy}
          onClick={() => void merge()}
        >
          合并 {items.length} 条为一条
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </Modal>
  );
}

function Choice({ item, kept }: { readonly item: PlanItem; readonly kept: boolean }) {
  return (
    <span className="merge-choice">
      <span>
        {item.id} {titleOf(item)}
      </span>
      <span className="merge-figure">{figureOf(item)}</span>
      <span className="merge-kept">{kept ? '留下' : '并入'}</span>
    </span>
  );
}
