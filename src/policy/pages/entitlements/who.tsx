import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import type { Audience } from '../../domain/entitlement/audience.ts';
import { audienceNames } from './wording.ts';

/** The first question of all: large, since everything else waits for it. */
export function WhoFirst({
  choices,
  policies,
  onChoose,
}: Pick<WhoProps, 'choices' | 'onChoose'> & { readonly policies: number }) {
  if (choices.length === 0)
    return (
      <Empty title="还没有政策">
        <p>政策放进来以后，这里就能问。</p>
      </Empty>
    );
  return (
    <section className="ask-card" aria-labelledby="ask-who">
      <h2 id="ask-who">给谁看？</h2>
      <p className="ask-hint">这里有 {policies} 份政策。先分开给企业的和给个人的，只问有关的问题。</p>
      <div className="ask-choices">
        {choices.map((audience) => (
          <button key={audience} type="button" onClick={() => onChoose(audience)}>
            {audienceNames[audience]}
          </button>
        ))}
      </div>
    </section>
  );
}

interface WhoProps {
  readonly choices: readonly Audience[];
  readonly chosen: Audience | null;
  onChoose(audience: Audience): void;
}

/** The same once it was answered; the other choice is one press away. */
export function WhoIsIt({ choices, chosen, onChoose }: WhoProps) {
  if (choices.length < 2) return null;
  return (
    <fieldset className="ask-who">
      <legend>给谁看</legend>
      {choices.map((audience) => (
        <label key={audience}>
          <input type="radio" name="audience" checked={chosen === audience} onChange={() => onChoose(audience)} />
          {audienceNames[audience]}
        </label>
      ))}
    </fieldset>
  );
}
