import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { download } from '../download.ts';
import { Refusals, sentencesOf } from '../feedback/failure.tsx';
import { notify } from '../feedback/toasts.ts';
import { FileInput } from '../form/file-input.tsx';
import { CheckResult } from './check-result.tsx';
import type { ImportCheck, ImportKind } from './model.ts';
import './import.css';

interface Props {
  readonly kind: ImportKind;
  onDone(): void;
}

/**
 * The product's one import: template, check of everything, the same workbook back with what is wrong in it, and then all
 * or nothing.
 */
export function ImportFlow({ kind, onDone }: Props) {
  const [file, setFile] = useState<File | null>(null);
  const [found, setFound] = useState<ImportCheck | null>(null);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState<'check' | 'mark' | 'commit' | 'template' | null>(null);

  const run = async (what: NonNullable<typeof busy>, work: () => Promise<void>): Promise<void> => {
    setBusy(what);
    setSentences([]);
    try {
      await work();
    } catch (error) {
      setSentences(sentencesOf(error));
    } finally {
      setBusy(null);
    }
  };
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    setFound(null);
    setSentences([]);
    if (chosen !== null) void run('check', async () => setFound(await kind.check(chosen)));
  };
  const mark = kind.downloadMarked;
  const ready = file !== null && found !== null && found.faultCount === 0 && found.counts.length > 0;
  return (
    <section className="jw-import" aria-label={`导入${kind.name}`}>
      <ol>
        <li>
          <h3>下载模板</h3>
          <p>模板里有下拉选项和说明。已有内容时，也可以导出后改好再导入。</p>
          <Button
            icon={<DownloadOutlined />}
            loading={busy === 'template'}
            onClick={() => void run('template', () => download(kind.template))}
          >
            下载模板
          </Button>
        </li>
        <li>
          <h3>选择填好的文件</h3>
          <p>先检查，什么都不会存。</p>
          <FileInput endings={['.xlsx']} value={file} onChange={choose} />
          {busy === 'check' && <p role="status">正在检查……</p>}
        </li>
        <li>
          <h3>检查结果</h3>
          <Refusals sentences={sentences} />
          {found === null && sentences.length === 0 && <p className="jw-import-faint">选择文件以后在这里看到结果。</p>}
          {found !== null && <CheckResult found={found} kind={kind} />}
          <div className="jw-import-buttons">
            {file !== null && found !== null && found.faultCount > 0 && mark !== undefined && (
              <Button
                type="primary"
                icon={<DownloadOutlined />}
                loading={busy === 'mark'}
                onClick={() => void run('mark', () => mark(file))}
              >
                下载标明问题的文件
              </Button>
            )}
            {ready && (
              <Button
                type="primary"
                loading={busy === 'commit'}
                onClick={() =>
                  void run('commit', async () => {
                    await kind.commit(file, found.fingerprint);
                    notify(kind.done ?? `${kind.name}已导入，可以整批撤销。`);
                    setFile(null);
                    setFound(null);
                    onDone();
                  })
                }
              >
                全部导入
              </Button>
            )}
            {file !== null && (
              <Button disabled={busy !== null} onClick={() => choose(file)}>
                重新检查
              </Button>
            )}
          </div>
        </li>
      </ol>
    </section>
  );
}
