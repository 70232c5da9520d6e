import { Button } from 'antd';
import { Empty } from '../../../../../platform/web/feedback/empty.tsx';
import type { OutlineNode } from '../../../../document/index.ts';
import type { PlanItem } from '../../../domain/model.ts';
import { KindSign } from '../../wording/kind-sign.tsx';
import { kindWord } from '../../wording/words.ts';
import { useWorkbench } from '../workbench-context.ts';

/** The headings of the document, with what was read out of each part. */
export function OutlineTree() {
  const { version } = useWorkbench();
  if (version.outline.length === 0) return <Empty title="这份公文没有分级的标题" />;
  return (
    <div className="outline">
      <Branch nodes={version.outline} />
    </div>
  );
}

function Branch({ nodes }: { readonly nodes: readonly OutlineNode[] }) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={`${node.start} ${node.no}`}>
          <Line node={node} />
          {node.children.length > 0 && <Branch nodes={node.children} />}
        </li>
      ))}
    </ul>
  );
}

function Line({ node }: { readonly node: OutlineNode }) {
  const { version, change } = useWorkbench();
  const inside = version.items.filter(
    ({ review, content: { start } }) => review !== 'rejected' && start >= node.start && start < node.end,
  );
  const title = headingWords(node);
  return (
    <div className="outline-line">
      <button
        type="button"
        className="outline-title"
        onClick={() => {
          change({ do: 'look', id: null, from: 'structure' });
          change({ do: 'side', side: 'document' });
          showPlace(node.start);
        }}
      >
        {title}
      </button>
      <KindCounts items={inside} />
      {inside.length > 0 && (
        <Button
          size="small"
          type="text"
          aria-label={`只看「${title}」的条目`}
          onClick={() => {
            change({ do: 'filter', filters: { section: { start: node.start, end: node.end, title } } });
            change({ do: 'tab', tab: 'all' });
          }}
        >
          只看
        </Button>
      )}
    </div>
  );
}

const LONGEST = 36;

function headingWords({ label, title }: OutlineNode): string {
  const words = title.length > LONGEST ? `${title.slice(0, LONGEST)}…` : title;
  if (/^[一二三四五六七八九十百]+$/.test(label)) return `${label}、${words}`;
  return /^\d+$/.test(label) ? `${label}. ${words}` : `${label} ${words}`;
}

function KindCounts({ items }: { readonly items: readonly PlanItem[] }) {
  const kinds = (['indicator', 'task', 'clause', 'table'] as const)
    .map((kind) => ({ kind, count: items.filter((item) => item.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <span className="outline-counts">
      {kinds.map(({ kind, count }) => (
        <span key={kind} title={`${kindWord[kind]} ${count} 条`}>
          <KindSign kind={kind} /> {count}
        </span>
      ))}
    </span>
  );
}

/** Brings the paragraph of a heading to the top of the document's pane. */
function showPlace(place: number): void {
  requestAnimationFrame(() => {
    const blocks = [...document.querySelectorAll('[data-block]')];
    blocks.findLast((block) => Number(block.getAttribute('data-block')) <= place)?.scrollIntoView({ block: 'start' });
  });
}
