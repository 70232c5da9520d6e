import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure, Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { ExtraPicks } from '../../../../platform/web/form/extra-picks.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type MeetingItemJson, type MeetingJson, meetingApi } from '../../contract.ts';
import { unitsCalled } from '../task/units.ts';
import { AgendaItem } from './agenda-item.tsx';
import { DecideDialog, type DecisionKind } from './decide-dialog.tsx';
import { headFields, headOf } from './head-fields.ts';
import { Proposals } from './proposals.tsx';
import { type MeetingActions, useMeetingActions } from './use-meeting.ts';
import '../parts/parts.css';
import './meeting.css';

const route = getRouteApi('/meetings/$meetingId');

/** A meeting: its agenda in order, and what is decided on the spot. */
export function MeetingPage() {
  const { meetingId } = route.useParams();
  const read = useQuery(queryFor(meetingApi.readMeeting, { params: { meetingId } }));
  usePageTitle(read.data?.title ?? '会议');
  if (read.error && read.data === undefined) return <Failure error={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined) return <Waiting lines={8} />;
  return <Meeting meeting={read.data} />;
}

function Meeting({ meeting }: { readonly meeting: MeetingJson }) {
  const actions = useMeetingActions(meeting);
  const [deciding, setDeciding] = useState<{ readonly item: MeetingItemJson; readonly kind: DecisionKind } | null>(
    null,
  );
  const [failed, setFailed] = useState<unknown>(null);
  const [dialog, setDialog] = useState<'head' | 'end' | null>(null);
  const { items, may } = meeting;
  const arrange = async (entries: Parameters<MeetingActions['arrange']>[0]): Promise<void> => {
    setFailed(null);
    await actions.arrange(entries).catch(setFailed);
  };
  const move = (at: number, by: -1 | 1): void => {
    const ids = items.map(({ id }) => ({ id }));
    const [one, other] = [ids[at], ids[at + by]];
    if (one === undefined || other === undefined) return;
    ids[at] = other;
    ids[at + by] = one;
    void arrange(ids);
  };
  return (
    <div className="page task-page">
      <div className="meeting-head">
        <h1>{meeting.title}</h1>
        <span className="task-buttons">
          <Link to="/meetings/$meetingId/minutes" params={{ meetingId: meeting.id }}>
            纪要
          </Link>
          {may && <Button onClick={() => setDialog('head')}>改会议</Button>}
          {may && (
            <Button type="primary" onClick={() => setDialog('end')}>
              散会
            </Button>
          )}
        </span>
      </div>
      <p className="meeting-facts">
        <span>{meeting.heldOn}</span>
        {meeting.place !== null && <span>{meeting.place}</span>}
        {meeting.chair !== null && <span>主持：{meeting.chair}</span>}
        <span>{[meeting.regionName, meeting.chainName].filter((each) => each !== null).join(' · ')}</span>
        {meeting.sits.length > 0 && <span>参加：{meeting.sits.map(({ name }) => name).join('、')}</span>}
        {meeting.ended !== null && <b>已散会，纪要定稿</b>}
      </p>
      {failed !== null && <Refusals sentences={sentencesOf(failed)} />}
      {items.length === 0 && (
        <Empty title="议程是空的">
          <p>{may ? '从下面列入要议的，或者加一项别的。' : '这个会没有列议程。'}</p>
        </Empty>
      )}
      <ol className="meeting-items">
        {items.map((item, at) => (
          <AgendaItem
            key={item.id}
            item={item}
            no={at + 1}
            order={
              may
                ? {
                    ...{ first: at === 0, last: at === items.length - 1, move: (by) => move(at, by) },
                    drop: () => void arrange(items.filter(({ id }) => id !== item.id).map(({ id }) => ({ id }))),
                  }
                : null
            }
            onDecide={(kind) => setDeciding({ item, kind })}
          />
        ))}
      </ol>
      {may && <AddFree onAdd={(title) => arrange([...items.map(({ id }) => ({ id })), { kind: 'free', title }])} />}
      {may && (
        <Proposals
          meetingId={meeting.id}
          onAdd={(entries) => arrange([...items.map(({ id }) => ({ id })), ...entries])}
        />
      )}
      {deciding !== null && (
        <DecideDialog
          {...deciding}
          onClose={() => setDeciding(null)}
          onDecide={async (decision) => {
            await actions.decide(deciding.item.id, decision);
            setDeciding(null);
            notify(decision.kind === 'task' ? '已立任务并下达。' : '已议定。');
          }}
        />
      )}
      {dialog !== null && (
        <HeadDialog meeting={meeting} which={dialog} actions={actions} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}

function AddFree({ onAdd }: { onAdd(title: string): Promise<void> }) {
  const [title, setTitle] = useState('');
  return (
    <form
      className="meeting-add"
      aria-label="加一项议程"
      onSubmit={(event) => {
        event.preventDefault();
        void onAdd(title.trim()).then(() => setTitle(''));
      }}
    >
      <Input
        value={title}
        maxLength={120}
        placeholder="加一项别的议题"
        aria-label="议题"
        onChange={({ target }) => setTitle(target.value)}
      />
      <Button htmlType="submit" disabled={title.trim() === ''}>
        加进议程
      </Button>
    </form>
  );
}

interface HeadProps {
  readonly meeting: MeetingJson;
  readonly which: 'head' | 'end';
  readonly actions: MeetingActions;
  onClose(): void;
}

function HeadDialog({ meeting, which, actions, onClose }: HeadProps) {
  const { title, heldOn, place, chair, chainId, sits } = meeting;
  const open = meeting.items.filter(({ decisions }) => decisions.length === 0).length;
  return (
    <Modal
      open
      title={which === 'head' ? '改会议' : '散会'}
      width={640}
      footer={null}
      keyboard={false}
      onCancel={onClose}
    >
      {which === 'end' && (
        <p className="pale">散会以后纪要定稿，不能再改。{open > 0 && `还有 ${open} 项没有议，会写成“没有议”。`}</p>
      )}
      <ExtraPicks kind="unit" find={unitsCalled} known={sits.map(({ id, name }) => ({ value: id, label: name }))}>
        <DataForm
          label={which === 'head' ? '改会议' : '散会'}
          fields={
            which === 'head' ? headFields : [{ input: 'long', name: 'note', label: '会议要求（写进纪要）', most: 2000 }]
          }
          initial={which === 'head' ? { title, heldOn, place, chair, chainId, sits: sits.map(({ id }) => id) } : {}}
          submitText={which === 'head' ? '保存' : '散会，纪要定稿'}
          onSubmit={async (values) => {
            if (which === 'head') await actions.change(headOf(values));
            else
              await actions.end(
                typeof values.note === 'string' && values.note.trim() !== '' ? values.note.trim() : null,
              );
            onClose();
            notify(which === 'head' ? '已保存。' : '已散会，纪要定稿。');
          }}
          onCancel={onClose}
        />
      </ExtraPicks>
    </Modal>
  );
}
