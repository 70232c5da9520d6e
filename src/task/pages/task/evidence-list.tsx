import { LinkOutlined, PaperClipOutlined } from '@ant-design/icons';
import { addressFor } from '../../../../platform/web/api.ts';
import { type TaskEventJson, tasksApi } from '../../contract.ts';

interface Props {
  readonly taskId: string;
  readonly evidence: TaskEventJson['evidence'];
}

/** What was handed in to show something: photographs small beside each other, files by name; each is opened by a press. */
export function EvidenceList({ taskId, evidence }: Props) {
  if (evidence.length === 0) return null;
  return (
    <ul className="evidence" aria-label="证明材料">
      {evidence.map(({ id, kind, name }) => {
        if (kind === 'link')
          return (
            <li key={id}>
              <LinkOutlined aria-hidden="true" />
              {/^https?:\/\//u.test(name) ? (
                <a href={name} target="_blank" rel="noopener noreferrer">
                  {name}
                </a>
              ) : (
                name
              )}
            </li>
          );
        const address = addressFor(tasksApi.readFile, { taskId, fileId: id });
        return (
          <li key={id} className={kind === 'photo' ? 'evidence-photo' : undefined}>
            <a href={address} download={name} title={name}>
              {kind === 'photo' ? (
                <img src={address} alt={`照片 ${name}`} loading="lazy" width={72} height={72} />
              ) : (
                <>
                  <PaperClipOutlined aria-hidden="true" /> {name}
                </>
              )}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
