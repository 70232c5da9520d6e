import { Button } from 'antd';
import { useState } from 'react';
import { MenuButton } from '../../../../platform/web/layout/menu-button.tsx';
import { type EnterpriseJson, type EnterpriseTitleJson, titleLevelNames } from '../../contract.ts';
import { TitleDialog, type TitleMode } from '../edit/title-dialog.tsx';
import { today } from '../parts/words.ts';

type Open = { readonly mode: TitleMode; readonly title: EnterpriseTitleJson | null };

/** Titles that it holds, and those that it held. */
export function Titles({ enterprise }: { readonly enterprise: EnterpriseJson }) {
  const [open, setOpen] = useState<Open | null>(null);
  const { allTitles, may, asOf } = enterprise;
  const mayKeep = may.keep && asOf === null;
  return (
    <>
      {allTitles.length === 0 ? (
        <p className="enterprise-pale">还没有登记称号。</p>
      ) : (
        <table className="enterprise-table">
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
                  <td className="enterprise-act">
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
      {open !== null && <TitleDialog enterprise={enterprise} {...open} onClose={() => setOpen(null)} />}
    </>
  );
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
