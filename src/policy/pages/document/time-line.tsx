import type { PolicyJson } from '../../contract.ts';
import { timesOf } from './times.ts';
import './time-line.css';

/** The three times of a document beside each other: in force, applications, the year whose events count. */
export function TimeLine({ policy }: { readonly policy: PolicyJson }) {
  const { bars, marks, today } = timesOf(policy);
  if (bars.length === 0) return null;
  return (
    <section aria-labelledby="policy-times" className="policy-times">
      <h2 id="policy-times">时间</h2>
      <ul>
        {bars.map(({ name, words, left, width, kind }) => (
          <li key={`${kind} ${name} ${words}`}>
            <span className="policy-times-name">{name}</span>
            <span className="policy-times-track" aria-hidden="true">
              <span
                className={`policy-times-bar policy-times-${kind}`}
                style={{ left: `${left}%`, width: `${width}%` }}
              />
              {today !== null && <span className="policy-times-today" style={{ left: `${today}%` }} />}
            </span>
            <span className="policy-times-words">{words}</span>
          </li>
        ))}
      </ul>
      <p className="policy-times-years" aria-hidden="true">
        {marks.map(({ year, left }) => (
          <span key={year} style={{ left: `${left}%` }}>
            {year}
          </span>
        ))}
      </p>
    </section>
  );
}
