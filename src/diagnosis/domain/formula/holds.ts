import { scaled } from '../exact/exact.ts';
import type { AnswerValue } from '../model/answers.ts';
import type { Formula, Node, Order } from './model.ts';

/** More decimals than any question may have. */
const decimals = 6;

/**
 * Whether a formula holds: yes, no, or null while an answer that it needs is missing. What is missing does not make a
 * “not” true.
 */
export const holds = ({ root }: Formula, answerOf: (question: string) => AnswerValue | undefined): boolean | null =>
  judged(root, answerOf);

function judged(node: Node, answerOf: (question: string) => AnswerValue | undefined): boolean | null {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const ends = node.kind === 'or';
      const parts = node.parts.map((part) => judged(part, answerOf));
      return parts.includes(ends) ? ends : parts.includes(null) ? null : !ends;
    }
    case 'not': {
      const of = judged(node.of, answerOf);
      return of === null ? null : !of;
    }
    case 'answered':
      return answerOf(node.question) !== undefined;
    case 'has': {
      const value = answerOf(node.question);
      return value === undefined ? null : Array.isArray(value) && value.includes(node.option);
    }
    case 'compare': {
      const value = answerOf(node.question);
      if (value === undefined || Array.isArray(value)) return value === undefined ? null : false;
      return inOrder(String(value), node.order, node.value);
    }
  }
}

function inOrder(value: string, order: Order, given: string): boolean {
  const [a, b] = [scaled(value, decimals), scaled(given, decimals)];
  if (a === null || b === null) return order === '=' ? value === given : order === '!=' && value !== given;
  if (order === '=') return a === b;
  if (order === '!=') return a !== b;
  if (order === '>=') return a >= b;
  if (order === '>') return a > b;
  return order === '<=' ? a <= b : a < b;
}
