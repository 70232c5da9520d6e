import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { MenuButton } from '../../../../platform/web/layout/menu-button.tsx';
import type { EnterpriseJson, EnterprisePromiseJson } from '../../contract.ts';
import { promiseSideNames, promiseStateNames } from '../../domain/index.ts';
import { PapersOf } from '../parts/papers-of.tsx';
import { PromiseDialog, type PromiseMode } from './promise-dialog.tsx';
import { measuredText, promisedText } from './words.ts';
import './promises.css';

interface Props {
  readonly promise: EnterprisePromiseJson;
  /** Its file, on which it stands; null: it stands in a list, and says whose it is. */
  readonly enterprise: EnterpriseJson | null;
}

const how = { person: '', register: '（按档案里的数）', day: '' } as const;

/** One promise: what, by when, how it stands and by what that is known. */
export function PromiseCard({ promise, enterprise }: Props) {
  const [open, setOpen] = useState<PromiseMode | null>(null);
  const { side, state, stateBy, may, outcomeWords, outcomeOn, unit } = promise;
  const measured = measuredText(promise);
  const isSaid = stateBy === 'person';
  return (
    <li className="promise" data-state={state}>
      <p className="promise-head">
        <b>{promisedText(promise)}</b>
        <span className={`promise-state promise-${state}`}>
          {promiseStateNames[state]}
          {how[stateBy]}
        </span>
      </p>
      {enterprise === null && (
        <p>
          {promiseSideNames[side]}，<Whose promise={promise} />
        </p>
      )}
      <p className="promise-words">{promise.words}</p>
      {measured !== null && <p className="promise-measured">{measured}</p>}
      {outcomeWords !== null && (
        <p>
          {outcomeOn} 写的结果：{outcomeWords}
        </p>
      )}
      <p className="pale">
        {promise.dueOn} 到期，{side === 'government' ? '兑现' : '跟踪'}单位 {unit.name}。依据：{promise.source}，
        {promise.signedOn}
      </p>
      <p className="promise-acts">
        {enterprise !== null && (
          <PapersOf enterprise={enterprise} about={`promise:${promise.id}`} of={promisedText(promise)} />
        )}
        {may.settle && (
          <Button size="small" onClick={() => setOpen(isSaid ? 'reopen' : 'settle')}>
            {isSaid ? '收回结果' : '写结果'}
          </Button>
        )}
        {may.keep && (
          <MenuButton
            label={`处理${promisedText(promise)}`}
            items={[
              { key: 'change', label: '更正', onClick: () => setOpen('change') },
              { key: 'remove', label: '删去登记', onClick: () => setOpen('remove') },
            ]}
          >
            处理
          </MenuButton>
        )}
      </p>
      {open !== null && (
        <PromiseDialog
          enterpriseId={promise.enterprise.id}
          mode={open}
          side={side}
          promise={promise}
          onClose={() => setOpen(null)}
        />
      )}
    </li>
  );
}

/** A unit that does not see the file reads only the name. */
function Whose({ promise: { enterprise, may } }: { readonly promise: EnterprisePromiseJson }) {
  if (!may.file) return enterprise.name;
  return (
    <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: enterprise.id }} hash="promises">
      {enterprise.name}
    </Link>
  );
}
