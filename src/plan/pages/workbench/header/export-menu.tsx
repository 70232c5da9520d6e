import { addressFor } from '../../../../../platform/web/api.ts';
import { MenuButton } from '../../../../../platform/web/layout/menu-button.tsx';
import { planApi } from '../../../contract.ts';
import { useWorkbench } from '../workbench-context.ts';

const formats = [
  ['xlsx', 'Excel 工作簿（.xlsx）'],
  ['md', 'Markdown（.md）'],
  ['json', '数据（.json）'],
] as const;

/** What is on the screen, as a file. */
export function ExportMenu() {
  const { plan, version } = useWorkbench();
  const which = version.edition === null ? { draft: true } : { edition: version.edition.number };
  const items = formats.map(([format, words]) => ({
    key: format,
    label: (
      <a href={addressFor(planApi.exportPlan, { planId: plan.id }, { format, ...which })} download>
        {words}
      </a>
    ),
  }));
  return (
    <MenuButton
      items={[
        ...items,
        { type: 'divider' },
        {
          key: 'source',
          label: (
            <a href={addressFor(planApi.readSource, { planId: plan.id })} download>
              原文件（{version.source.fileName}）
            </a>
          ),
        },
        { key: 'print', label: '打印标注的原文', onClick: () => window.print() },
      ]}
    >
      导出
    </MenuButton>
  );
}
