import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { addressFor, queryFor, send } from '../../../../platform/web/api.ts';
import { download } from '../../../../platform/web/download.ts';
import { sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import {
  type BulletinFileJson,
  type BulletinFileKind,
  type BulletinJson,
  fileKindNames,
  reportApi,
} from '../../contract.ts';
import { sizeWords } from '../parts/words.ts';

interface Props {
  readonly paper: BulletinJson;
  onChanged(): void;
}

const pollMs = 700;

/** The files of a paper: made beside the page with a bar that shows how far, then downloaded. */
export function FilesPanel({ paper, onChanged }: Props) {
  const params = { bulletinId: paper.id };
  const files = useQuery({
    ...queryFor(reportApi.readFiles, { params }),
    initialData: { files: paper.files },
    refetchInterval: ({ state }) => (state.data?.files.some((file) => file.state === 'making') ? pollMs : false),
  });
  const { refetch } = files;
  // Another revision has other files.
  const revision = useRef(paper.revision);
  useEffect(() => {
    if (revision.current !== paper.revision) void refetch();
    revision.current = paper.revision;
  }, [paper.revision, refetch]);
  const hasTable = paper.blocks.some((block) => block.kind === 'table' && block.landscape === true);
  const kinds: readonly BulletinFileKind[] = hasTable ? ['docx', 'pdf', 'xlsx'] : ['docx', 'pdf'];
  const make = async (kind: BulletinFileKind): Promise<void> => {
    try {
      await send(reportApi.makeFile, { params, body: { kind } });
      await refetch();
      onChanged();
    } catch (error) {
      notify(sentencesOf(error).join(''), { tone: 'bad' });
    }
  };
  return (
    <section aria-labelledby="paper-files">
      <h2 id="paper-files">文件</h2>
      <ul className="paper-files">
        {kinds.map((kind) => (
          <FileLine
            key={kind}
            kind={kind}
            file={files.data.files.find((file) => file.kind === kind)}
            fixed={paper.state === 'archived'}
            onMake={() => void make(kind)}
            onTake={() => void take(paper.id, kind)}
          />
        ))}
      </ul>
    </section>
  );
}

async function take(bulletinId: string, kind: BulletinFileKind): Promise<void> {
  try {
    await download(addressFor(reportApi.downloadFile, { bulletinId, kind }));
  } catch (error) {
    notify(sentencesOf(error).join(''), { tone: 'bad' });
  }
}

const stageNames: Readonly<Record<string, string>> = {
  compose: '排版',
  fill: '填模板',
  pack: '打包',
  pdf: '转成 PDF',
};

interface LineProps {
  readonly kind: BulletinFileKind;
  readonly file: BulletinFileJson | undefined;
  /** Archived: what there is stays, and nothing is made any more. */
  readonly fixed: boolean;
  onMake(): void;
  onTake(): void;
}

function FileLine({ kind, file, fixed, onMake, onTake }: LineProps) {
  const [asked, setAsked] = useState(false);
  const name = fileKindNames[kind];
  const ready = file?.state === 'ready' && file.current;
  if (fixed && !ready) return null;
  const making = file?.state === 'making' || (asked && file === undefined);
  return (
    <li>
      <b>{name}</b>
      {ready ? (
        <>
          <Button size="small" icon={<DownloadOutlined aria-hidden="true" />} onClick={onTake}>
            下载{name}
          </Button>
          <small>
            {sizeWords(file.size ?? 0)}
            {fixed && <code className="figure-digest">{file.digest}</code>}
          </small>
        </>
      ) : making ? (
        <span className="paper-making" role="status">
          正在{stageNames[file?.stage ?? ''] ?? '生成'}
          <Progress percent={percentOf(kind, file)} size="small" aria-label={`${name}的进度`} />
        </span>
      ) : (
        <Button
          size="small"
          onClick={() => {
            setAsked(true);
            onMake();
          }}
        >
          生成{name}
        </Button>
      )}
      {file?.state === 'refused' && (
        <p className="paper-refused" role="alert">
          {file.refusals.map(({ message }) => message).join('')}
        </p>
      )}
    </li>
  );
}

/** Writing comes before printing: of a PDF the first part is the Word document. */
const wordShare = 40;

function percentOf(kind: BulletinFileKind, file: BulletinFileJson | undefined): number {
  if (file === undefined || file.stage === null) return 0;
  const share = file.total === 0 ? 0 : file.done / file.total;
  if (kind !== 'pdf') return Math.floor(share * 100);
  return Math.floor(file.stage === 'pdf' ? wordShare + share * (100 - wordShare) : share * wordShare);
}
