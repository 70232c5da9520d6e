import { useState } from 'react';
import { mostTicked } from '../../../http/list-query.ts';
import { download } from '../../download.ts';
import { sentencesOf } from '../../feedback/failure.tsx';
import { notify } from '../../feedback/toasts.ts';
import { MenuButton } from '../../layout/menu-button.tsx';
import { rowsOf } from './address.ts';
import type { ExportParts, ListingProps } from './listing.tsx';
import { countOf } from './selection.ts';

const figures = new Intl.NumberFormat('zh-CN');

type Props<Row> = ListingProps<Row> & {
  exportAddress(query: ExportParts): string;
  readonly total: number;
  readonly capped: boolean;
};

/** The rows that are ticked, or else all that match, with the columns and the order of the screen. */
export function ExportMenu<Row>({ listing, total, capped, exportAddress }: Props<Row>) {
  const [busy, setBusy] = useState(false);
  const { selection, search, columns } = listing;
  const ticked = countOf(selection, total);
  const some = selection.kind === 'some' && ticked > 0;
  const count = ticked > 0 ? ticked : total;
  const what = `${ticked > 0 ? '选中的' : '全部'} ${figures.format(count)}${capped && !some ? '+' : ''} 条`;
  const run = async (format: ExportParts['format']): Promise<void> => {
    if (some && ticked > mostTicked) {
      notify(`一次最多导出勾选的 ${mostTicked} 条。请用筛选条件缩小范围，再导出全部。`, { tone: 'bad' });
      return;
    }
    setBusy(true);
    try {
      const keys = columns.map(({ key }) => key).filter((key) => Object.hasOwn(listing.fields, key));
      const chosen = some
        ? { ids: [...selection.ids].join() }
        : selection.kind === 'matching' && selection.except.size > 0
          ? { except: [...selection.except].join() }
          : {};
      await download(exportAddress({ ...rowsOf(search), ...chosen, columns: keys.join(), format }));
      notify(`已导出${what}。`);
    } catch (error) {
      notify(sentencesOf(error).join('\n'), { tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <MenuButton
      items={[
        { key: 'xlsx', label: `Excel 表格（${what}）`, disabled: count === 0, onClick: () => void run('xlsx') },
        { key: 'csv', label: `CSV 文本（${what}）`, disabled: count === 0, onClick: () => void run('csv') },
      ]}
    >
      {busy ? '正在导出…' : '导出'}
    </MenuButton>
  );
}
