import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { organisationApi, type RegionNodeJson } from '../../contract.ts';
import './region-tree.css';

interface Props {
  readonly chosen: string | null;
  onChoose(code: string | null): void;
}

/** Regions as they are today, opened branch by branch (w3.org/WAI/ARIA/apg/patterns/treeview). */
export function RegionTree({ chosen, onChoose }: Props) {
  const top = useQuery(queryFor(organisationApi.listRegions, { query: { parent: 'top' } }));
  if (top.error !== null && top.data === undefined)
    return <Failure error={top.error} onRetry={() => void top.refetch()} />;
  if (top.data === undefined) return <Waiting lines={3} />;
  return (
    <div className="region-tree" role="tree" aria-label="地区" onKeyDown={onKeyDown}>
      <div
        role="treeitem"
        tabIndex={chosen === null ? 0 : -1}
        aria-selected={chosen === null}
        className="region-line"
        onClick={() => onChoose(null)}
        onKeyDown={(event) => chooseOnKey(event, () => onChoose(null))}
        data-open="leaf"
      >
        全部地区
      </div>
      {top.data.regions.map((region, at) => (
        <Branch
          key={region.code}
          region={region}
          depth={1}
          open={at === 0 || top.data.regions.length < 4}
          chosen={chosen}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

interface BranchProps extends Props {
  readonly region: RegionNodeJson;
  readonly depth: number;
  readonly open: boolean;
}

function Branch({ region, depth, open: first, chosen, onChoose }: BranchProps) {
  const { code, name, children } = region;
  const [open, setOpen] = useState(first && children > 0);
  const below = useQuery({ ...queryFor(organisationApi.listRegions, { query: { parent: code } }), enabled: open });
  return (
    <>
      <div
        role="treeitem"
        aria-level={depth}
        aria-selected={chosen === code}
        {...(children > 0 && { 'aria-expanded': open })}
        tabIndex={chosen === code ? 0 : -1}
        className="region-line"
        style={{ paddingInlineStart: `${depth * 18}px` }}
        data-open={children === 0 ? 'leaf' : open ? 'open' : 'closed'}
        onClick={() => onChoose(code)}
        onDoubleClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight' && children > 0) setOpen(true);
          if (event.key === 'ArrowLeft') setOpen(false);
          chooseOnKey(event, () => onChoose(code));
        }}
      >
        {children > 0 && (
          <button
            type="button"
            tabIndex={-1}
            className="region-fold"
            aria-label={`${open ? '收起' : '展开'}${name}`}
            onClick={(event) => {
              event.stopPropagation();
              setOpen(!open);
            }}
          >
            {open ? '▾' : '▸'}
          </button>
        )}
        <span>{name}</span>
      </div>
      {open &&
        below.data?.regions.map((each) => (
          <Branch key={each.code} region={each} depth={depth + 1} open={false} chosen={chosen} onChoose={onChoose} />
        ))}
    </>
  );
}

/** Arrows up and down walk the lines that are shown. */
function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')];
  const at = lines.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    lines[Math.max(0, Math.min(lines.length - 1, to))]?.focus();
  }
}

/** Enter and blank do what a click does. */
function chooseOnKey(event: KeyboardEvent, choose: () => void): void {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  choose();
}
