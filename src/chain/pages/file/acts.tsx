import { Button, Modal } from 'antd';
import { useState } from 'react';
import { send } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import { type ChainActJson, type ChainFileJson, chainApi } from '../../contract.ts';
import { ActsStrip, actsWords } from '../parts/acts-strip.tsx';

interface Props {
  readonly file: ChainFileJson;
  onChanged(): void;
}

/** What the chief was to do this year and did, the newest first; what was struck out stays with its reason. */
export function Acts({ file, onChanged }: Props) {
  const [striking, setStriking] = useState<ChainActJson | null>(null);
  return (
    <section aria-labelledby="chain-acts">
      <h2 id="chain-acts">{file.year} 年的推进会和调研</h2>
      <div className="chain-norms">
        {file.acts.map((norm) => (
          <div key={norm.id}>
            <h3>
              {norm.name} <small>{actsWords(norm)}</small>
            </h3>
            <ActsStrip norm={norm} />
          </div>
        ))}
      </div>
      {file.held.length === 0 ? (
        <Empty title={`${file.year} 年还没有登记过活动`}>
          {file.mayKeep && <p>链长开会或调研以后，点“登记活动”。</p>}
        </Empty>
      ) : (
        <ol className="chain-acts">
          {file.held.map((act) => (
            <li key={act.id} className={act.struck === null ? '' : 'chain-struck'}>
              <div>
                <b>{act.on}</b> {act.kindName}　{act.by}
                {act.place !== '' && `，${act.place}`}
              </div>
              <div>{act.subject}</div>
              {act.found !== '' && <p>{act.found}</p>}
              {act.struck !== null && <p className="pale">已撤销：{act.struck}</p>}
              {file.mayKeep && act.struck === null && (
                <Button size="small" aria-label={`撤销 ${act.on} ${act.kindName}`} onClick={() => setStriking(act)}>
                  撤销
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {striking !== null && (
        <Modal
          open
          title={`撤销 ${striking.on} 的${striking.kindName}`}
          footer={null}
          onCancel={() => setStriking(null)}
        >
          <p>撤销以后不再计数，登记和理由都留着。</p>
          <DataForm
            label="撤销登记"
            fields={[{ input: 'long', name: 'reason', label: '理由', required: true, most: 500 }]}
            initial={{}}
            submitText="撤销"
            onCancel={() => setStriking(null)}
            onSubmit={async ({ reason }) => {
              await send(chainApi.strikeAct, {
                params: { chainId: file.id, actId: striking.id },
                body: { reason: String(reason) },
              });
              notify('已撤销。');
              setStriking(null);
              onChanged();
            }}
          />
        </Modal>
      )}
    </section>
  );
}
