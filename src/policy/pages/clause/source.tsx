import { Link } from '@tanstack/react-router';
import type { ClauseJson } from '../../contract.ts';
import { placeWords } from '../wording/words.ts';

/** Where it stands in the document, and its own words, where the document is among the plans. */
export function Source({ clause }: { readonly clause: ClauseJson }) {
  const { policy, place, headings, source } = clause;
  return (
    <section aria-labelledby="clause-source">
      <h2 id="clause-source">文件原文</h2>
      <p className="clause-place">
        {policy.docNumber ?? policy.title}，{placeWords(place)}
      </p>
      {headings.length > 0 && (
        <ol className="clause-headings">
          {headings.map(({ no, title }) => (
            <li key={no}>
              {no.split('/').at(-1)} {title}
            </li>
          ))}
        </ol>
      )}
      <Words source={source} />
    </section>
  );
}

function Words({ source }: { readonly source: ClauseJson['source'] }) {
  if (source === null)
    return <p className="pale">方案库里没有这份文件，或者不在您的范围内。导入文件以后，这里并排显示原文。</p>;
  const { planId, title, items } = source;
  if (items.length === 0)
    return (
      <p>
        <Link to="/plans/$planId" params={{ planId }}>
          {title}
        </Link>
        在这一处没有读出奖补条款。
      </p>
    );
  return (
    <ul className="clause-words">
      {items.map(({ itemId, words }) => (
        <li key={itemId}>
          <blockquote>{words}</blockquote>
          <Link to="/plans/$planId" params={{ planId }} search={{ at: itemId }} aria-label={`在方案里看 ${itemId}`}>
            在方案里看
          </Link>
        </li>
      ))}
    </ul>
  );
}
