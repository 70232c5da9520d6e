import { Link } from '@tanstack/react-router';
import { Spark } from '../../../../platform/web/chart/spark.tsx';
import { figureText } from '../../../../platform/web/grid/figure-text.ts';
import type { DeliverableJson, TaskJson } from '../../contract.ts';
import { shareOf } from './share.ts';

const modeNames: Readonly<Record<DeliverableJson['mode'], string>> = {
  cumulative: '累计',
  annual: '当年',
  level: '达到',
};

/** What is measured: target, what an even pace would have reached, and what there is. */
export function Figures({ task }: { readonly task: TaskJson }) {
  if (task.deliverables.length === 0) return null;
  return (
    <section aria-labelledby="task-figures">
      <h2 id="task-figures">数量成果（{task.deliverables.length}）</h2>
      <ul className="figures">
        {task.deliverables.map((deliverable) => (
          <Figure key={deliverable.id} task={task} deliverable={deliverable} />
        ))}
      </ul>
    </section>
  );
}

function Figure({ task, deliverable }: { readonly task: TaskJson; readonly deliverable: DeliverableJson }) {
  const { name, unit, decimals, target, value, expected, behind, mode, comparator, from, by, history } = deliverable;
  const text = (figure: number): string => `${figureText(figure, decimals)} ${unit}`;
  const whose = task.duties.find(({ id }) => id === deliverable.dutyId)?.unit.name;
  const done = value === null ? 0 : shareOf(value, target);
  const wanted = expected === null ? null : shareOf(expected, target);
  return (
    <li className="figure">
      <header>
        <b>{name}</b>
        {behind && <span className="figure-behind">落后进度</span>}
        {history.length > 1 && (
          <Spark
            values={history.map((each) => each.value)}
            words={`从 ${history[0]?.on} 的 ${text(history[0]?.value ?? 0)} 到 ${history.at(-1)?.on} 的 ${text(history.at(-1)?.value ?? 0)}`}
          />
        )}
      </header>
      <p className="figure-values">
        <span>
          现在 <b>{value === null ? '还没有报过' : text(value)}</b>
        </span>
        {expected !== null && <span>按进度应到 {text(expected)}</span>}
        <span>
          {modeNames[mode]}目标 {comparator === '>=' ? '' : '不超过 '}
          {text(target)}
        </span>
      </p>
      {comparator === '>=' && (
        <div
          className="figure-bar"
          role="img"
          aria-label={`完成 ${done}%${wanted === null ? '' : `，按进度应完成 ${wanted}%`}`}
        >
          <span className={behind ? 'figure-done-behind' : ''} style={{ inlineSize: `${Math.min(100, done)}%` }} />
          {wanted !== null && <i style={{ insetInlineStart: `${Math.min(100, wanted)}%` }} />}
          <em>{value === null ? '' : `${done}%`}</em>
        </div>
      )}
      <p className="figure-note">
        {from} 至 {by}
        {whose !== undefined && `，${whose}承担`}
        {deliverable.source !== null && '，'}
        {deliverable.source !== null && <Source source={deliverable.source} />}
        {deliverable.handedUp !== null &&
          `。分解下去的合计 ${deliverable.handedUp.value === null ? '还没有' : text(deliverable.handedUp.value)}，${deliverable.handedUp.of} 个单位报了 ${deliverable.handedUp.told} 个`}
      </p>
    </li>
  );
}

function Source({ source: { words, link } }: { readonly source: NonNullable<DeliverableJson['source']> }) {
  // Only ways within this product: what the server says is a path of its own pages.
  if (!link?.startsWith('/') || link.startsWith('//')) return words;
  const [path = '', query] = link.split('?');
  return (
    <Link to={path as '/'} search={Object.fromEntries(new URLSearchParams(query)) as never}>
      {words}
    </Link>
  );
}
