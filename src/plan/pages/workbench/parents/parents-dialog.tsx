import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { keyOf, queryFor, send } from '../../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { type PlanDetailJson, planApi } from '../../../contract.ts';
import { readAnewAfterConflict } from '../draft/draft-queue.ts';
import { useWorkbench } from '../workbench-context.ts';
import './parents.css';

type Parent = PlanDetailJson['parents'][number];
const FOUND = 30;

/** Says which plans this one answers to; lint compares it with those that are here. */
export function ParentsDialog({ onClose }: { onClose(): void }) {
  const { plan, version } = useWorkbench();
  const client = useQueryClient();
  const [parents, setParents] = useState<readonly Parent[]>(plan.parents);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const known = (planId: string) => planId === plan.id || parents.some((parent) => parent.planId === planId);

  const save = async (): Promise<void> => {
    const params = { planId: plan.id };
    setBusy(true);
    try {
      const revision = version.draft?.revision ?? plan.revision;
      const detail = await send(planApi.setParents, { params, body: { revision, parents: parents.map(sentParent) } });
      client.setQueryData(keyOf(planApi.readPlan, params), detail);
      await client.invalidateQueries({ queryKey: keyOf(planApi.readDraft, params) });
      notify('上位规划已更新，体检已重做');
      onClose();
    } catch (error) {
      await readAnewAfterConflict(client, plan.id, error);
      setSentences(sentencesOf(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal open title="上位规划" width={640} footer={null} onCancel={onClose}>
      <Refusals sentences={sentences} />
      <p className="parents-hint">指明本方案要落实的规划。平台里有的，体检会拿两边的指标对照。</p>
      <ul className="parents">
        {parents.map((parent) => (
          <li key={parent.planId ?? parent.title}>
            <span>
              《{parent.title}》{parent.docNumber}
              {parent.planId === null && <em>平台里没有，只作记载</em>}
            </span>
            <Button size="small" onClick={() => setParents(parents.filter((other) => other !== parent))}>
              去掉
            </Button>
          </li>
        ))}
      </ul>
      <PlanPicker isKnown={known} onPick={(parent) => setParents([...parents, parent])} />
      <CitedPlan onAdd={(parent) => setParents([...parents, parent])} />
      <Children />
      <div className="merge-buttons">
        <Button type="primary" loading={busy} onClick={() => void save()}>
          保存
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </Modal>
  );
}

/** The plans that answer to this one. */
function Children() {
  const { plan } = useWorkbench();
  if (plan.children.length === 0) return null;
  return (
    <p className="parents-hint">以本方案为上位规划的：{plan.children.map(({ title }) => `《${title}》`).join('、')}</p>
  );
}

const sentParent = ({ planId, title, docNumber }: Parent) =>
  planId === null ? { title, ...(docNumber !== null && { docNumber }) } : { planId };

interface PickerProps {
  isKnown(planId: string): boolean;
  onPick(parent: Parent): void;
}

/** Finds a plan of the platform by its words. */
function PlanPicker({ isKnown, onPick }: PickerProps) {
  const [words, setWords] = useState('');
  const query = { pageSize: FOUND, ...(words.trim() && { text: words.trim() }) };
  const found = useQuery({ ...queryFor(planApi.listPlans, { query }), placeholderData: keepPreviousData });
  const plans = (found.data?.plans ?? []).filter(({ id }) => !isKnown(id));
  return (
    <Select
      className="parents-picker"
      aria-label="从平台中选上位规划"
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder="从平台中选：输入标题或文号"
      value={null}
      loading={found.isFetching}
      options={plans.map(({ id, title, docNumber }) => ({
        value: id,
        label: [title ?? '没有标题', docNumber].filter(Boolean).join(' '),
      }))}
      onChange={(id: string | null) => {
        const plan = plans.find((each) => each.id === id);
        if (plan) onPick({ planId: plan.id, title: plan.title ?? plan.fileName, docNumber: plan.docNumber });
      }}
    />
  );
}

/** A plan that is only cited: title and, if known, number. */
function CitedPlan({ onAdd }: { onAdd(parent: Parent): void }) {
  const [title, setTitle] = useState('');
  const [docNumber, setDocNumber] = useState('');
  const name = title.trim().replace(/^《|》$/g, '');
  return (
    <div className="parents-cited">
      <Input
        aria-label="另写一个：标题"
        placeholder="平台里没有的，写标题"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Input
        aria-label="另写一个：文号"
        placeholder="文号（可不填）"
        value={docNumber}
        onChange={(event) => setDocNumber(event.target.value)}
      />
      <Button
        disabled={name.length < 2}
        onClick={() => {
          onAdd({ planId: null, title: name, docNumber: docNumber.trim() || null });
          setTitle('');
          setDocNumber('');
        }}
      >
        加上
      </Button>
    </div>
  );
}
