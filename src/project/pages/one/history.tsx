import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { addressFor, send } from '../../../../platform/web/api.ts';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { type ProjectJson, projectApi } from '../../contract.ts';
import { positionNames } from '../../domain/index.ts';
import { textIn } from '../parts/rows.tsx';
import { useTakeProject } from '../parts/use-project.ts';
import { momentWords, today } from '../parts/words.ts';

const partNames: Readonly<Record<string, string>> = {
  ...{ facts: '基本情况', before: '以前完成', plan: '投资计划', permits: '手续', milestones: '节点' },
  ...{ means: '土地、用能和贷款', followers: '包联', place: '归属' },
};
const kindWords = { step: '到了', back: '退回到', withdraw: '退库，当时是', restore: '重新入库，当时是' } as const;

type Event = ProjectJson['events'][number];

/** What happened, with what shows it and who agreed; every change of what is known; and how it was on an earlier day. */
export function History({ project }: { readonly project: ProjectJson }) {
  const [deciding, setDeciding] = useState<Event | null>(null);
  const events = project.events.toReversed();
  return (
    <section aria-labelledby="project-history" className="project-part">
      <div className="page-part-head">
        <h2 id="project-history">经过</h2>
        <AsOf project={project} />
      </div>
      <ol className="project-history">
        {events.map((event) => (
          <li key={event.id} className={event.counts ? undefined : 'project-void'}>
            <b>{event.on}</b>
            <span>
              {kindWords[event.kind]}「{positionNames[event.position]}」。凭据：{event.evidence}
              {event.files.map((file, at) => (
                <a key={file} href={addressFor(projectApi.readFile, { projectId: project.id, fileId: file })}>
                  {' '}
                  材料 {at + 1}
                </a>
              ))}
              <small>
                {event.by.name}，{momentWords(event.at)}
                {event.kind === 'step' && decisionWords(event)}
              </small>
            </span>
            {project.may.review && event.kind === 'step' && event.counts && event.decision === null && (
              <Button
                size="small"
                aria-label={`核定${positionNames[event.position]}`}
                onClick={() => setDeciding(event)}
              >
                核定
              </Button>
            )}
          </li>
        ))}
      </ol>
      <details>
        <summary>内容改过 {project.versions.length} 次</summary>
        <ol className="project-history">
          {project.versions.map((version) => (
            <li key={version.revision}>
              <b>{momentWords(version.at).slice(0, 10)}</b>
              <span>
                {version.parts.map((part) => partNames[part] ?? part).join('、')}
                <small>
                  {version.by}，{momentWords(version.at)}
                  {version.reason !== null && `。${version.reason}`}
                </small>
              </span>
            </li>
          ))}
        </ol>
      </details>
      {deciding !== null && <DecideDialog project={project} event={deciding} onClose={() => setDeciding(null)} />}
    </section>
  );
}

const decisionWords = ({ decision }: Event): string => {
  if (decision === null) return '。待第二个人核定';
  const reason = decision.reason === '' ? '' : `：${decision.reason}`;
  return `。${decision.by.name}${decision.agreed ? '核定' : '不同意'}${reason}`;
};

function AsOf({ project }: { readonly project: ProjectJson }) {
  const navigate = useNavigate();
  return (
    <label className="project-as-of" htmlFor="project-as-of">
      看某一天的样子
      <Input
        id="project-as-of"
        type="date"
        size="small"
        max={today()}
        value={project.asOf ?? ''}
        onChange={({ target }) =>
          void navigate({
            to: '/projects/$projectId',
            params: { projectId: project.id },
            search: target.value === '' ? {} : { asOf: target.value },
          })
        }
      />
    </label>
  );
}

interface DecideProps {
  readonly project: ProjectJson;
  readonly event: Event;
  onClose(): void;
}

function DecideDialog({ project, event, onClose }: DecideProps) {
  const take = useTakeProject();
  return (
    <Modal
      open
      title={`核定「${positionNames[event.position]}」`}
      footer={null}
      onCancel={onClose}
      width={520}
      destroyOnHidden
    >
      <p>
        {event.by.name}报 {event.on} 到了「{positionNames[event.position]}」，凭据：{event.evidence}
      </p>
      <DataForm
        label="核定"
        fields={[
          {
            ...{ input: 'choice', name: 'agree', label: '核定结果', required: true },
            options: [
              { value: 'yes', label: '属实，同意' },
              { value: 'no', label: '不属实，不同意' },
            ],
          },
          { input: 'long', name: 'reason', label: '理由', most: 500, help: '不同意时必须写。' },
        ]}
        initial={{ agree: 'yes' }}
        submitText="核定"
        onCancel={onClose}
        onSubmit={async ({ agree, reason }) => {
          const params = { projectId: project.id, eventId: event.id };
          const body = { revision: project.revision, agree: agree === 'yes', reason: textIn(reason) };
          take(await send(projectApi.decideStep, { params, body }));
          notify('已核定。');
          onClose();
        }}
      />
    </Modal>
  );
}
