import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { queryFor } from '../../../../../platform/web/api.ts';
import { Waiting } from '../../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../../platform/web/feedback/failure.tsx';
import { type HistoryEntryJson, planApi } from '../../../contract.ts';
import { fieldValue, fieldWord } from '../../wording/fields.ts';
import { momentOf } from '../../wording/figures.ts';
import { historyWord } from '../../wording/history.ts';
import { useWorkbench } from '../workbench-context.ts';
import './history.css';

const MOST_ENTRIES = 200;
const MOST_ITEMS = 8;

/** Who changed what, and when; the newest first. */
export function HistoryDrawer({ onClose }: { onClose(): void }) {
  const { plan } = useWorkbench();
  const history = useQuery({
    ...queryFor(planApi.readHistory, { params: { planId: plan.id }, query: { limit: MOST_ENTRIES } }),
    staleTime: 0,
  });
  return (
    <Drawer open title="修改记录" size={480} onClose={onClose}>
      {history.error && <Failure error={history.error} onRetry={() => void history.refetch()} />}
      {history.isPending && <Waiting />}
      <ol className="history">
        {history.data?.entries.map((entry) => (
          <Entry key={entry.revision} entry={entry} />
        ))}
      </ol>
    </Drawer>
  );
}

const changeWord = { added: '新增', removed: '删去', changed: '改动' } as const;

function Entry({ entry }: { readonly entry: HistoryEntryJson }) {
  const { items, head } = entry;
  return (
    <li>
      <p className="history-what">
        {historyWord(entry.action)}
        {entry.edition !== null && ` 第${entry.edition}版`}
        <span>
          {entry.by.name} · {momentOf(entry.at)}
        </span>
      </p>
      {head.map((field) => (
        <p key={field.field} className="history-field">
          {fieldWord(field.field)}：{fieldValue(field.field, field.from)} → {fieldValue(field.field, field.to)}
        </p>
      ))}
      {items.slice(0, MOST_ITEMS).map((item) => (
        <p key={item.itemId} className="history-field">
          {item.itemId} {item.title}：
          {item.fields.length === 0
            ? changeWord[item.change]
            : item.fields
                .map(
                  ({ field, from, to }) => `${fieldWord(field)} ${fieldValue(field, from)} → ${fieldValue(field, to)}`,
                )
                .join('；')}
        </p>
      ))}
      {items.length > MOST_ITEMS && <p className="history-field">共 {items.length} 条</p>}
    </li>
  );
}
