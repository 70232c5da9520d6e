import { Button } from 'antd';
import { useNarrow } from '../../../../platform/web/layout/use-narrow.ts';
import type { FactTable } from '../../domain/check/facts.ts';
import { factText } from '../../domain/fact-text.ts';
import { Fold } from '../wording/fold.tsx';
import type { AnswerBook } from './use-answers.ts';

interface Props {
  readonly book: AnswerBook;
  readonly facts: FactTable;
  onChange(fact: string): void;
}

/** What was answered; each answer can be given anew or taken back. */
export function AnsweredList({ book, facts, onChange }: Props) {
  // On a telephone what follows from the answers is nearer than the answers.
  const narrow = useNarrow();
  const given = Object.entries(book.answers.values).flatMap(([id, value]) => {
    const number = facts.numberOf(id);
    return number === undefined ? [] : [{ fact: facts.at(number), value }];
  });
  if (given.length === 0) return null;
  const title = `我的回答（${given.length}）`;
  const list = (
    <>
      <ul>
        {given.map(({ fact, value }) => (
          <li key={fact.id}>
            <span>{fact.name}</span>
            <b>{value === null ? '不知道' : factText(fact, value)}</b>
            <span className="ask-action">
              <Button type="link" size="small" aria-label={`改${fact.name}`} onClick={() => onChange(fact.id)}>
                改
              </Button>
              <Button type="link" size="small" aria-label={`清掉${fact.name}`} onClick={() => book.clear(fact.id)}>
                清掉
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <p className="ask-action">
        <Button size="small" onClick={book.startAgain}>
          全部清掉
        </Button>
      </p>
    </>
  );
  return (
    <section className="ask-answered" aria-label={title}>
      {narrow ? (
        <Fold title={title}>{list}</Fold>
      ) : (
        <>
          <h2>{title}</h2>
          {list}
        </>
      )}
    </section>
  );
}
