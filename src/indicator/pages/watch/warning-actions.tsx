import { Button, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { ApiRefused, send } from '../../../../platform/web/api.ts';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { ExtraPicks } from '../../../../platform/web/form/extra-picks.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import type { Picked } from '../../../../platform/web/form/pick-sources.ts';
import { workApi } from '../../../work/contract.ts';
import { type WarningJson, watchApi } from '../../contract.ts';

type Action = 'task' | 'help' | 'aside';

interface Props {
  readonly warning: WarningJson;
  onChanged(warning: WarningJson): void;
  /** Somebody else was quicker. */
  onStale(): void;
}

const dueOn: Field = { input: 'day', name: 'dueOn', label: '期限', width: 3 };
const asked: Readonly<Record<Action, { button: string; title: string; done: string; fields: readonly Field[] }>> = {
  task: {
    ...{ button: '交办', title: '把这条预警交办下去', done: '已经交办，对方会收到消息。' },
    fields: [
      {
        ...{ input: 'pick', of: 'party', several: true, name: 'to', label: '交给谁承办', required: true },
        help: '单位、岗位或人员，可以几个；每一个得到自己的一件',
      },
      dueOn,
      {
        ...{ input: 'choice', name: 'importance', label: '轻重', width: 3 },
        options: [
          { value: 'normal', label: '一般' },
          { value: 'high', label: '重要' },
        ],
      },
      { input: 'long', name: 'detail', label: '具体要求', most: 4000, help: '预警的原因会附在后面' },
    ],
  },
  help: {
    ...{ button: '请上级协助', title: '请上级单位协助', done: '已经请求，对方会收到消息。' },
    fields: [
      { input: 'pick', of: 'party', name: 'unitId', label: '请哪个单位', required: true, help: '只列上级单位' },
      dueOn,
      { input: 'long', name: 'detail', label: '遇到什么困难，要上级做什么', required: true, most: 4000 },
    ],
  },
  aside: {
    ...{ button: '搁置', title: '搁置这条预警', done: '已经搁置。' },
    fields: [
      { input: 'long', name: 'reason', label: '理由', required: true, most: 500 },
      { input: 'day', name: 'until', label: '到哪一天再提', width: 3, help: '不填就到原因消除' },
    ],
  },
};

/** Makes a warning a task or a request for help, or puts it aside. */
export function WarningActions({ warning, onChanged, onStale }: Props) {
  const [asking, setAsking] = useState<Action | null>(null);
  const [busy, setBusy] = useState(false);
  const { can } = warning;
  const act = async (action: Action, values: Values): Promise<void> => {
    onChanged(await perform(action, warning, values));
    setAsking(null);
    notify(asked[action].done);
  };
  const takeBack = async (): Promise<void> => {
    setBusy(true);
    try {
      const body = { revision: warning.revision };
      onChanged(await send(watchApi.takeWarningBack, { params: { warningId: warning.id }, body }));
      notify('已经取消搁置。');
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
      if (error instanceof ApiRefused && error.status === 409) onStale();
    } finally {
      setBusy(false);
    }
  };
  const shown = (['task', 'help', 'aside'] as const).filter((action) => can[action]);
  if (shown.length === 0 && !can.takeBack) return null;
  return (
    <div className="watch-buttons">
      {shown.map((action, at) => (
        <Button key={action} type={at === 0 ? 'primary' : 'default'} onClick={() => setAsking(action)}>
          {asked[action].button}
        </Button>
      ))}
      {can.takeBack && (
        <Button loading={busy} onClick={() => void takeBack()}>
          取消搁置
        </Button>
      )}
      {asking !== null && (
        <Modal
          open
          title={asked[asking].title}
          width={560}
          footer={null}
          keyboard={false}
          onCancel={() => setAsking(null)}
        >
          <Picks action={asking} warningId={warning.id}>
            <DataForm
              label={asked[asking].title}
              fields={asked[asking].fields}
              initial={asking === 'task' ? { importance: warning.light === 'red' ? 'high' : 'normal' } : {}}
              submitText={asked[asking].button}
              onSubmit={(values) => act(asking, values)}
              onCancel={() => setAsking(null)}
            />
          </Picks>
        </Modal>
      )}
    </div>
  );
}

interface PicksProps {
  readonly action: Action;
  readonly warningId: string;
  readonly children: ReactNode;
}

/** A task goes to whoever one may give work to, a request to units above. */
function Picks({ action, warningId, children }: PicksProps) {
  const find = action === 'help' ? (text: string) => unitsAbove(warningId, text) : parties;
  return (
    <ExtraPicks key={action} kind="party" find={find}>
      {children}
    </ExtraPicks>
  );
}

const partyKinds = { unit: '单位', post: '岗位', person: '人员', holders: '权限' } as const;

async function parties(text: string): Promise<readonly Picked[]> {
  const found = await send(workApi.listParties, { query: { text, limit: 20 } });
  return found.parties.map(({ kind, id, name, detail }) => ({
    ...{ value: `${kind}:${id}`, label: name, note: `${partyKinds[kind]} ${detail}` },
  }));
}

async function unitsAbove(warningId: string, text: string): Promise<readonly Picked[]> {
  const { units } = await send(watchApi.listSuperiors, { params: { warningId } });
  return units
    .filter(({ name }) => name.includes(text.trim()))
    .slice(0, 50)
    .map(({ id, name, region }) => ({ value: id, label: name, ...(region !== null && { note: region }) }));
}

const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

function perform(action: Action, { id, revision }: WarningJson, values: Values): Promise<WarningJson> {
  const params = { warningId: id };
  const [detail, due, until] = [words(values.detail), words(values.dueOn), words(values.until)];
  const day = due === undefined ? {} : { dueOn: due };
  switch (action) {
    case 'task': {
      const to = (Array.isArray(values.to) ? values.to : []).map((each) => partyOf(String(each)));
      const importance = values.importance === 'high' ? 'high' : 'normal';
      return send(watchApi.makeWarningTask, {
        params,
        body: { to, importance, ...day, ...(detail !== undefined && { detail }) },
      });
    }
    case 'help':
      return send(watchApi.askWarningHelp, {
        params,
        body: { unitId: String(values.unitId ?? ''), detail: detail ?? '', ...day },
      });
    case 'aside':
      return send(watchApi.putWarningAside, {
        params,
        body: { revision, reason: String(values.reason ?? ''), ...(until !== undefined && { until }) },
      });
  }
}

/** `unit:gxj` → unit, gxj. */
function partyOf(value: string): { kind: 'post' | 'unit' | 'person'; id: string } {
  const at = value.indexOf(':');
  return { kind: value.slice(0, at) as 'post' | 'unit' | 'person', id: value.slice(at + 1) };
}
