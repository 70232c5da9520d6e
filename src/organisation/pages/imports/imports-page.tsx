import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { addressFor, queryFor, send } from '../../../../platform/web/api.ts';
import { download } from '../../../../platform/web/download.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { ImportFlow } from '../../../../platform/web/import/import-flow.tsx';
import type { ImportKind } from '../../../../platform/web/import/model.ts';
import { formWith, sendForFile } from '../../../../platform/web/import/send-file.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type ImportBatchJson, organisationApi } from '../../contract.ts';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { useRefresh } from '../parts/refresh.ts';
import { fieldName } from './field-names.ts';
import '../parts/parts.css';

const kind: ImportKind = {
  name: '组织机构',
  template: addressFor(organisationApi.organisationTemplate, undefined),
  check: (file) => send(organisationApi.checkImport, { form: formWith(file) }),
  downloadMarked: (file) => sendForFile(organisationApi.markImport, file),
  commit: async (file, fingerprint) => {
    await send(organisationApi.commitImport, { form: formWith(file, { fingerprint }) });
  },
  fieldName,
};

/** The whole organisation in one workbook, out and in, and back again. */
export function ImportsPage() {
  usePageTitle('导入导出');
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await download(addressFor(organisationApi.exportOrganisation, undefined));
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="page org-page">
      <h1>导入导出</h1>
      <p className="org-faint">
        地区、单位、产业链、人员、岗位和委托在一个 Excel 工作簿里。号码导出时带星号，原样导回不会改动。
      </p>
      <div className="org-buttons">
        <Button loading={busy} onClick={() => void save()}>
          导出整个组织机构
        </Button>
      </div>
      <ImportFlow kind={kind} onDone={refresh} />
      <History />
    </div>
  );
}

function History() {
  const batches = useQuery(queryFor(organisationApi.listImports, { query: { pageSize: 50 } }));
  const [undoing, setUndoing] = useState<ImportBatchJson | null>(null);
  const refresh = useRefresh();
  return (
    <section aria-label="历次导入" className="org-section org-apart">
      <h2>历次导入</h2>
      {batches.error !== null && batches.data === undefined && (
        <Failure error={batches.error} onRetry={() => void batches.refetch()} />
      )}
      {batches.data === undefined && batches.error === null && <Waiting lines={2} />}
      {batches.data?.batches.length === 0 && (
        <Empty title="还没有导入过">
          <p>导入以后在这里可以整批撤销。</p>
        </Empty>
      )}
      <ul className="org-lines">
        {(batches.data?.batches ?? []).map((batch) => (
          <li key={batch.id}>
            <span>{batch.fileName}</span>
            <span className="org-faint">
              {new Date(batch.at).toLocaleString('zh-CN')}，{batch.by}
            </span>
            <span className="org-faint">
              新增 {batch.added}，修改 {batch.changed}，停用 {batch.ended}
            </span>
            {batch.undoneAt === null ? (
              <Button danger onClick={() => setUndoing(batch)}>
                撤销
              </Button>
            ) : (
              <span className="org-tag">已由{batch.undoneBy}撤销</span>
            )}
          </li>
        ))}
      </ul>
      {undoing !== null && (
        <ReasonDialog
          title={`撤销导入「${undoing.fileName}」`}
          words="这一批的新增、修改和停用全部退回到导入以前。其间有人改过的，会告诉您是哪些，一条也不退。"
          submitText="整批撤销"
          onClose={() => setUndoing(null)}
          onReason={async (reason) => {
            await send(organisationApi.undoImport, { params: { id: undoing.id }, body: { reason } });
            notify('已整批撤销。');
            refresh();
            setUndoing(null);
          }}
        />
      )}
    </section>
  );
}
