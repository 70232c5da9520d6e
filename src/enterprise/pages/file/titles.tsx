import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { MenuButton } from '../../../../platform/web/layout/menu-button.tsx';
import { useFileParts } from '../../../../platform/web/shell/file-parts.ts';
import { type EnterpriseJson, type EnterpriseTitleJson, titleLevelNames } from '../../contract.ts';
import { TitleDialog, type TitleMode } from '../edit/title-dialog.tsx';
import { today } from '../parts/words.ts';
import { aboutOf } from './about.ts';

type Open = { readonly mode: TitleMode; readonly title: EnterpriseTitleJson | null };

/** Titles that it holds, and those that it held. */
export function Titles({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const [open, setOpen] = useState<Open | null>(null);
  const { allTitles, may, asOf } = enterprise;
  const mayKeep = may.keep && asOf === null;
  return (
    <>
      {allTitles.length === 0 ? (
        <p className="pale">还没有登记称号。</p>
      ) : (
        <table className="page-table">
          <thead>
            <tr>
              {['称号', '级别', '编号', '授予', '到期', '状态'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              {mayKeep && <th scope="col" aria-label="操作" />}
            </tr>
          </thead>
          <tbody>
            {allTitles.map((title) => (
              <tr key={title.id} className={title.holds ? undefined : 'enterprise-titles-over'}>
                <td data-label="称号">
                  <span>
                    {title.kind.name}
                    <small>{title.source}</small>
                  </span>
                </td>
                <td data-label="级别">{titleLevelNames[title.level]}</td>
                <td data-label="编号">{title.number === '' ? '—' : title.number}</td>
                <td data-label="授予">{title.givenOn}</td>
                <td data-label="到期">{title.endsOn ?? '长期'}</td>
                <td data-label="状态">{stateOf(title, asOf ?? today())}</td>
                {mayKeep && (
                  <td className="page-act">
                    <MenuButton
                      label={`处理${title.kind.name}`}
                      items={modesOf(title).map((mode) => ({
                        ...{ key: mode, label: modeNames[mode] },
                        onClick: () => setOpen({ mode, title }),
                      }))}
                    >
                      处理
                    </MenuButton>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayKeep && (
        <p>
          <Button size="small" onClick={() => setOpen({ mode: 'give', title: null })}>
            登记称号
          </Button>
        </p>
      )}
      <Below enterprise={enterprise} />
      {open !== null && <TitleDialog enterprise={enterprise} {...open} onClose={() => setOpen(null)} />}
    </>
  );
}

/** What other slices say about titles, under the same heading. */
function Below({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const parts = useFileParts('titles');
  const about = aboutOf(enterprise, false);
  return parts.map(({ key, title, Part }) => (
    <section key={key} aria-labelledby={`part-${key}`}>
      <h3 id={`part-${key}`}>{title}</h3>
      <Suspense fallback={<Waiting lines={4} />}>
        <Part {...about} />
      </Suspense>
    </section>
  ));
}

const modeNames = { change: '更正', end: '提前取消', restore: '收回取消', remove: '删去登记' } as const;

const modesOf = ({ endedOn, holds }: EnterpriseTitleJson): readonly (keyof typeof modeNames)[] => [
  'change',
  ...(endedOn !== null ? (['restore'] as const) : holds ? (['end'] as const) : []),
  'remove',
];

function stateOf({ holds, endedOn, endedReason, endsOn, givenOn }: EnterpriseTitleJson, on: string): string {
  if (holds) return '有效';
  if (endedOn !== null && endedOn <= on) return `${endedOn} 取消${endedReason === null ? '' : `：${endedReason}`}`;
  if (endsOn !== null && endsOn <= on) return '已到期';
  return givenOn > on ? '还没有生效' : '无效';
}
