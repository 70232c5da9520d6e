import { Button } from 'antd';
import type { ListingProps } from './listing.tsx';
import { allMatching, countOf, isTicked, nothingTicked } from './selection.ts';

const figures = new Intl.NumberFormat('zh-CN');

type Props<Row> = ListingProps<Row> & {
  /** Keys of the rows on the screen. */
  readonly page: readonly string[];
  readonly total: number;
  readonly capped: boolean;
};

/** How many rows are ticked, the step from the page to all pages, and what can be done with them. */
export function SelectionBar<Row>({ listing, label, page, total, capped, actions }: Props<Row>) {
  const { selection, select } = listing;
  const count = countOf(selection, total);
  if (count === 0) return null;
  const wholePage = page.length > 0 && page.every((id) => isTicked(selection, id));
  const all = `${figures.format(total)}${capped ? '+' : ''}`;
  const everywhere = selection.kind === 'matching';
  const clear = (): void => select(nothingTicked);
  return (
    <div className="jw-selection" role="toolbar" aria-label={`对选中的${label}`}>
      <span role="status">
        {everywhere && selection.except.size === 0
          ? `已选全部 ${all} 条`
          : wholePage && !everywhere && count === page.length
            ? `已选本页 ${count} 条`
            : `已选 ${figures.format(count)}${everywhere && capped ? '+' : ''} 条`}
      </span>
      {!everywhere && wholePage && total > count && (
        <Button type="link" onClick={() => select(allMatching)}>
          选择全部 {all} 条
        </Button>
      )}
      {actions?.(selection, clear)}
      <Button type="text" onClick={clear}>
        取消选择
      </Button>
    </div>
  );
}
