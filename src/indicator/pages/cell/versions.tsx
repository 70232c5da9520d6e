import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { figureLabels, readingApi } from '../../contract/reading-api.ts';
import { figureText } from '../reading/words.ts';
import { momentWords } from './moment.ts';

interface Props {
  readonly figureId: string;
  onClose(): void;
}

/** Every version of one figure, the newest first: which readers saw which, and until when. */
export function Versions({ figureId, onClose }: Props) {
  const answer = useQuery(queryFor(readingApi.readFigure, { params: { figureId } }));
  const { data } = answer;
  const title =
    data === undefined ? '历次的数' : `${data.figure.enterprise?.name ?? data.figure.unit.name} ${data.figure.period}`;
  return (
    <Modal open title={title} onCancel={onClose} footer={<Button onClick={onClose}>关闭</Button>} width={640}>
      {answer.error && <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
      {data === undefined ? (
        !answer.error && <Waiting lines={4} />
      ) : (
        <>
          <p>
            {data.figure.approvedBy === null || data.figure.approvedAt === null
              ? '还没有审核通过。'
              : `${data.figure.approvedBy}于 ${momentWords(data.figure.approvedAt)}审核通过。`}
          </p>
          <ol className="cell-versions">
            {data.versions.map(({ revision, value, reason, vintage, savedAt, by, note }, at) => (
              <li key={revision}>
                <b>{value === null ? `没有（${reason ?? ''}）` : figureText(String(value), data.indicator)}</b>
                <span>{figureLabels.vintage[vintage]}</span>
                <span>
                  {by}，{momentWords(savedAt)}
                  {at > 0 &&
                    data.versions[at - 1] !== undefined &&
                    `，看到 ${momentWords(data.versions[at - 1]?.savedAt ?? savedAt)} 为止`}
                </span>
                {note !== null && <span>{note}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
    </Modal>
  );
}
