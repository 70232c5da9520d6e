import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { type EnterpriseRequestJson, enterpriseApi, requestStateNames } from '../../contract.ts';
import { PartValue } from '../parts/part-value.tsx';
import { useEnterpriseChanged } from '../parts/use-enterprise.ts';
import { momentWords, partName } from '../parts/words.ts';
import './request.css';

interface Props {
  readonly request: EnterpriseRequestJson;
  /** Whether it says whose it is: on a page of its own it need not. */
  readonly named: boolean;
}

/** One request: what was, what is now, what it is to be; decided part by part. */
export function RequestCard({ request, named }: Props) {
  const { enterprise, region, reason, holdsFrom, state, askedBy, askedAt, may } = request;
  const parts = Object.keys(request.changes);
  const [agree, setAgree] = useState<ReadonlySet<string>>(new Set(parts));
  const mark = (part: string, on: boolean): void =>
    setAgree((before) => new Set(on ? [...before, part] : [...before].filter((each) => each !== part)));
  return (
    <article className="enterprise-request" aria-label={`${enterprise.name}的变更申请`}>
      <header>
        <h3>
          {named ? (
            <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: enterprise.id }}>
              {enterprise.name}
            </Link>
          ) : (
            `${holdsFrom} 起`
          )}
        </h3>
        <span className={`enterprise-request-${state}`}>{requestStateNames[state]}</span>
      </header>
      <p>
        {named && `${region.name}，要求 ${holdsFrom} 起。`}理由：{reason}
      </p>
      <table className="page-table">
        <thead>
          <tr>
            {['项目', '申请时', '要改成', may.decide ? '同意' : '结果'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part}>
              <td data-label="项目">{partName(part)}</td>
              <td data-label="申请时">
                <span>
                  <PartValue part={part} value={partOf(request.before, part)} />
                  {request.stale.includes(part) && (
                    <small className="enterprise-request-stale">
                      后来别处改成了 <PartValue part={part} value={partOf(request.now, part)} />
                    </small>
                  )}
                </span>
              </td>
              <td data-label="要改成">
                <b>
                  <PartValue part={part} value={partOf(request.changes, part)} />
                </b>
              </td>
              <td data-label={may.decide ? '同意' : '结果'}>
                {may.decide ? (
                  <Checkbox
                    checked={agree.has(part)}
                    aria-label={`同意${partName(part)}`}
                    onChange={({ target }) => mark(part, target.checked)}
                  />
                ) : (
                  resultOf(request, part)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="pale">
        {askedBy}，{momentWords(askedAt)}
        {request.decidedBy !== null &&
          `。${request.decidedBy}办理于 ${momentWords(request.decidedAt ?? askedAt)}${request.decidedReason ? `：${request.decidedReason}` : ''}`}
      </p>
      {may.decide && <Decide request={request} agree={[...agree]} />}
      {may.withdraw && <Withdraw request={request} />}
    </article>
  );
}

const partOf = (of: object, part: string): unknown => Object.entries(of).find(([key]) => key === part)?.[1];

const resultOf = ({ state, agreed }: EnterpriseRequestJson, part: string): string => {
  if (state === 'approved') return agreed.includes(part) ? '同意' : '不同意';
  return requestStateNames[state];
};

function Decide({ request, agree }: { readonly request: EnterpriseRequestJson; readonly agree: readonly string[] }) {
  const changed = useEnterpriseChanged();
  const id = useId();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const all = agree.length === Object.keys(request.changes).length;
  const decide = async (parts: readonly string[]): Promise<void> => {
    setBusy(true);
    setFaults([]);
    try {
      const body = {
        ...{ revision: request.revision, enterpriseRevision: request.enterpriseRevision, agree: [...parts] },
        reason: reason.trim(),
      };
      await send(enterpriseApi.decideRequest, { params: { requestId: request.id }, body });
      changed();
      notify(parts.length === 0 ? '已答复不同意。' : '已核定，档案已改。');
    } catch (error) {
      setFaults(sentencesOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="enterprise-decide">
      <Refusals sentences={faults} />
      <label htmlFor={id}>
        答复
        <Input.TextArea
          id={id}
          value={reason}
          maxLength={500}
          autoSize={{ minRows: 1, maxRows: 4 }}
          placeholder={all ? '可以不写' : '有不同意的，写明理由'}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <div className="page-buttons">
        <Button type="primary" disabled={agree.length === 0} loading={busy} onClick={() => void decide(agree)}>
          {all ? '全部同意' : `同意选中的 ${agree.length} 项`}
        </Button>
        <Button danger disabled={busy} onClick={() => void decide([])}>
          不同意
        </Button>
      </div>
    </div>
  );
}

function Withdraw({ request }: { readonly request: EnterpriseRequestJson }) {
  const changed = useEnterpriseChanged();
  const withdraw = async (): Promise<void> => {
    try {
      const { id, revision } = request;
      await send(enterpriseApi.withdrawRequest, { params: { requestId: id }, body: { revision } });
      changed();
      notify('申请已撤回。');
    } catch (error) {
      notify(sentencesOf(error).join(''), { tone: 'bad' });
    }
  };
  return (
    <Button size="small" onClick={() => void withdraw()}>
      撤回申请
    </Button>
  );
}
