import { Link } from '@tanstack/react-router';
import { Amount } from '../../../../platform/web/money/amount.tsx';
import type { HadGrant } from '../../../../platform/web/shell/entitlement-view.ts';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import type { FactTable } from '../../domain/check/facts.ts';
import type { ClauseStanding } from '../../domain/entitlement/entitlement.ts';
import type { Reason } from '../../domain/evaluate/explain.ts';
import { Fold } from '../wording/fold.tsx';
import { fenOf, placeWords } from '../wording/words.ts';
import { changeText, namesOf } from './wording.ts';

interface Props {
  readonly standing: ClauseStanding;
  /** Of its document. */
  readonly title: string;
  readonly facts: FactTable;
  /** The day that is asked about. */
  readonly on: string;
  /** What was had before by this clause, the newest first. */
  readonly had?: readonly HadGrant[] | undefined;
}

/** One clause as it stands for somebody: how much, why, who pays, what to bring and by when; or what is missing. */
export function ClauseCard({ standing, title, facts, on, had = [] }: Props) {
  const { clause, standing: state, missing, by } = standing;
  return (
    <li className={`ask-clause ask-${state}`}>
      <div className="ask-clause-head">
        <h3>
          <ClauseName standing={standing} />
        </h3>
        <Sum standing={standing} />
      </div>
      <p className="ask-from">
        {title} <Place standing={standing} />
      </p>
      {had.length > 0 && <Had had={had} />}
      {missing.length > 0 && (
        <p className="ask-missing">
          {state === 'pending' ? '条件都符合，还要知道：' : '还要知道：'}
          {namesOf(missing, facts).join('、')}
        </p>
      )}
      <Way standing={standing} facts={facts} />
      {state === 'given-up' && <p className="ask-missing">就高不重复：同一组里给更高的一条，这一条不再给。</p>}
      {state === 'covered' && <p className="ask-missing">同一组已经有不低于它的一条，不用再答它的问题。</p>}
      <When window={clause.window} by={by} on={on} />
      <Fold title={state === 'paid' ? '为什么、谁出钱、要交什么' : '这一条怎么说'} open={state === 'paid'}>
        <Details standing={standing} />
      </Fold>
    </li>
  );
}

/** Whoever had it once may not get it again: the clause says; the reader is told that it was had. */
const Had = ({ had }: { readonly had: readonly HadGrant[] }) => (
  <p className="ask-missing">
    拿到过：
    {had.map(({ on, fen, docNumber }, at) => (
      <span key={`${on} ${docNumber} ${fen}`}>
        {at > 0 && '；'}
        {on} <Amount fen={fen} />
        {docNumber !== '' && `，${docNumber}`}
      </span>
    ))}
    。能不能再拿，看条款怎么写。
  </p>
);

/** The place in the document, which leads to its own words. */
function Place({ standing: { policy, clause } }: Pick<Props, 'standing'>) {
  const mayRead = useMay('policy.read');
  const words = placeWords(clause.place);
  if (!mayRead) return words;
  const params = { policyId: policy.id, clauseId: clause.id };
  return (
    <Link to="/policies/$policyId/$clauseId" params={params} hash="clause-source">
      {words}
    </Link>
  );
}

function ClauseName({ standing: { policy, clause } }: Pick<Props, 'standing'>) {
  const mayRead = useMay('policy.read');
  if (!mayRead) return clause.title;
  return (
    <Link to="/policies/$policyId/$clauseId" params={{ policyId: policy.id, clauseId: clause.id }}>
      {clause.title}
    </Link>
  );
}

function Sum({ standing: { standing, amount, most, path } }: Pick<Props, 'standing'>) {
  if (standing === 'paid')
    return (
      <b className="ask-sum">
        <Amount fen={fenOf(amount)} />
      </b>
    );
  if (standing === 'given-up' || standing === 'pending')
    return (
      <span className="ask-sum">
        {standing === 'given-up' && '本可得 '}
        <Amount fen={fenOf(amount)} />
      </span>
    );
  if (standing === 'open')
    return (
      <span className="ask-sum">
        {most === null ? '按实际算' : '最多 '}
        {most !== null && <Amount fen={fenOf(most)} />}
      </span>
    );
  if (standing === 'reachable' && path !== null)
    return (
      <span className="ask-sum">
        可得 <Amount fen={fenOf(path.amount)} />
      </span>
    );
  return null;
}

/** The closest way to it in figures, or what is in the way. */
function Way({ standing: { standing, path, failing, by }, facts }: Pick<Props, 'standing' | 'facts'>) {
  if (standing === 'reachable' && path !== null)
    return (
      <div className="ask-way">
        <p>{by === null ? '最近的路：' : `最近的路，${by} 以前做到：`}</p>
        <ul>
          {path.changes.map((change) => (
            <li key={change.fact}>{changeText(change, facts)}</li>
          ))}
        </ul>
      </div>
    );
  if (standing !== 'not-for' || failing.length === 0) return null;
  return <p className="ask-missing">不符合：{failing.map(({ words }) => words).join('；')}</p>;
}

function When({
  window,
  by,
  on,
}: {
  readonly window: ClauseStanding['clause']['window'];
  readonly by: string | null;
  readonly on: string;
}) {
  if (window !== null)
    return (
      <p className={window.to < on ? 'ask-when ask-late' : 'ask-when'}>
        受理：{window.from} 至 {window.to}
        {window.to < on && '，已经截止'}
        {window.from > on && '，还没有开始'}
      </p>
    );
  return <p className="ask-when">文件没有写受理期{by !== null && `；按 ${by} 以前的情况算`}</p>;
}

function Details({ standing: { clause, explained, payers, standing } }: Pick<Props, 'standing'>) {
  const reasons = leavesOf(explained.because);
  return (
    <dl className="ask-details">
      {reasons.length > 0 && (
        <div>
          <dt>条件</dt>
          <dd>
            <ul className="ask-reasons">
              {reasons.map(({ words, state }) => (
                <li key={words} data-state={state}>
                  <span aria-hidden="true">{signs[state]} </span>
                  {words}
                  <span className="visually-hidden">：{stateNames[state]}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      <div>
        <dt>给多少</dt>
        <dd>{explained.amountWords}</dd>
      </div>
      <div>
        <dt>谁出钱</dt>
        <dd>
          {payers.map(({ payer, percent, amount }, at) => (
            <span key={payer}>
              {at > 0 && '、'}
              {payer} {percent}%
              {standing === 'paid' && (
                <>
                  （<Amount fen={fenOf(amount)} />）
                </>
              )}
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>要交</dt>
        <dd>{clause.evidence.length === 0 ? '文件没有写' : clause.evidence.join('、')}</dd>
      </div>
      {clause.open.length > 0 && (
        <div>
          <dt>待明确</dt>
          <dd>
            <ul className="ask-reasons">
              {clause.open.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}

const signs = { yes: '✓', no: '✕', unknown: '?' } as const;
const stateNames = { yes: '符合', no: '不符合', unknown: '还不能断定' } as const;

/** Conditions one by one; of several ways of which one is enough, those that are not ruled out by another that holds. */
function leavesOf(reason: Reason): readonly Reason[] {
  if (reason.parts.length === 0) return reason.words === '' ? [] : [reason];
  return reason.parts
    .flatMap(leavesOf)
    .filter(({ words }, at, all) => all.findIndex((each) => each.words === words) === at);
}
