import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import { type ProjectJson, projectApi } from '../../contract.ts';
import { monthWords, vintageNames } from '../../domain/index.ts';
import { momentWords } from '../parts/words.ts';

interface Props {
  readonly project: ProjectJson;
  readonly month: string;
  onClose(): void;
}

/** Every figure that was ever reported or confirmed for a month, the newest first. */
export function MonthVersions({ project, month, onClose }: Props) {
  const params = { projectId: project.id, month };
  const found = useQuery({ ...queryFor(projectApi.readMonthVersions, { params }), gcTime: 0 });
  return (
    <Modal
      open
      title={`${monthWords(month)}先后报过的数`}
      onCancel={onClose}
      footer={<Button onClick={onClose}>关闭</Button>}
      width={640}
    >
      {found.error && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data === undefined && !found.error && <Waiting lines={3} />}
      <ol className="project-history">
        {found.data?.versions.map((version) => (
          <li key={version.revision}>
            <b>
              <Amount fen={version.fen} />
            </b>
            <span>
              {vintageNames[version.vintage]}，{version.by}，{momentWords(version.at)}
              {version.reason !== null && <small>{version.reason}</small>}
            </span>
          </li>
        ))}
      </ol>
    </Modal>
  );
}
