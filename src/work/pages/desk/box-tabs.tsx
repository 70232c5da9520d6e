import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { type WorkCountsJson, workApi } from '../../contract.ts';
import { Nothing } from '../list/work-page.tsx';
import type { Panel } from './desk-settings.ts';
import { panelNames } from './desk-settings.ts';
import { WorkLines } from './work-lines.tsx';

const MOST = 10;
type BoxPanel = Exclude<Panel, 'messages' | 'week'>;
export const isBoxPanel = (panel: Panel): panel is BoxPanel => panel !== 'messages' && panel !== 'week';

/** The boxes as tabs; the one that was open last is open again. */
export function BoxTabs(props: {
  readonly panels: readonly Panel[];
  readonly tab: string | null;
  onTab(tab: string): void;
}) {
  const boxes = props.panels.filter(isBoxPanel);
  const chosen = boxes.find((box) => box === props.tab) ?? boxes[0]!;
  const counts = useQuery(queryFor(workApi.readCounts, {})).data;
  return (
    <section className="desk-card" aria-label="事项">
      <Tabs
        label="事项"
        tabs={boxes.map((box) => ({ key: box, title: panelNames[box], ...countOf(box, counts) }))}
        chosen={chosen}
        onChoose={props.onTab}
        panel="desk-box"
      />
      <div id="desk-box" role="tabpanel" aria-label={panelNames[chosen]}>
        <BoxLines box={chosen} />
      </div>
    </section>
  );
}

function countOf(box: BoxPanel, counts: WorkCountsJson | undefined): { count?: number } {
  return counts === undefined || box === 'done' ? {} : { count: counts[box] };
}

function BoxLines({ box }: { readonly box: BoxPanel }) {
  const items = useQuery(queryFor(workApi.listWork, { query: { box, pageSize: MOST } }));
  if (items.error) return <Failure error={items.error} onRetry={() => void items.refetch()} />;
  if (items.data === undefined) return <Waiting />;
  const { rows, total, capped } = items.data;
  if (rows.length === 0) return <Nothing box={box} />;
  return (
    <>
      <WorkLines rows={rows} box={box} />
      {total > rows.length && (
        <p className="desk-more">
          <Link to="/work" search={{ box }}>
            全部 {total.toLocaleString('zh-CN')}
            {capped ? '+' : ''} 件
          </Link>
        </p>
      )}
    </>
  );
}
