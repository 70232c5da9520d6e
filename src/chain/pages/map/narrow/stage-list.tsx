import type { ChainMapJson, ChainMapNodeJson } from '../../../contract/map.ts';
import type { Chart } from '../../../domain/layout/index.ts';
import { countStates, neighboursOf } from '../chart-of.ts';
import { figuresOf, rateText, states, stateWord } from '../words.ts';

interface Props {
  readonly map: ChainMapJson;
  readonly chart: Chart;
  readonly open: string | null;
  onOpen(node: string): void;
}

/** The same as a list: stages one under the other, each folded until it is opened; what flows on stands between them. */
export function StageList({ map, chart, open, onOpen }: Props) {
  const known = new Map(map.nodes.map((node) => [node.id, node]));
  const stages = chart.stages.flatMap((stage) => {
    const nodes = chart.nodes.filter((node) => node.stage === stage.id).flatMap(({ id }) => known.get(id) ?? []);
    return nodes.length === 0 ? [] : [{ stage, nodes }];
  });
  return (
    <ol className="cm-list" aria-label="按环节看">
      {stages.map(({ stage, nodes }, at) => (
        <li key={stage.id} {...(at > 0 && stage.side === 'main' && { className: 'cm-list-next' })}>
          <details open={nodes.some(({ id }) => id === open)}>
            <summary>
              <b>{stage.name}</b> <small>{toldOf(nodes)}</small>
            </summary>
            <ul>
              {nodes.map((node) => (
                <li key={node.id}>
                  <NodeRow node={node} map={map} open={node.id === open} onOpen={onOpen} />
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ol>
  );
}

function toldOf(nodes: readonly ChainMapNodeJson[]): string {
  const counts = countStates(nodes);
  const told = states.filter((state) => counts[state] > 0).map((state) => `${stateWord[state]} ${counts[state]}`);
  return `${nodes.length} 个环节：${told.join('，')}`;
}

interface RowProps extends Omit<Props, 'chart' | 'open'> {
  readonly node: ChainMapNodeJson;
  readonly open: boolean;
}

function NodeRow({ node, map, open, onOpen }: RowProps) {
  const { before, after } = neighboursOf(node.id, map);
  const { standing } = node;
  const line = (list: typeof before): string => list.map(({ name, flows }) => `${name}（${flows}）`).join('、');
  return (
    <button
      type="button"
      className={`cm-row cm-node-${standing.state}`}
      aria-pressed={open}
      onClick={() => onOpen(node.id)}
    >
      <span className="cm-row-head">
        <b>{node.name}</b>
        <StateWord state={standing.state} />
      </span>
      <span>
        {figuresOf(standing)}
        {standing.localRate !== null && `，本地供给率 ${rateText(standing.localRate)}`}
      </span>
      {before.length > 0 && <small>上游：{line(before)}</small>}
      {after.length > 0 && <small>下游：{line(after)}</small>}
    </button>
  );
}

/** A state by its word. */
export const StateWord = ({ state }: { readonly state: ChainMapNodeJson['standing']['state'] }) => (
  <span className={`cm-word cm-node-${state}`}>{stateWord[state]}</span>
);
