import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { DataForm } from '../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../platform/web/form/model.ts';
import {
  type ReportBody,
  type ReportContent,
  type ReportJson,
  readingApi,
  reportScheduleNames,
  reportShareNames,
} from '../../contract/reading-api.ts';

interface Props {
  readonly content: ReportContent;
  /** The report that the table was opened from; one's own is changed unless one wants another beside it. */
  readonly from: string | undefined;
  onClose(): void;
  onSaved(report: ReportJson): void;
}

/** Keeps a table under a name, for oneself or for others, and has it made by the calendar. */
export function SaveReport({ content, from, onClose, onSaved }: Props) {
  const before = useQuery({
    ...queryFor(readingApi.readReport, { params: { reportId: from ?? '' } }),
    enabled: from !== undefined,
    retry: false,
  });
  if (from !== undefined && before.isPending)
    return (
      <Modal open title="保存报表" footer={null} onCancel={onClose}>
        <Waiting lines={4} />
      </Modal>
    );
  const report = before.data?.mine === true ? before.data : null;
  return <ReportDialog {...{ report, content, onClose, onSaved }} mayCopy={report !== null} />;
}

interface DialogProps {
  /** Null: a new one. */
  readonly report: ReportJson | null;
  readonly content: ReportContent;
  /** Whether it may be saved beside the one before instead of in its place. */
  readonly mayCopy?: boolean;
  onClose(): void;
  onSaved(report: ReportJson): void;
}

export function ReportDialog({ report, content, mayCopy = false, onClose, onSaved }: DialogProps) {
  const client = useQueryClient();
  const save = async (values: Values): Promise<void> => {
    const { copy, ...given } = values as unknown as Omit<ReportBody, 'content'> & { copy?: boolean };
    const body = { ...given, follow: given.follow === true, content };
    const saved =
      report === null || copy === true
        ? await send(readingApi.saveReport, { body })
        : await send(readingApi.changeReport, {
            params: { reportId: report.id },
            body: { ...body, revision: report.revision },
          });
    await client.invalidateQueries({ queryKey: keyOf(readingApi.listReports) });
    await client.invalidateQueries({ queryKey: keyOf(readingApi.readReport) });
    notify(
      saved.share === 'none'
        ? `已保存「${saved.name}」。`
        : `已保存「${saved.name}」，${reportShareNames[saved.share]}的人可以打开。`,
    );
    onSaved(saved);
    onClose();
  };
  return (
    <Modal open title={report === null ? '保存报表' : `修改报表「${report.name}」`} footer={null} onCancel={onClose}>
      <DataForm
        label="报表"
        fields={fieldsFor(mayCopy)}
        initial={{
          name: report?.name ?? '',
          share: report?.share ?? 'none',
          schedule: report?.schedule ?? 'none',
          follow: report?.follow ?? true,
          copy: false,
        }}
        submitText="保存"
        onCancel={onClose}
        onSubmit={save}
      />
    </Modal>
  );
}

const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const fieldsFor = (mayCopy: boolean): readonly Field[] => [
  { input: 'text', name: 'name', label: '名称', required: true, most: 60 },
  {
    ...{ input: 'choice', name: 'share', label: '给谁看', required: true, width: 3 },
    ...{ options: optionsOf(reportShareNames), help: '别人打开时，只看得到他自己有权看的数。' },
  },
  {
    ...{ input: 'choice', name: 'schedule', label: '定时生成 Excel', required: true, width: 3 },
    ...{ options: optionsOf(reportScheduleNames), help: '早上六点生成，发消息告诉您。' },
  },
  { input: 'check', name: 'follow', label: '时期', text: '跟着日历往后走' },
  ...(mayCopy ? [{ input: 'check', name: 'copy', label: '另存', text: '另存一份，不改原来的' } as const] : []),
];
