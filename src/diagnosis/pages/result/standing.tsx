import type { DiagnosisResultJson } from '../../contract.ts';
import { pointText, signed } from '../parts/words.ts';

/** A level, how far the next one is, and a way to it. */
export function Standing({ standing }: { readonly standing: DiagnosisResultJson['standings'][number] }) {
  const { scheme, name, meaning, next, path, local, source } = standing;
  return (
    <section className="diagnosis-card" aria-label={scheme.name}>
      <h3>{scheme.name}</h3>
      <p className="diagnosis-level">{name ?? '没有定级'}</p>
      {meaning !== '' && <p>{meaning}。</p>}
      {next !== null && (
        <p>
          离{next.name}（{pointText(next.border)} 分）还差 <b>{pointText(next.gap)}</b> 分。
        </p>
      )}
      {next !== null && path.steps.length > 0 && (
        <details>
          <summary>
            {path.reaches ? `做到这 ${path.steps.length} 项就到${next.name}` : `全做到也还到不了${next.name}`}
          </summary>
          <ul>
            {path.steps.map(({ id, text, to, gain }) => (
              <li key={id}>
                {text}做到“{to}”，{signed(gain)} 分
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="pale">
        <small>
          {local && '分数线是本地设定，没有公布过。'}
          {source}
        </small>
      </p>
    </section>
  );
}
