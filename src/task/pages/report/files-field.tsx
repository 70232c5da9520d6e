import { CameraOutlined, CloseOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Refusals } from '../../../../platform/web/feedback/failure.tsx';
import type { KeptFile } from './kept.ts';
import { smallPhoto } from './photo.ts';
import { newKey } from './use-report.ts';

/** Of one report; a photograph is at most 1.5 MB, a file what the server takes. */
const mostFiles = 12;
const mostFileBytes = 20 * 1024 * 1024;
export const fileEndings = ['.pdf', '.doc', '.docx', '.xls', '.xlsx', '.jpg', '.jpeg', '.png', '.webp'] as const;

interface Props {
  readonly files: readonly KeptFile[];
  onChange(files: readonly KeptFile[]): void;
}

/** Photographs from the camera or the album, made small before they are sent, and other files. */
export function FilesField({ files, onChange }: Props) {
  const camera = useRef<HTMLInputElement>(null);
  const album = useRef<HTMLInputElement>(null);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const take = async (list: FileList | null): Promise<void> => {
    const chosen = [...(list ?? [])];
    const wrong: string[] = [];
    const taken: KeptFile[] = [];
    setBusy(true);
    for (const file of chosen) {
      if (files.length + taken.length >= mostFiles) {
        wrong.push(`一次最多 ${mostFiles} 个。`);
        break;
      }
      try {
        taken.push(await keptFile(file));
      } catch (error) {
        wrong.push(error instanceof Error ? error.message : String(error));
      }
    }
    setBusy(false);
    setFaults(wrong);
    if (taken.length > 0) onChange([...files, ...taken]);
  };
  const input = (ref: typeof camera, accept: string, capture: boolean) => (
    <input
      ref={ref}
      type="file"
      hidden
      multiple={!capture}
      accept={accept}
      {...(capture && { capture: 'environment' as const })}
      onChange={({ target }) => {
        void take(target.files).finally(() => {
          // The same file chosen again must count.
          target.value = '';
        });
      }}
    />
  );
  return (
    <fieldset className="report-field report-files">
      <legend>照片和材料</legend>
      {input(camera, 'image/*', true)}
      {input(album, `image/*,${fileEndings.join()}`, false)}
      <span className="report-file-buttons">
        <Button
          size="large"
          loading={busy}
          icon={<CameraOutlined aria-hidden="true" />}
          onClick={() => camera.current?.click()}
        >
          拍照
        </Button>
        <Button
          size="large"
          disabled={busy}
          icon={<PaperClipOutlined aria-hidden="true" />}
          onClick={() => album.current?.click()}
        >
          从相册或文件选
        </Button>
      </span>
      <Refusals sentences={faults} />
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <li key={file.id}>
              <Preview file={file} />
              <span>
                {file.name}
                <small>{sizeWords(file.blob.size)}</small>
              </span>
              <Button
                type="text"
                size="large"
                aria-label={`去掉${file.name}`}
                icon={<CloseOutlined />}
                onClick={() => onChange(files.filter(({ id }) => id !== file.id))}
              />
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

async function keptFile(file: File): Promise<KeptFile> {
  const id = newKey();
  if (file.type.startsWith('image/')) {
    const small = await smallPhoto(file);
    return { id, name: small.name, kind: 'photo', blob: small, fileId: null };
  }
  if (!fileEndings.some((ending) => file.name.toLowerCase().endsWith(ending)))
    throw new Error(`“${file.name}”不是收的文件。请选照片或 ${fileEndings.slice(0, 5).join('、')} 文件。`);
  if (file.size > mostFileBytes) throw new Error(`“${file.name}”超过 20 MB。请分成几个文件。`);
  return { id, name: file.name, kind: 'file', blob: file, fileId: null };
}

function Preview({ file }: { readonly file: KeptFile }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (file.kind !== 'photo') return;
    const made = URL.createObjectURL(file.blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address === null ? (
    <PaperClipOutlined className="report-clip" aria-hidden="true" />
  ) : (
    <img src={address} alt="" width={64} height={64} />
  );
}

export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
