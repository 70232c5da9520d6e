import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { say } from '../../../../platform/messages/index.ts';
import { addressFor, keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure, Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { formWith } from '../../../../platform/web/import/send-file.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type EnterpriseImportJson, enterpriseApi, importStates } from '../../contract.ts';
import './imports.css';

const isRunning = ({ state }: EnterpriseImportJson): boolean => ['reading', 'checked', 'saving'].includes(state);
const askAgain = 1000;

/** Lists of enterprises: send one, see how far it is, what is wrong in it, and take it back. */
export function ImportsPage() {
  const mayKeep = useMay('enterprise.keep');
  usePageTitle('导入企业');
  if (!mayKeep)
    return (
      <Empty title="不能导入">
        <p>您的岗位没有登记企业的权限。</p>
      </Empty>
    );
  return <Imports />;
}

function Imports() {
  const client = useQueryClient();
  const found = useQuery({
    ...queryFor(enterpriseApi.listImports, {}),
    refetchInterval: ({ state }) => (state.data?.rows.some(isRunning) ? askAgain : false),
  });
  const refresh = () => void client.invalidateQueries({ queryKey: keyOf(enterpriseApi.listImports) });
  return (
    <article className="page page-narrow">
      <h1>导入企业</h1>
      <p className="pale">
        一次可以导入一百万户。信用代码已有的，改成表里的内容，空着的格不改；没有的，新登记。全部导入，或者有一处错误就一户也不导入；
        导入以后可以整批撤销。
      </p>
      <SendList onSent={refresh} />
      {found.error && found.data === undefined && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data === undefined && !found.error && <Waiting />}
      {found.data?.rows.length === 0 && (
        <Empty title="还没有导入过">
          <p>先下载空表，填好以后选文件。自己的表也可以，列名认得出就行。</p>
        </Empty>
      )}
      <ol className="imports-list">
        {found.data?.rows.map((row) => (
          <One key={row.id} row={row} onChanged={refresh} />
        ))}
      </ol>
    </article>
  );
}

function SendList({ onSent }: { onSent(): void }) {
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<string | null>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const take = async (file: File) => {
    setFaults([]);
    setSending(file.name);
    try {
      await send(enterpriseApi.importEnterprises, { form: formWith(file) });
      onSent();
    } catch (error) {
      setFaults(sentencesOf(error));
    } finally {
      setSending(null);
      if (input.current !== null) input.current.value = '';
    }
  };
  return (
    <section aria-label="选文件">
      <input
        ref={input}
        id="enterprise-list"
        aria-label="企业名单"
        className="imports-input"
        type="file"
        accept=".csv,.txt,.xlsx"
        onChange={({ target }) => target.files?.[0] !== undefined && void take(target.files[0])}
      />
      <div className="imports-buttons">
        <Button type="primary" loading={sending !== null} onClick={() => input.current?.click()}>
          选文件导入
        </Button>
        <a href={addressFor(enterpriseApi.importTemplate, undefined)} download>
          下载空表
        </a>
      </div>
      <p className="pale">.csv（UTF-8 或 GB 18030）没有行数限制；.xlsx 约十万行以内，更长的请另存为 CSV。</p>
      {sending !== null && <p role="status">正在上传 {sending}……</p>}
      {faults.length > 0 && <Refusals sentences={faults} />}
    </section>
  );
}

const counted = (count: number): string => count.toLocaleString('zh-CN');

function One({ row, onChanged }: { readonly row: EnterpriseImportJson; onChanged(): void }) {
  const [isAsked, setAsked] = useState(false);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const cancel = async () => {
    try {
      await send(enterpriseApi.cancelImport, { params: { importId: row.id } });
      notify('已中止，一户也没有保存。');
    } catch (error) {
      setFaults(sentencesOf(error));
    } finally {
      onChanged();
    }
  };
  const undo = async () => {
    try {
      await send(enterpriseApi.undoImport, { params: { importId: row.id }, body: { reason: '整批撤销导入' } });
      notify('已撤销，这次导入的内容都退回去了。');
      onChanged();
    } catch (error) {
      setFaults(sentencesOf(error));
    } finally {
      setAsked(false);
    }
  };
  return (
    <li className="imports-one" aria-label={row.fileName}>
      <div className="imports-head">
        <b>{row.fileName}</b>
        <span className={`imports-state imports-${row.state}`}>{importStates[row.state]}</span>
        <small>
          {row.by}，{new Date(row.begunAt).toLocaleString('zh-CN', { hour12: false })}
        </small>
      </div>
      {isRunning(row) && (
        <div role="status">
          <Progress percent={row.percent} status="active" aria-label="导入进度" />
          {row.state === 'saving'
            ? `${counted(row.rowsRead)} 行都核对好了，正在保存……`
            : `核对了 ${counted(row.rowsRead)} 行……`}
          <div className="imports-buttons">
            <Button onClick={() => void cancel()}>中止导入</Button>
          </div>
        </div>
      )}
      {['saved', 'undone'].includes(row.state) && (
        <p>
          新登记 {counted(row.counts.created)} 户，变更 {counted(row.counts.changed)} 户，没有变化{' '}
          {counted(row.counts.same)} 户，数据 {counted(row.counts.figures)} 条。
        </p>
      )}
      {row.state === 'failed' && <Faults id={row.id} failure={row.failure} />}
      {faults.length > 0 && <Refusals sentences={faults} />}
      {row.mayUndo && !isAsked && <Button onClick={() => setAsked(true)}>整批撤销</Button>}
      {isAsked && (
        <div className="imports-buttons" role="alert">
          新登记的会删去，变更的会退回原样。
          <Button danger type="primary" onClick={() => void undo()}>
            确实撤销
          </Button>
          <Button onClick={() => setAsked(false)}>不撤销</Button>
        </div>
      )}
    </li>
  );
}

function Faults({ id, failure }: { readonly id: string; readonly failure: string | null }) {
  const found = useQuery(queryFor(enterpriseApi.readImport, { params: { importId: id } }));
  const faults = found.data?.faults ?? [];
  const whole = {
    code: failure ?? 'enterprise-import-broken',
    given: faults[0]?.given ?? null,
    limit: faults[0]?.limit ?? null,
  };
  if (failure !== 'enterprise-import-faulty') return <p className="imports-wrong">{say(whole)}</p>;
  return (
    <>
      <p className="imports-wrong">
        有错误，一户也没有导入。改好以后重新选文件。
        <a href={addressFor(enterpriseApi.importFaults, { importId: id })} download>
          下载全部错误
        </a>
      </p>
      <div className="imports-scroll">
        <table className="imports-faults">
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">列</th>
              <th scope="col">怎么办</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr key={`${fault.line} ${fault.column} ${fault.code}`}>
                <td className="imports-number">{fault.line}</td>
                <td>{fault.column}</td>
                <td>{say(fault)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
