import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Fact } from '../../domain/check/facts.ts';
import { AnswerInput } from './answer-input.tsx';
import { questionOf } from './wording.ts';

interface Props {
  readonly fact: Fact;
  readonly before: number | null | undefined;
  readonly on: string;
  /** Clauses that turn on it, and questions that are still open. */
  readonly clauses: number;
  readonly left: number;
  /** The focus goes to it: an answer before it was given by hand. */
  readonly focused: boolean;
  onAnswer(value: number | null): void;
  /** Of a question that is asked again: leaves the answer as it was. */
  onCancel?(): void;
}

/** One question, the one that settles most just now. */
export function QuestionCard({ fact, before, on, clauses, left, focused, onAnswer, onCancel }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focused) heading.current?.focus();
  }, [focused]);
  return (
    <section className="ask-card" aria-labelledby={`ask-${fact.id}`}>
      <h2 id={`ask-${fact.id}`} ref={heading} tabIndex={-1}>
        {questionOf(fact)}
      </h2>
      <p className="ask-hint">
        看：{fact.from}
        {clauses > 0 && `。关系到 ${clauses} 条`}
      </p>
      <AnswerInput fact={fact} before={before} on={on} onAnswer={onAnswer} />
      <p className="ask-under">
        <Button type="text" onClick={() => onAnswer(null)}>
          不知道，跳过
        </Button>
        {onCancel !== undefined && (
          <Button type="text" onClick={onCancel}>
            不改了
          </Button>
        )}
        {left > 0 && <span>还有 {left} 个问题可能有关，答了会变少</span>}
      </p>
    </section>
  );
}
