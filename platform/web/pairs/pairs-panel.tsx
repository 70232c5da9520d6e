import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Empty, Waiting } from '../feedback/empty.tsx';
import { Failure } from '../feedback/failure.tsx';
import { Tabs } from '../layout/tabs.tsx';
import './pairs.css';

interface Props<Box extends string> {
  /** Names the panel on the page. */
  readonly id: string;
  readonly boxes: readonly { readonly key: Box; readonly title: string }[];
  readonly box: Box;
  onBox(box: Box): void;
  readonly page: number;
  /** Whether a page comes after this one. */
  readonly more: boolean;
  onPage(page: number): void;
  readonly found: { readonly data: readonly unknown[] | undefined; readonly error: unknown; refetch(): unknown };
  /** Why there may be none. */
  readonly emptyWords: string;
  readonly children: ReactNode;
}

/** Pairs that may be one, in boxes by what was decided about them, page by page. */
export function PairsPanel<Box extends string>(props: Props<Box>) {
  const { id, boxes, box, onBox, page, more, onPage, found, emptyWords, children } = props;
  return (
    <>
      <Tabs label="判定结果" tabs={boxes} chosen={box} onChoose={onBox} panel={id} />
      <div id={id} role="tabpanel" aria-labelledby={`${id}-${box}`}>
        {found.error !== null && found.data === undefined && (
          <Failure error={found.error} onRetry={() => void found.refetch()} />
        )}
        {found.error === null && found.data === undefined && <Waiting />}
        {found.data?.length === 0 && (
          <Empty title={box === 'open' ? '没有待判定的' : '这里还没有'}>
            <p>{emptyWords}</p>
          </Empty>
        )}
        {children}
        {(page > 1 || more) && (
          <nav className="pairs-pages" aria-label="翻页">
            <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
              上一页
            </Button>
            <span>第 {page} 页</span>
            <Button disabled={!more} onClick={() => onPage(page + 1)}>
              下一页
            </Button>
          </nav>
        )}
      </div>
    </>
  );
}
