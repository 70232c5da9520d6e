import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type RefObject, useState } from 'react';
import { ApiRefused, addressFor, send } from '../../../../platform/web/api.ts';
import { download } from '../../../../platform/web/download.ts';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import type { CellAddress } from '../../../../platform/web/grid/model.ts';
import type { EntryGridHandle, GridSummary } from '../../../../platform/web/grid/props.ts';
import { collectionApi, type SheetJson } from '../../contract.ts';
import { AnswerDialog, ExtensionDialog, ImportDialog, ReasonDialog } from './dialogs.tsx';
import type { ReturnedCells } from './returning.ts';

interface Props {
  readonly data: SheetJson;
  readonly grid: RefObject<EntryGridHandle | null>;
  readonly returning: ReturnedCells;
  /** Something in the grid blocks handing in. */
  readonly blocking: boolean;
  onChanged(): Promise<void>;
  onGoTo(address: CellAddress): void;
}

type Open = 'return' | 'reopen' | 'extension' | 'answer' | 'import' | null;

/** What can be done with the report now; only what this person may do is offered. */
export function SheetActions({ data, grid, returning, blocking, onChanged, onGoTo }: Props) {
  const { sheet } = data;
  const { may, revision } = sheet;
  const params = { sheetId: sheet.id };
  const [open, setOpen] = useState<Open>(null);
  const [held, setHeld] = useState<string | null>(null);
  const doing = useMutation({
    mutationFn: ({ run }: { readonly run: () => Promise<unknown>; readonly done: string }) => run(),
    onSuccess: async (_answer, { done }) => {
      notify(done);
      setOpen(null);
      await onChanged();
    },
  });
  const body = { revision };
  const submit = async (): Promise<void> => {
    setHeld(null);
    const summary = await grid.current?.flush();
    const findings = grid.current?.checkAll() ?? [];
    const stopping = findings.find(({ severity }) => severity === 'hard');
    if (summary !== undefined && summary.unsaved > 0) {
      setHeld(heldWords(summary));
      return;
    }
    if (stopping !== undefined) {
      setHeld(`有必须改正的格：${stopping.message}`);
      onGoTo(stopping);
      return;
    }
    // Saving has moved the sheet on: what is handed in is what stands now.
    const now = await send(collectionApi.readSheetRow, { params });
    doing.mutate({
      run: () => send(collectionApi.submitSheet, { params, body: { revision: now.revision } }),
      done: '已报送，等待审核。',
    });
  };
  const returned = [...returning.values()];
  return (
    <section className="sheet-actions" aria-label="可以做的事">
      <div className="sheet-buttons">
        {may.submit && (
          <Button
            type="primary"
            loading={doing.isPending}
            onClick={() => void submit().catch((error) => setHeld(sentencesOf(error).join('')))}
          >
            报送
          </Button>
        )}
        {may.withdraw && (
          <Button
            loading={doing.isPending}
            onClick={() =>
              doing.mutate({
                run: () => send(collectionApi.withdrawSheet, { params, body }),
                done: '已撤回，可以继续修改。',
              })
            }
          >
            撤回
          </Button>
        )}
        {may.review && (
          <>
            <Button
              type="primary"
              disabled={returning.size > 0}
              loading={doing.isPending}
              onClick={() =>
                doing.mutate({ run: () => send(collectionApi.approveSheet, { params, body }), done: '审核通过。' })
              }
            >
              审核通过
            </Button>
            <Button onClick={() => setOpen('return')}>
              {returning.size > 0 ? `退回 ${returning.size} 格` : '退回'}
            </Button>
          </>
        )}
        {may.reopen && <Button onClick={() => setOpen('reopen')}>重新打开</Button>}
        {may.askExtension && <Button onClick={() => setOpen('extension')}>申请延期</Button>}
        {may.answerExtension && (
          <Button type="primary" onClick={() => setOpen('answer')}>
            答复延期申请
          </Button>
        )}
        <Button
          onClick={() =>
            void download(addressFor(collectionApi.downloadSheet, params)).catch((error) =>
              notify(sentencesOf(error).join('\n'), { tone: 'bad' }),
            )
          }
        >
          导出
        </Button>
        {may.fill && <Button onClick={() => setOpen('import')}>导入</Button>}
      </div>
      {held !== null && <Refusals sentences={[held]} />}
      {doing.error !== null && <Refused error={doing.error} onGoTo={onGoTo} />}
      {may.submit && blocking && <p className="sheet-note">标红的格要改正，标黄的格要写说明，然后才能报送。</p>}
      {(open === 'return' || open === 'reopen') && (
        <ReasonDialog
          title={open === 'return' ? '退回' : '重新打开'}
          hint={returned.length > 0 ? `退回 ${returned.length} 格，每格的原因已经写在格子里。` : '写明哪里要改。'}
          required={returned.length === 0}
          error={doing.error}
          busy={doing.isPending}
          onCancel={() => setOpen(null)}
          onReason={(reason) => {
            const cells = returned.map(({ row, column, reason: wrong }) => ({
              row,
              indicatorId: column,
              reason: wrong,
            }));
            const endpoint = open === 'return' ? collectionApi.returnSheet : collectionApi.reopenSheet;
            doing.mutate({
              run: () => send(endpoint, { params, body: { revision, reason, cells } }),
              done: open === 'return' ? '已退回。' : '已重新打开。',
            });
          }}
        />
      )}
      {open === 'extension' && (
        <ExtensionDialog
          due={sheet.extendedTo ?? sheet.dueOn}
          error={doing.error}
          busy={doing.isPending}
          onCancel={() => setOpen(null)}
          onAsk={(to, reason) =>
            doing.mutate({
              run: () => send(collectionApi.askExtension, { params, body: { revision, to, reason } }),
              done: '延期申请已送出。',
            })
          }
        />
      )}
      {open === 'answer' && sheet.asked !== null && (
        <AnswerDialog
          asked={sheet.asked}
          error={doing.error}
          busy={doing.isPending}
          onCancel={() => setOpen(null)}
          onAnswer={(to, note) =>
            doing.mutate({
              run: () => send(collectionApi.answerExtension, { params, body: { revision, to, note } }),
              done: to === null ? '没有同意延期。' : `已延期到 ${to}。`,
            })
          }
        />
      )}
      {open === 'import' && (
        <ImportDialog
          sheetId={sheet.id}
          columns={data.columns}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            void onChanged();
          }}
        />
      )}
    </section>
  );
}

/** Why what is typed is not on the server yet, and what to do about it. */
function heldWords({ unsaved, unreadable, withoutReason, refused, conflicts }: GridSummary): string {
  const words = [
    ...(unreadable > 0 ? [`${unreadable} 格填的不是数`] : []),
    ...(withoutReason > 0 ? [`${withoutReason} 格写了“没有”，还要写原因`] : []),
    ...(conflicts > 0 ? [`${conflicts} 格别人也改过，要选用哪一个`] : []),
    ...(refused > 0 ? [`${refused} 格没有收下`] : []),
  ];
  const rest = unsaved - unreadable - withoutReason - refused - conflicts;
  if (rest > 0) words.push(`${rest} 格还没有存到服务器`);
  return `${words.join('，')}。处理好以后再报送，表格上方的“看下一格”会逐格带您去。`;
}

/** Why it was not done; refusals of single cells lead to them. */
function Refused({ error, onGoTo }: { readonly error: Error; onGoTo(address: CellAddress): void }) {
  const cells = error instanceof ApiRefused ? error.refusals.flatMap((refusal) => addressed(refusal)) : [];
  const others =
    error instanceof ApiRefused ? error.refusals.filter((refusal) => addressed(refusal).length === 0) : null;
  return (
    <div className="sheet-refused" role="alert">
      <Refusals sentences={others === null ? sentencesOf(error) : others.map(({ message }) => message)} />
      {cells.length > 0 && (
        <ul>
          {cells.slice(0, 20).map(({ address, message }) => (
            <li key={`${address.row} ${address.column}`}>
              <Button type="link" size="small" onClick={() => onGoTo(address)}>
                {message}
              </Button>
            </li>
          ))}
          {cells.length > 20 && <li>还有 {cells.length - 20} 格。</li>}
        </ul>
      )}
    </div>
  );
}

const addressed = ({ field, message }: { readonly field?: string; readonly message: string }) => {
  const [row, column, ...rest] = (field ?? '').split(' ');
  return row === undefined || row === '' || column === undefined || rest.length > 0
    ? []
    : [{ address: { row, column }, message }];
};
