import { overlaps } from '../../../../kernel/index.ts';
import type { PlanItem } from '../../../domain/model.ts';
import { momentOf, sureness } from '../../wording/figures.ts';
import { titleOf } from '../../wording/titles.ts';
import { kindWord, originWord, reviewWord, severityWord } from '../../wording/words.ts';
import { useWorkbench } from '../workbench-context.ts';
import { ItemButtons } from './item-buttons.tsx';
import { ItemCorrection } from './item-correction.tsx';
import { ItemFacts } from './item-facts.tsx';
import './item.css';

/** Everything about one item, and what can be done with it; the form in its place while it is corrected. */
export function ItemDetail({ item }: { readonly item: PlanItem }) {
  const { view } = useWorkbench();
  const correcting = view.writing?.what === 'correction' && view.writing.id === item.id;
  if (correcting) return <ItemCorrection item={item} />;
  const { rejected, path } = item.content;
  return (
    <div className="item-detail">
      <p className="item-about">
        {item.id} · {kindWord[item.kind]} · {reviewWord[item.review]} · {originWord[item.origin]} · 把握{' '}
        {sureness(item.content.confidence)}
        {item.touched && ` · ${item.touched.by.name} ${momentOf(item.touched.at)}`}
      </p>
      <ItemFacts item={item} />
      {'text' in item.content && (
        <blockquote className="item-text">
          {item.content.text}
          {path.length > 0 && <cite>{path.join(' › ')}</cite>}
        </blockquote>
      )}
      {rejected.length > 0 && (
        <div className="item-readings">
          没有采用的读法：
          <ul>
            {rejected.map((reading) => (
              <li key={reading}>{reading}</li>
            ))}
          </ul>
        </div>
      )}
      <Neighbours item={item} />
      <ItemButtons item={item} />
    </div>
  );
}

const MOST = 6;

/** Findings about the item, and other items over the same words: one press goes there. */
function Neighbours({ item }: { readonly item: PlanItem }) {
  const { index, version, change } = useWorkbench();
  const findings = index.findingsOf(item);
  const others = version.items.filter(
    (other) => other.id !== item.id && other.review !== 'rejected' && overlaps(other.content, item.content),
  );
  if (findings.length + others.length === 0) return null;
  return (
    <ul className="item-neighbours">
      {findings.map((finding) => (
        <li key={finding.id}>
          <button
            type="button"
            className={`link-button finding-${finding.severity}`}
            onClick={() => change({ do: 'look', id: finding.id, from: 'structure', kind: 'finding' })}
          >
            体检{severityWord[finding.severity]}：{finding.message}
          </button>
        </li>
      ))}
      {others.slice(0, MOST).map((other) => (
        <li key={other.id}>
          <button
            type="button"
            className="link-button"
            onClick={() => change({ do: 'look', id: other.id, from: 'structure', kind: other.kind })}
          >
            同处还有{kindWord[other.kind]} {other.id}：{titleOf(other)}
          </button>
        </li>
      ))}
      {others.length > MOST && <li className="item-more">同处另有 {others.length - MOST} 条</li>}
    </ul>
  );
}
