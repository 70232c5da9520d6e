import { stateMeaning, states } from './words.ts';

/** What the marks of the map say, and by which rule. */
export const Legend = ({ rules }: { readonly rules: readonly string[] }) => (
  <section className="cm-legend" aria-label="图例">
    <ul>
      {states.map((state) => (
        <li key={state} className={`cm-node-${state}`}>
          <svg width="34" height="18" aria-hidden="true">
            <rect className="cm-box" x="1.5" y="1.5" width="31" height="15" rx="4" />
            <rect className="cm-edge" x="1.5" y="1.5" width="5" height="15" rx="2" />
          </svg>
          {stateMeaning[state]}
        </li>
      ))}
      <li>
        <svg width="34" height="18" aria-hidden="true">
          <path className="cm-way" d="M1 9H26" />
          <path className="cm-head" d="M33 9L26 5.5L26 12.5Z" />
        </svg>
        流过的东西，从上游到下游
      </li>
    </ul>
    {rules.length > 0 && (
      <details>
        <summary>强弱怎样判断</summary>
        <ul className="cm-rules">
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </details>
    )}
  </section>
);
