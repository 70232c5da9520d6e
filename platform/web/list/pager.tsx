import { Button, Select } from 'antd';
import type { Paging } from './model.ts';

const SIZES = [20, 50, 100, 200];
const figures = new Intl.NumberFormat('zh-CN');

/** How many there are, and the way to the page before and after. */
export function Pager({ paging, label }: { readonly paging: Paging; readonly label: string }) {
  const { page, pageSize, total, capped, onPage, onPageSize } = paging;
  const last = Math.max(1, Math.ceil(total / pageSize));
  const count = `共 ${figures.format(total)}${capped ? '+' : ''} 条`;
  if (last === 1 && (onPageSize === undefined || total <= SIZES[0]!)) return <p className="jw-total">{count}</p>;
  return (
    <nav className="jw-pager" aria-label={`${label}翻页`}>
      <span>
        {count}，第 {page} / {last} 页
      </span>
      {onPageSize && (
        <Select
          aria-label="每页几条"
          value={pageSize}
          onChange={onPageSize}
          options={SIZES.map((size) => ({ value: size, label: `每页 ${size} 条` }))}
        />
      )}
      <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
        上一页
      </Button>
      <Button disabled={page >= last} onClick={() => onPage(page + 1)}>
        下一页
      </Button>
    </nav>
  );
}
