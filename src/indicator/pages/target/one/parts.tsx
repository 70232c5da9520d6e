import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { addressFor, send } from '../../../../../platform/web/api.ts';
import { download } from '../../../../../platform/web/download.ts';
import { Refusals, sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import { LeaveGuard } from '../../../../../platform/web/form/leave-guard.tsx';
import { formWith } from '../../../../../platform/web/import/send-file.ts';
import { ScrollRegion } from '../../../../../platform/web/layout/scroll-region.tsx';
import { type DraftPartJson, type TargetJson, targetApi } from '../../../contract.ts';
import { AddPart } from './add-part.tsx';
import { type DraftState, draftOf, openParts, proposed, startOf } from './draft-state.ts';
import { PartRows } from './part-rows.tsx';
import { SumLine } from './sum-line.tsx';

interface Props {
  readonly target: TargetJson;
  onChanged(next: TargetJson): void;
}

/** How a target is divided among the places below it: prepared, proposed, handed down, with the sum at each level. */
export function Parts({ target, onChanged }: Props) {
  const [state, setState] = useState<DraftState>(() => startOf(target));
  const [touched, setTouched] = useState(false);
  const unsaved = useRef(false);
  unsaved.current = touched;
  const [asking, setAsking] = useState<'import' | 'add' | 'issue' | null>(null);
  const [overshoot, setOvershoot] = useState(target.overshoot);
  const params = { targetId: target.id };
  const may = target.can.includes('handDown');
  const parts = (added: readonly DraftPartJson[] = []): DraftPartJson[] => {
    const found = draftOf(target, state, added);
    if (found === null) throw new Error('unfit');
    return found;
  };
  const save = useMutation({
    mutationFn: (added: readonly DraftPartJson[]) =>
      send(targetApi.saveDraft, { params, body: { revision: target.draftRevision, overshoot, parts: parts(added) } }),
    onSuccess: (next) => {
      setTouched(false);
      onChanged(next);
      notify('草稿已存，下一级还看不到');
    },
  });
  const propose = useMutation({
    mutationFn: (method: 'last-year' | 'even') =>
      send(targetApi.proposeParts, { params, body: { method, parts: parts() } }),
    onSuccess: (found) => {
      setState(proposed(target, state, found));
      setTouched(true);
      notify(
        found.without.length === 0
          ? '测算好了，可以再改'
          : `测算好了；有 ${found.without.length} 个没有上年的数，请手工填`,
      );
    },
  });
  const issue = useMutation({
    mutationFn: () => send(targetApi.issueDraft, { params, body: { revision: target.draftRevision } }),
    onSuccess: (next) => {
      onChanged(next);
      notify('已下达，下一级会收到消息');
    },
    onSettled: () => setAsking(null),
  });
  const failed = save.error ?? propose.error ?? issue.error;
  const isFit = draftOf(target, state, []) !== null;
  const open = openParts(target);
  return (
    <section aria-labelledby="target-parts">
      <h2 id="target-parts">分解</h2>
      {target.parts.length === 0 && (
        <p className="pale">
          {may ? '下面没有地区。可以分给单位或者企业。' : '没有可以看的分解：只有管这个地方全部数据的岗位看得到。'}
        </p>
      )}
      {target.top !== null && <SumLine target={target} state={state} />}
      {failed !== null && (
        <Refusals sentences={isFit ? sentencesOf(failed) : ['有的格子不是数，或者小数太多。请改正标红的格子。']} />
      )}
      {may && (
        <div className="target-buttons">
          <Button disabled={open.length === 0} loading={propose.isPending} onClick={() => propose.mutate('last-year')}>
            按上年占比测算
          </Button>
          <Button disabled={open.length === 0} loading={propose.isPending} onClick={() => propose.mutate('even')}>
            平均分
          </Button>
          <Button onClick={() => setAsking('add')}>加单位或企业</Button>
          <Button disabled={!touched || !isFit} loading={save.isPending} onClick={() => save.mutate([])}>
            存草稿
          </Button>
          <Button type="primary" disabled={touched || target.draftRevision === 0} onClick={() => setAsking('issue')}>
            下达
          </Button>
          {target.parts.length > 0 && (
            <>
              <Button onClick={() => void download(addressFor(targetApi.exportParts, params))}>导出分解表</Button>
              <Button onClick={() => setAsking('import')}>导入分解表</Button>
            </>
          )}
          <label>
            允许加码{' '}
            <input
              type="number"
              min={0}
              max={100}
              step={0.5}
              value={overshoot / 10_000}
              onChange={(event) => {
                setOvershoot(Math.round(Math.min(100, Math.max(0, Number(event.target.value))) * 10_000));
                setTouched(true);
              }}
            />{' '}
            %
          </label>
        </div>
      )}
      {target.parts.length > 0 && (
        <ScrollRegion className="target-scroll" aria-label="分解表">
          <PartRows
            target={target}
            state={state}
            editable={may}
            onType={(key, typed) => {
              setState({ ...state, [key]: typed });
              setTouched(true);
            }}
          />
        </ScrollRegion>
      )}
      <LeaveGuard unsaved={unsaved} />
      {asking === 'add' && (
        <AddPart
          target={target}
          onClose={() => setAsking(null)}
          onAdd={async (part) => void (await save.mutateAsync([part]))}
        />
      )}
      {asking === 'issue' && (
        <Modal
          open
          title="下达目标"
          okText="下达"
          cancelText="取消"
          confirmLoading={issue.isPending}
          onOk={() => issue.mutate()}
          onCancel={() => setAsking(null)}
        >
          <p>
            {open.filter(({ value }) => value !== null).length}{' '}
            个目标下达以后就生效，下一级会收到消息和待办。要改，只能申请调整。
          </p>
        </Modal>
      )}
      {asking === 'import' && (
        <Modal open title="导入分解表" footer={null} onCancel={() => setAsking(null)}>
          <DataForm
            label="导入分解表"
            fields={[
              {
                input: 'file',
                name: 'file',
                label: '填好的分解表',
                endings: ['.xlsx'],
                required: true,
                help: '用这里导出的表来填；空着的格子表示还没有定。',
              },
            ]}
            initial={{ file: null }}
            submitText="读成草稿"
            onCancel={() => setAsking(null)}
            onSubmit={async ({ file }) => {
              if (!(file instanceof File)) return;
              const form = formWith(file, { revision: `${target.draftRevision}` });
              onChanged(await send(targetApi.importParts, { params, form }));
              setAsking(null);
              notify('已读成草稿，下一级还看不到');
            }}
          />
        </Modal>
      )}
    </section>
  );
}
