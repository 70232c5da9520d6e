import { useMemo, useState } from 'react';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import type { OfferJson } from '../../contract.ts';
import type { FactTable } from '../../domain/check/facts.ts';
import type { Audience } from '../../domain/entitlement/audience.ts';
import { entitlementOf } from '../../domain/entitlement/entitlement.ts';
import { nextQuestions } from '../../domain/evaluate/questions.ts';
import { AnsweredList } from './answered-list.tsx';
import { knownOf } from './answers.ts';
import { askedOn, audiencesIn } from './asked.ts';
import { Outcome, Totals } from './outcome.tsx';
import { QuestionCard } from './question-card.tsx';
import { Tools } from './tools.tsx';
import { type AnswerBook, useAnswers } from './use-answers.ts';
import { WhoFirst, WhoIsIt } from './who.tsx';
import { audienceNames } from './wording.ts';

interface Props {
  readonly offer: OfferJson;
  readonly facts: FactTable;
}

/** The questions at one side, what follows from the answers at the other. */
export function Asking({ offer, facts }: Props) {
  const book = useAnswers(facts);
  const { answers } = book;
  // Who has just said whom it is for goes on with the first question.
  const [chosen, setChosen] = useState(false);
  const choices = useMemo(() => audiencesIn(offer), [offer]);
  const audience = answers.audience ?? (choices.length === 1 ? (choices[0] ?? null) : null);
  const on = answers.on ?? offer.on;
  return (
    <div className="ask-page">
      <div className="ask-head">
        <h1>我能拿什么</h1>
        <Tools book={book} facts={facts} on={on} today={offer.on} />
      </div>
      <p className="ask-privacy">
        答几个问题，看哪些奖补能拿、还差什么。回答只留在这个浏览器窗口里，关掉就没有了；都在这里算，不传到服务器。
      </p>
      {audience === null ? (
        <WhoFirst
          choices={choices}
          policies={offer.policies.length}
          onChoose={(who) => {
            setChosen(true);
            book.change({ audience: who });
          }}
        />
      ) : (
        <WhoIsIt choices={choices} chosen={audience} onChoose={(who) => book.change({ audience: who })} />
      )}
      {audience !== null && <Answering key={audience} {...{ offer, facts, book, audience, on, chosen }} />}
    </div>
  );
}

interface AnsweringProps extends Props {
  readonly book: AnswerBook;
  readonly audience: Audience;
  readonly on: string;
  /** It was chosen just now, by hand. */
  readonly chosen: boolean;
}

function Answering({ offer, facts, book, audience, on, chosen }: AnsweringProps) {
  const { answers } = book;
  const [again, setAgain] = useState<string | null>(null);
  const [byHand, setByHand] = useState(chosen);
  const { asked, resting } = useMemo(() => askedOn(offer, facts, on, audience), [offer, facts, on, audience]);
  const known = useMemo(() => knownOf(answers, facts), [answers, facts]);
  const entitlement = useMemo(() => entitlementOf(asked, known), [asked, known]);
  const questions = useMemo(
    () =>
      nextQuestions(
        asked.map(({ policy }) => policy),
        known,
      ).filter(({ fact }) => !Object.hasOwn(answers.values, fact)),
    [asked, known, answers],
  );
  const asking = again ?? questions[0]?.fact;
  const number = asking === undefined ? undefined : facts.numberOf(asking);
  const fact = number === undefined ? null : facts.at(number);
  const answer = (value: number | null): void => {
    if (fact === null) return;
    setAgain(null);
    setByHand(true);
    book.answer(fact.id, value);
  };
  if (asked.length === 0)
    return (
      <>
        <Empty title={`${on} 没有给${audienceNames[audience]}的政策在施行`}>
          <p>可以换一天，或者换一种身份。</p>
        </Empty>
        <Outcome entitlement={entitlement} asked={asked} resting={resting} facts={facts} on={on} />
      </>
    );
  return (
    <>
      <Totals entitlement={entitlement} />
      <div className="ask-columns">
        <div className="ask-side">
          {fact === null ? (
            <Done skipped={Object.values(answers.values).includes(null)} />
          ) : (
            <QuestionCard
              key={`${fact.id} ${again !== null}`}
              fact={fact}
              before={answers.values[fact.id]}
              on={on}
              clauses={questions.find((each) => each.fact === fact.id)?.clauses ?? 0}
              left={questions.length - (again === null ? 1 : 0)}
              focused={byHand}
              onAnswer={answer}
              {...(again !== null && { onCancel: () => setAgain(null) })}
            />
          )}
          <AnsweredList
            book={book}
            facts={facts}
            onChange={(id) => {
              setByHand(true);
              setAgain(id);
            }}
          />
        </div>
        <Outcome entitlement={entitlement} asked={asked} resting={resting} facts={facts} on={on} />
      </div>
      <footer className="ask-replay">
        <p>
          按 {on} 的规定算。结果只供参考，以主管部门审核为准；凭存下的回答、日期和下面的摘要，以后可以一分不差地重算。
        </p>
        <ul>
          {asked.map(({ policy, title, docNumber, hash }) => (
            <li key={policy.id}>
              {title}
              {docNumber !== null && ` ${docNumber}`} <span className="ask-hash">{hash}</span>
            </li>
          ))}
        </ul>
      </footer>
    </>
  );
}

const Done = ({ skipped }: { readonly skipped: boolean }) => (
  <section className="ask-card" aria-labelledby="ask-done">
    <h2 id="ask-done">{skipped ? '没有别的要问了' : '都问完了'}</h2>
    <p className="ask-hint">
      {skipped
        ? '跳过的问题还会影响结果；知道以后在“我的回答”里改。'
        : '每一条都有了结论。可以打印，或者复制链接留着。'}
    </p>
  </section>
);
