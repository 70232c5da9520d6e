import { Button } from 'antd';
import { useState } from 'react';
import { addressFor, send } from '../../../../platform/web/api.ts';
import { type EnterpriseFileJson, type EnterpriseJson, enterpriseApi } from '../../contract.ts';
import { PaperDialog } from '../parts/paper-dialog.tsx';
import { useTakeEnterprise } from '../parts/use-enterprise.ts';
import { useTried } from '../parts/use-tried.ts';
import { momentWords } from '../parts/words.ts';
import '../parts/papers.css';

interface Open {
  readonly file: EnterpriseFileJson | 'new';
  readonly back: boolean;
}

/** Papers that show something: a licence, a certificate, an audit. They are saved, never opened here. */
export function Papers({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const [open, setOpen] = useState<Open | null>(null);
  const { files, may, asOf } = enterprise;
  const live = asOf === null;
  return (
    <>
      {files.length === 0 && <p className="pale">还没有证明材料。</p>}
      <ul className="enterprise-list">
        {files.map((file) => (
          <Paper
            key={file.id}
            file={file}
            enterprise={enterprise}
            {...(live && { onOpen: (back: boolean) => setOpen({ file, back }) })}
          />
        ))}
      </ul>
      {live && (may.keep || may.ask) && (
        <p>
          <Button size="small" onClick={() => setOpen({ file: 'new', back: false })}>
            上传材料
          </Button>
        </p>
      )}
      {open !== null && <PaperDialog enterprise={enterprise} {...open} onClose={() => setOpen(null)} />}
    </>
  );
}

interface PaperProps {
  readonly file: EnterpriseFileJson;
  readonly enterprise: EnterpriseJson;
  /** `back`: it is sent back to the enterprise. Left out: of an earlier day nothing is done. */
  onOpen?(back: boolean): void;
}

function Paper({ file, enterprise, onOpen }: PaperProps) {
  const take = useTakeEnterprise();
  const [busy, run] = useTried();
  const { may } = enterprise;
  const params = { enterpriseId: enterprise.id, fileId: file.id };
  const waits = file.byItself && file.agreed === null;
  return (
    <li>
      <a href={addressFor(enterpriseApi.readFile, params)}>{file.name}</a>
      <span>{aboutWords(file.about, enterprise)}</span>
      {file.byItself && (
        <span className={waits ? 'papers-waits' : undefined}>
          {file.agreed === null ? '企业上传，还没有认可' : `企业上传，${file.agreed.by}已认可`}
        </span>
      )}
      <small>
        {file.by}，{momentWords(file.at)}
      </small>
      {onOpen && waits && may.review && (
        <>
          <Button
            size="small"
            disabled={busy}
            aria-label={`认可${file.name}`}
            onClick={() =>
              run(
                async () => take(await send(enterpriseApi.agreeToFile, { params, body: { agree: true, reason: '' } })),
                '已认可。',
              )
            }
          >
            认可
          </Button>
          <Button size="small" type="text" aria-label={`退回${file.name}`} onClick={() => onOpen(true)}>
            退回
          </Button>
        </>
      )}
      {onOpen && waits && may.ask && !may.keep && (
        <Button
          size="small"
          type="text"
          disabled={busy}
          aria-label={`收回${file.name}`}
          onClick={() => run(async () => take(await send(enterpriseApi.takeBackOwnFile, { params })), '已收回。')}
        >
          收回
        </Button>
      )}
      {onOpen && may.keep && !waits && (
        <Button size="small" type="text" aria-label={`撤下${file.name}`} onClick={() => onOpen(false)}>
          撤下
        </Button>
      )}
    </li>
  );
}

const hanging: Readonly<Record<string, string>> = { grant: '奖补', promise: '承诺', appeal: '诉求' };

/** What a paper shows, in words. */
function aboutWords(about: string, { allTitles }: EnterpriseJson): string {
  const [what = '', of = ''] = about.split(':');
  if (what === 'title') return allTitles.find(({ id }) => id === of)?.kind.name ?? '称号';
  if (what === 'figures') return `${of} 的数据`;
  return hanging[what] ?? '企业基本情况';
}
