import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { InputNumber, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { keyOf } from '../../../../../platform/web/api.ts';
import { notify } from '../../../../../platform/web/feedback/toasts.ts';
import { planApi } from '../../../contract.ts';
import { DropZone } from '../../upload/drop-zone.tsx';
import { UploadList } from '../../upload/upload-list.tsx';
import { onUploadDone, upload } from '../../upload/uploads.ts';
import { useWorkbench } from '../workbench-context.ts';

const route = getRouteApi('/plans/$planId');

/** Makes a newer file the next draft of this plan; what was reviewed and did not change stays reviewed. */
export function NextEditionDialog({ onClose }: { onClose(): void }) {
  const { plan } = useWorkbench();
  const [part, setPart] = useState<number | null>(null);
  const client = useQueryClient();
  const navigate = route.useNavigate();

  useEffect(
    () =>
      onUploadDone(({ as, stage }) => {
        if (as?.planId !== plan.id || stage !== 'done') return;
        client.removeQueries({ queryKey: keyOf(planApi.readDraft, { planId: plan.id }) });
        void client.invalidateQueries({ queryKey: keyOf(planApi.readPlan, { planId: plan.id }) }).then(() => {
          notify('新版文件已成为草案；没有变动的条目保留了核对结果');
          void navigate({ search: {} });
          onClose();
        });
      }),
    [plan.id, client, navigate, onClose],
  );

  return (
    <Modal open title="导入下一版文件" width={720} footer={null} onCancel={onClose}>
      <p>新文件会与第{plan.latestEdition}版逐条对照：没变的条目沿用核对结果，变了的等您再核。</p>
      <DropZone
        title="把新版公文拖到这里"
        hint="Word、PDF、网页、文本、WPS、ODT、RTF，不超过 50 MB。"
        several={false}
        onFiles={(files) => upload(files, { planId: plan.id, part })}
      />
      <p className="edition-part">
        <label htmlFor="edition-part">文件里有几份公文时，用第几份（一般不填）：</label>
        <InputNumber id="edition-part" min={1} max={1000} precision={0} value={part} onChange={setPart} />
      </p>
      <UploadList />
    </Modal>
  );
}
