import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fieldWord } from '../../../../platform/messages/fields.ts';
import { addressFor, keyOf, send } from '../../../../platform/web/api.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { ImportFlow } from '../../../../platform/web/import/import-flow.tsx';
import { formWith } from '../../../../platform/web/import/send-file.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { enterpriseApi } from '../../contract.ts';

/** A list of grants of many enterprises, checked before it is saved. */
export function GrantsImportPage() {
  const client = useQueryClient();
  const mayKeep = useMay('enterprise.keep');
  usePageTitle('导入奖补');
  if (!mayKeep)
    return (
      <Empty title="不能导入">
        <p>您的岗位没有登记和修改企业的权限。</p>
      </Empty>
    );
  return (
    <article className="page page-narrow">
      <p className="page-back">
        <Link to="/enterprises">企业名录</Link>
      </p>
      <h1>导入奖补</h1>
      <p className="pale">企业拿到过的奖补，每笔一行，按统一社会信用代码找企业。先检查，没有问题再保存。</p>
      <ImportFlow
        kind={{
          name: '奖补清单',
          template: addressFor(enterpriseApi.grantTemplate, undefined),
          check: (file) => send(enterpriseApi.checkGrants, { form: formWith(file) }),
          commit: async (file, fingerprint) => {
            await send(enterpriseApi.importGrants, { form: formWith(file, { fingerprint }) });
          },
          fieldName: fieldWord,
          done: '奖补清单已导入。',
        }}
        onDone={() => {
          for (const endpoint of [enterpriseApi.listGrants, enterpriseApi.listPromises, enterpriseApi.readHistory])
            void client.invalidateQueries({ queryKey: keyOf(endpoint) });
        }}
      />
    </article>
  );
}
