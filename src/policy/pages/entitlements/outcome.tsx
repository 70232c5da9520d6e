import { Amount } from '../../../../platform/web/money/amount.tsx';
import type { EntitlementViewProps } from '../../../../platform/web/shell/entitlement-view.ts';
import type { FactTable } from '../../domain/check/facts.ts';
import type { ClauseStanding, Entitlement, Standing } from '../../domain/entitlement/entitlement.ts';
import { Fold } from '../wording/fold.tsx';
import { fenOf } from '../wording/words.ts';
import type { AskedPolicy, Resting } from './asked.ts';
import { ClauseCard } from './clause-card.tsx';

interface Props {
  readonly entitlement: Entitlement;
  readonly asked: readonly AskedPolicy[];
  readonly resting: readonly Resting[];
  readonly facts: FactTable;
  readonly on: string;
  /** What was had before of which clause. */
  readonly had?: EntitlementViewProps['had'];
}

const parts: readonly { title: string; states: readonly Standing[]; folded: boolean }[] = [
  { title: '能拿到', states: ['paid'], folded: false },
  { title: '差一步，怎样能拿到', states: ['reachable'], folded: false },
  { title: '还不能断定', states: ['pending', 'open'], folded: false },
  { title: '就高不重复，不再给的', states: ['given-up', 'covered'], folded: true },
  { title: '不符合的', states: ['not-for'], folded: true },
];
const order: readonly Standing[] = ['paid', 'pending', 'open', 'reachable', 'given-up', 'covered', 'not-for'];

/** What is sure and what may come on top, in one line that is read out after each answer. */
export function Totals({ entitlement: { sure, more, unlimited, clauses } }: Pick<Props, 'entitlement'>) {
  const paid = clauses.filter(({ standing }) => standing === 'paid').length;
  return (
    <>
      <p className="ask-totals" role="status">
        <span>
          能拿到{' '}
          <b>
            <Amount fen={fenOf(sure)} />
          </b>
          {paid > 0 && `（${paid} 条）`}
        </span>
        <span>
          还可能再多 <b>{more === 0 && unlimited > 0 ? '一些' : <Amount fen={fenOf(more)} />}</b>
        </span>
      </p>
      {unlimited > 0 && <p className="ask-hint">另有 {unlimited} 条没有封顶，按实际算，没有计入“还可能”。</p>}
    </>
  );
}

/** Every clause as it stands, the surest first. */
export function Outcome({ entitlement, asked, resting, facts, on, had }: Props) {
  const titles = new Map(asked.map(({ policy, title }) => [policy, title]));
  return (
    <div className="ask-outcome">
      {entitlement.excluded.map(({ policy, reason }) => (
        <p key={policy.id} className="ask-excluded">
          {titles.get(policy)}：{reason.words}的，一律不给。
        </p>
      ))}
      {asked.flatMap(({ policy, title }) =>
        policy.budgets.map(({ id, sentence }) => (
          <p key={`${policy.id} ${id}`} className="ask-budget">
            {title}：{sentence}实际能付多少，要看一共有多少人申报。
          </p>
        )),
      )}
      {parts.map(({ title, states, folded }) => {
        const own = sorted(entitlement.clauses.filter(({ standing }) => states.includes(standing)));
        if (own.length === 0) return null;
        const cards = (
          <ul className="ask-clauses">
            {own.map((standing) => (
              <ClauseCard
                key={`${standing.policy.id}/${standing.clause.id}`}
                standing={standing}
                title={titles.get(standing.policy) ?? ''}
                facts={facts}
                on={on}
                had={had?.get(`${standing.policy.id}/${standing.clause.id}`)}
              />
            ))}
          </ul>
        );
        const words = `${title}（${own.length}）`;
        if (folded)
          return (
            <Fold key={title} title={words}>
              {cards}
            </Fold>
          );
        return (
          <section key={title} aria-label={words}>
            <h2>{words}</h2>
            {cards}
          </section>
        );
      })}
      {resting.length > 0 && (
        <Fold title={`这一天不施行、没有算的政策（${resting.length}）`}>
          <ul className="ask-resting">
            {resting.map(({ id, title, why }) => (
              <li key={id}>
                {title}：{why}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}

/** The most money first; what has no limit before what has a small one. */
function sorted(clauses: readonly ClauseStanding[]): readonly ClauseStanding[] {
  const worth = ({ standing, amount, most, path }: ClauseStanding): number =>
    standing === 'open' ? (most ?? Number.MAX_SAFE_INTEGER) : (path?.amount ?? amount);
  return clauses.toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing) || worth(b) - worth(a));
}
