import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { addressFor, queryFor, send } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure, Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type SelectionSheetJson, selectionApi } from '../../contract.ts';
import { pointText, typedSheet } from './logic.ts';
import { AskDialog, reasonField, textIn } from './parts/ask-dialog.tsx';
import { useDone } from './parts/use-selection.ts';
import './parts/selection.css';

/** What an expert was given to look at; his own marks and nobody else's. */
export function SheetsPage() {
  usePageTitle('专家评分');
  const sheets = useQuery({ ...queryFor(selectionApi.listSheets, {}), refetchOnWindowFocus: false });
  if (sheets.error && sheets.data === undefined)
    return <Failure error={sheets.error} onRetry={() => void sheets.refetch()} />;
  if (sheets.data === undefined) return <Waiting lines={8} />;
  const { rows } = sheets.data;
  const rounds = [...new Map(rows.map(({ round }) => [round.id, round])).values()];
  return (
    <div className="page">
      <h1>专家评分</h1>
      <p className="pale">各自独立评分，别人的分您看不到，您的分别人也看不到。有利害关系的请申请回避。</p>
      {rows.length === 0 && (
        <Empty title="没有分给您的申报">
          <p>分给您以后，工作台上会有待办。</p>
        </Empty>
      )}
      {rounds.map(({ id, name }) => {
        const own = rows.filter(({ round }) => round.id === id);
        return (
          <section key={id} aria-labelledby={`round-${id}`}>
            <h2 id={`round-${id}`}>
              {name}（已交 {own.filter(({ handedAt }) => handedAt !== null).length} / {own.length}）
            </h2>
            {own.map((sheet) => (
              <Sheet key={sheet.entryId} sheet={sheet} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function Sheet({ sheet }: { readonly sheet: SelectionSheetJson }) {
  const done = useDone();
  const { entryId, items, open, handedAt } = sheet;
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(items.map(({ id, points }) => [id, points === null ? '' : pointText(points)])),
  );
  const [remark, setRemark] = useState(sheet.remark);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [recusing, setRecusing] = useState(false);
  const { points, total, fault, open: left } = typedSheet(items, typed);
  const full = items.reduce((sum, { most }) => sum + most, 0);
  const save = async (hand: boolean): Promise<void> => {
    if (fault !== null) return setFaults([fault]);
    setBusy(true);
    setFaults([]);
    try {
      await send(selectionApi.saveSheet, { params: { entryId }, body: { points, remark, hand } });
      await done(hand ? '评分已交上，结束以前还能改。' : '已保存，还没有交。');
    } catch (cause) {
      setFaults(sentencesOf(cause));
    }
    setBusy(false);
  };
  return (
    <article className="selection-sheet" aria-label={sheet.name}>
      <h3>{sheet.name}</h3>
      <p className="pale">
        {handedAt === null ? '还没有交' : '已交上'}
        {sheet.scoreTo !== null && `，评到 ${sheet.scoreTo}`}
        {!open && '，评分已经结束'}
      </p>
      {sheet.statement !== '' && <p className="selection-statement">{sheet.statement}</p>}
      {sheet.files.length > 0 && (
        <ul className="selection-files">
          {sheet.files.map(({ id, name }) => (
            <li key={id}>
              <a href={addressFor(selectionApi.readSheetFile, { entryId, fileId: id })}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>企业的数</summary>
        <ul>
          {sheet.facts.map(({ name, words, from }) => (
            <li key={name}>
              {name}：{words === '' ? '不知道' : words}
              {words !== '' && from !== '' && <span className="pale">（{from}）</span>}
            </li>
          ))}
        </ul>
      </details>
      <div className="selection-items">
        {items.map(({ id, name, most }) => (
          <div key={id} className="selection-field">
            {name}（0—{pointText(most)} 分）
            <Input
              aria-label={`${sheet.name}：${name}`}
              inputMode="decimal"
              disabled={!open}
              value={typed[id] ?? ''}
              onChange={({ target }) => setTyped({ ...typed, [id]: target.value })}
            />
          </div>
        ))}
      </div>
      <div className="selection-field">
        评语
        <Input.TextArea
          aria-label={`${sheet.name}的评语`}
          rows={2}
          maxLength={1000}
          disabled={!open}
          value={remark}
          onChange={({ target }) => setRemark(target.value)}
        />
      </div>
      <p>
        合计 {pointText(total)} / {pointText(full)} 分{left > 0 && `，还有 ${left} 项没有评`}
      </p>
      <Refusals sentences={faults} />
      {open && (
        <div className="page-buttons">
          <Button type="primary" loading={busy} onClick={() => void save(true)}>
            {handedAt === null ? '交评分' : '改后再交'}
          </Button>
          {handedAt === null && (
            <>
              <Button disabled={busy} onClick={() => void save(false)}>
                先保存
              </Button>
              <Button disabled={busy} onClick={() => setRecusing(true)}>
                申请回避
              </Button>
            </>
          )}
        </div>
      )}
      {recusing && (
        <AskDialog
          title={`对${sheet.name}申请回避`}
          fields={[reasonField]}
          submitText="申请回避"
          onSubmit={async (values) => {
            await send(selectionApi.recuse, { params: { entryId }, body: { reason: textIn(values, 'reason') } });
            await done('已回避，不再由您评。');
          }}
          onClose={() => setRecusing(false)}
        />
      )}
    </article>
  );
}
