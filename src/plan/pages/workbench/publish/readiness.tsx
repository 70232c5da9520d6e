import { Button } from 'antd';
import { kindWord } from '../../wording/words.ts';
import { noFilters } from '../view/filters.ts';
import { useWorkbench } from '../workbench-context.ts';

const MOST = 5;

/** What an edition would hold, and what is still open; each open thing can be gone to. */
export function Readiness({ onClose }: { onClose(): void }) {
  const { version, change } = useWorkbench();
  const { counts, items, findings } = version;
  const unreviewed = items.filter((item) => item.review === 'unreviewed');
  const errors = findings.filter((finding) => finding.severity === 'error' && finding.dismissed === null);
  const review = (): void => {
    change({ do: 'tab', tab: 'all' });
    change({ do: 'filter', filters: { ...noFilters, review: 'unreviewed' } });
    change({ do: 'look', id: unreviewed[0]?.id ?? null, from: 'structure' });
    onClose();
  };
  const look = (id: string): void => {
    change({ do: 'look', id, from: 'structure', kind: 'finding' });
    onClose();
  };
  return (
    <div className="readiness">
      <p>
        这一版有指标 {counts.indicators} 条、任务 {counts.tasks} 条、奖补条款 {counts.clauses} 条、表格 {counts.tables}{' '}
        张{counts.rejected > 0 && `；已剔除的 ${counts.rejected} 条不带`}。发布后不能再改，只能起草修订。
      </p>
      {unreviewed.length === 0 ? (
        <p className="ready">✓ 条目全部核过</p>
      ) : (
        <div className="not-ready">
          <p>
            ○ 还有 {unreviewed.length} 条待核（
            {(['indicator', 'task', 'clause', 'table'] as const)
              .map((kind) => [kindWord[kind], unreviewed.filter((item) => item.kind === kind).length] as const)
              .filter(([, count]) => count > 0)
              .map(([word, count]) => `${word} ${count}`)
              .join('，')}
            ），将照机器读出的样子发布
          </p>
          <Button size="small" onClick={review}>
            去核对
          </Button>
        </div>
      )}
      {errors.length === 0 ? (
        <p className="ready">✓ 体检没有未处理的错误</p>
      ) : (
        <div className="has-errors">
          <p>✕ 体检还有 {errors.length} 处错误未处理</p>
          <ul>
            {errors.slice(0, MOST).map((finding) => (
              <li key={finding.id}>
                <button type="button" className="link-button" onClick={() => look(finding.id)}>
                  {finding.message}
                </button>
              </li>
            ))}
          </ul>
          {errors.length > MOST && <p>另有 {errors.length - MOST} 处</p>}
        </div>
      )}
    </div>
  );
}
