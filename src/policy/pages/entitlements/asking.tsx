import { DownloadOutlined, LinkOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useMemo, useState } from 'react';
import { saveText } from '../../../../platform/web/download.ts';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import type { OfferJson } from '../../contract.ts';
import type { FactTable } from '../../domain/check/facts.ts';
import type { Audience } from '../../domain/entitlement/audience.ts';
import { entitlementOf } from '../../domain/entitlement/entitlement.ts';
import { nextQuestions } from '../../domain/evaluate/questions.ts';
import { AnsweredList } from './answered-list.tsx';
import { isDay, knownOf, writeAnswers } from './answers.ts';
import { answersCsv } from './answers-csv.ts';
import { askedOn, audiencesIn } from './asked.ts';
import { Outcome, Totals } from './outcome.tsx';
import { QuestionCard } from './question-card.tsx';
import { type AnswerBook, useAnswers } from './use-answers.ts';
import { audienceNames } from './wording.ts';

interface Props {
  readonly offer: OfferJson;
  readonly facts: FactTable;
}

/** The questions at one side, what follows from the answers at the other. */
export function Asking({ offer, facts }: Props) {
  const book = useAnswers(facts);
  const { answers } = book;
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
      <WhoIsIt choices={choices} chosen={audience} onChoose={(who) => book.change({ audience: who })} />
      {audience !== null && (
        <Answering key={audience} offer={offer} facts={facts} book={book} audience={audience} on={on} />
      )}
    </div>
  );
}

function Answering({ offer, facts, book, audience, on }: Props & { book: AnswerBook; audience: Audience; on: string }) {
  const { answers } = book;
  const [again, setAgain] = useState<string | null>(null);
  const [byHand, setByHand] = useState(false);
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

interface WhoProps {
  readonly choices: readonly Audience[];
  readonly chosen: Audience | null;
  onChoose(audience: Audience): void;
}

function WhoIsIt({ choices, chosen, onChoose }: WhoProps) {
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

interface ToolsProps {
  readonly book: AnswerBook;
  readonly facts: FactTable;
  readonly on: string;
  readonly today: string;
}

function Tools({ book, facts, on, today }: ToolsProps) {
  const id = useId();
  const copy = async (): Promise<void> => {
    const { origin } = location;
    const text = writeAnswers({ ...book.answers, on });
    try {
      await navigator.clipboard.writeText(`${origin}/public/entitlements#${text}`);
      notify('链接已复制。里面带着您的回答，只发给信得过的人。');
    } catch {
      notify('浏览器不让复制。请用打印，或者换一个浏览器。', { tone: 'bad' });
    }
  };
  return (
    <div className="ask-tools">
      <label htmlFor={id}>按哪一天算</label>
      <input
        id={id}
        type="date"
        max="2200-12-31"
        value={on}
        onChange={({ target }) =>
          isDay(target.value) && book.change({ on: target.value === today ? null : target.value })
        }
      />
      <Button icon={<LinkOutlined aria-hidden="true" />} onClick={() => void copy()}>
        复制链接
      </Button>
      <Button
        icon={<DownloadOutlined aria-hidden="true" />}
        disabled={Object.keys(book.answers.values).length === 0}
        onClick={() => saveText('我的回答.csv', answersCsv(book.answers, facts))}
      >
        存下回答
      </Button>
      <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
        打印
      </Button>
    </div>
  );
}
