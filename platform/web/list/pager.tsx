import { Button } from 'antd';
import type { Paging } from './model.ts';

/** How many there are, and the way to the page before and after. */
export function Pager({ paging, label }: { readonly paging: Paging; readonly label: string }) {
  const { page, pageSize, total, onPage } = paging;
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return <p className="jw-total">共 {total} 条</p>;
  return (
    <nav className="jw-pager" aria-label={`${label}翻页`}>
      <span>
        共 {total} 条，第 {page} / {last} 页
      </span>
      <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
        上一页
      </Button>
      <Button disabled={page >= last} onClick={() => onPage(page + 1)}>
        下一页
      </Button>
    </nav>
  );
}
