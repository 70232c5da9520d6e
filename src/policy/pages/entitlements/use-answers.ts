import { useState } from 'react';
import type { FactTable } from '../../domain/check/facts.ts';
import { type Answers, noAnswers, readAnswers, writeAnswers } from './answers.ts';

const NAME = 'jingwei.entitlements';

/** Until the window is closed, and never longer: a telephone goes from hand to hand. */
function kept(): string {
  try {
    return sessionStorage.getItem(NAME) ?? '';
  } catch {
    return '';
  }
}

function keep(text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, text);
  } catch {
    // A browser that forbids storage forgets them on leaving the page.
  }
}

/** A link that somebody was given brings its answers behind `#`, which browsers send to no server; they leave the address bar. */
function linked(): string {
  const text = location.hash.slice(1);
  if (text !== '') history.replaceState(history.state, '', location.pathname + location.search);
  return text;
}

export interface AnswerBook {
  readonly answers: Answers;
  change(changes: Partial<Answers>): void;
  answer(fact: string, value: number | null): void;
  clear(fact: string): void;
  startAgain(): void;
}

/** The answers of this window. */
export function useAnswers(facts: FactTable): AnswerBook {
  const [answers, setAnswers] = useState<Answers>(() => readAnswers(linked() || kept(), facts));
  const put = (next: Answers): void => {
    keep(writeAnswers(next));
    setAnswers(next);
  };
  return {
    answers,
    change: (changes) => put({ ...answers, ...changes }),
    answer: (fact, value) => put({ ...answers, values: { ...answers.values, [fact]: value } }),
    clear: (fact) => {
      const { [fact]: _gone, ...values } = answers.values;
      put({ ...answers, values });
    },
    startAgain: () => put({ ...noAnswers, on: answers.on }),
  };
}
