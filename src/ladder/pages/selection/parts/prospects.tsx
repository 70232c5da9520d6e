import { Button } from 'antd';
import { useRef, useState } from 'react';
import { addressFor, send } from '../../../../../platform/web/api.ts';
import { Empty } from '../../../../../platform/web/feedback/empty.tsx';
import { Refusals, sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { formWith } from '../../../../../platform/web/import/send-file.ts';
import { type SelectionEntryJson, type SelectionProspectJson, selectionApi } from '../../../contract.ts';
import { pointText } from '../logic.ts';
import { AskDialog, reasonField, textIn } from './ask-dialog.tsx';
import { Gaps } from './gaps.tsx';
import { RemovalTable } from './removal-table.tsx';
import { entryStateWords, useDone } from './use-selection.ts';

type Round = SelectionProspectJson['rounds'][number];
const statementField = { input: 'long', name: 'statement', label: '申报说明', most: 4000 } as const;

/** Round by round: whether the conditions are met, and the application; and titles that are to be taken away. */
export function Prospects({ prospects }: { readonly prospects: SelectionProspectJson }) {
  const { enterprise, rounds, removals, mayApply } = prospects;
  const done = useDone();
  const [applying, setApplying] = useState<Round | null>(null);
  return (
    <>
      {rounds.length === 0 && (
        <Empty title="现在没有能申报的遴选">
          <p>有新的一批受理时，会列在这里。</p>
        </Empty>
      )}
      {rounds.map((round) => {
        const again = round.entry === null || round.entry.state === 'withdrawn';
        return (
          <section key={round.id} className="selection-sheet" aria-label={round.name}>
            <h3>{round.name}</h3>
            <p>
              {round.title}，{round.state}，申报 {round.applyFrom} 至 {round.applyTo}
              {round.edition !== null && `，按《${round.edition}》`}
            </p>
            {round.note !== '' && <p className="selection-statement">{round.note}</p>}
            {again && round.standing !== '' && <p>{round.standing}</p>}
            <Gaps {...round} />
            {round.entry !== null && <Application entry={round.entry} />}
            {again && round.open && mayApply && round.verdict !== 'unmet' && (
              <p>
                <Button type="primary" onClick={() => setApplying(round)}>
                  申报
                </Button>
              </p>
            )}
          </section>
        );
      })}
      {removals.length > 0 && (
        <>
          <h2>称号退出</h2>
          <RemovalTable rows={removals} />
        </>
      )}
      {applying !== null && (
        <AskDialog
          title={`申报${applying.name}`}
          words="企业的数以档案里的为准，按申报截止那一天的算。材料在申报以后上传。"
          fields={[statementField]}
          submitText="申报"
          onSubmit={async (values) => {
            await send(selectionApi.apply, {
              params: { roundId: applying.id },
              body: { enterpriseId: enterprise.id, statement: textIn(values, 'statement') },
            });
            await done('已申报。截止以前还能修改和上传材料。');
          }}
          onClose={() => setApplying(null)}
        />
      )}
    </>
  );
}

function Application({ entry }: { readonly entry: SelectionEntryJson }) {
  const done = useDone();
  const input = useRef<HTMLInputElement>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<'change' | 'withdraw' | null>(null);
  const params = { entryId: entry.id };
  const work = async (words: string, run: () => Promise<unknown>): Promise<void> => {
    setFaults([]);
    try {
      await run();
      await done(words);
    } catch (cause) {
      setFaults(sentencesOf(cause));
    }
  };
  return (
    <div>
      <p>
        <strong>{entryStateWords[entry.state]}</strong>
        {entry.stateReason !== null && `：${entry.stateReason}`}
        {entry.quantitative !== null && `，量化分 ${pointText(entry.quantitative)}`}
        {entry.chosen !== null && `，${entry.chosen ? '在名单里' : '不在名单里'}`}
        {entry.chosenReason !== null && `（${entry.chosenReason}）`}
      </p>
      {entry.statement !== '' && <p className="selection-statement">{entry.statement}</p>}
      <ul className="selection-files">
        {entry.files.map(({ id, name }) => (
          <li key={id}>
            <a href={addressFor(selectionApi.readFile, { ...params, fileId: id })}>{name}</a>
            {entry.mayChange && (
              <Button
                size="small"
                type="text"
                aria-label={`撤下${name}`}
                onClick={() =>
                  void work('已撤下。', () =>
                    send(selectionApi.removeFile, { params: { ...params, fileId: id } } as never),
                  )
                }
              >
                撤下
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refusals sentences={faults} />
      {entry.mayChange && (
        <div className="page-buttons">
          <input
            ref={input}
            type="file"
            hidden
            accept=".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.pptx,.ofd"
            aria-label="申报材料"
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = '';
              if (file !== undefined)
                void work('材料已上传。', () => send(selectionApi.addFile, { params, body: formWith(file) } as never));
            }}
          />
          <Button onClick={() => input.current?.click()}>上传材料</Button>
          <Button onClick={() => setAsked('change')}>修改说明</Button>
          <Button onClick={() => setAsked('withdraw')}>撤回申报</Button>
        </div>
      )}
      {asked === 'change' && (
        <AskDialog
          title="修改申报说明"
          fields={[statementField]}
          initial={{ statement: entry.statement }}
          submitText="保存"
          onSubmit={async (values) => {
            const body = { revision: entry.revision, statement: textIn(values, 'statement') };
            await send(selectionApi.changeEntry, { params, body });
            await done('已保存。');
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'withdraw' && (
        <AskDialog
          title="撤回申报"
          fields={[reasonField]}
          submitText="撤回"
          onSubmit={async (values) => {
            await send(selectionApi.withdrawEntry, { params, body: { reason: textIn(values, 'reason') } });
            await done('已撤回，截止以前可以再申报。');
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
