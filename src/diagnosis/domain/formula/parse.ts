import { type Refusal, type Result, refuse } from '../../../kernel/index.ts';
import { type Formula, type Node, type Order, orders } from './model.ts';

/** A formula longer or deeper than this is no condition any more. */
const longest = 400;
const deepest = 12;

const token = /\s*(>=|<=|!=|[=<>()]|[a-z0-9]+(?:[.-][a-z0-9]+)*|-?\d+(?:\.\d+)?)/uy;

/**
 * Reads `erp = yes and (lines >= 3 or not systems has mes)`: comparisons of earlier answers, `has` for one of several, `answered`,
 * joined by `and`, `or`, `not` and brackets; `and` binds closer. Refuses anything else (`questionnaire-formula`) with what
 * stands there and what was awaited.
 */
export function parseFormula(text: string): Result<Formula> {
  if (text.length > longest) return refused(text.slice(0, 20), `最多 ${longest} 字`);
  const words: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const at = token.lastIndex;
    const found = token.exec(text);
    if (found === null)
      return refused(text.slice(at, at + 12).trim(), '题号、= != >= > <= <、has、answered、and、or、not、括号');
    words.push(found[1] ?? '');
  }
  const reader = new Reader(words);
  const root = reader.either(0);
  if (reader.fault !== null) return refuse(reader.fault);
  const left = reader.peek();
  return left === undefined ? { ok: true, value: { text, root } } : refused(left, 'and、or 或结束');
}

const refused = (given: string, limit: string) => refuse({ code: 'questionnaire-formula', given, limit });

const nothing: Node = { kind: 'and', parts: [] };
const isWord = (text: string | undefined): text is string =>
  text !== undefined && /^[a-z0-9]/u.test(text) && !['and', 'or', 'not', 'has', 'answered'].includes(text);

class Reader {
  fault: Refusal | null = null;
  private at = 0;
  private readonly words: readonly string[];
  constructor(words: readonly string[]) {
    this.words = words;
  }

  peek(): string | undefined {
    return this.words[this.at];
  }

  either(depth: number): Node {
    return this.joined('or', () => this.joined('and', () => this.one(depth)));
  }

  private joined(kind: 'and' | 'or', part: () => Node): Node {
    const parts = [part()];
    while (this.fault === null && this.peek() === kind) {
      this.at += 1;
      parts.push(part());
    }
    return parts.length === 1 ? (parts[0] ?? nothing) : { kind, parts };
  }

  private one(depth: number): Node {
    if (depth > deepest) return this.missed(`最多 ${deepest} 层括号`);
    const word = this.peek();
    if (word === 'not') {
      this.at += 1;
      return { kind: 'not', of: this.one(depth + 1) };
    }
    if (word !== '(') return this.leaf();
    this.at += 1;
    const inside = this.either(depth + 1);
    if (this.fault !== null) return inside;
    if (this.peek() !== ')') return this.missed('右括号');
    this.at += 1;
    return inside;
  }

  private leaf(): Node {
    const question = this.peek();
    if (!isWord(question)) return this.missed('题号');
    this.at += 1;
    const sign = this.peek();
    if (sign === 'answered') {
      this.at += 1;
      return { kind: 'answered', question };
    }
    const isOrder = (orders as readonly (string | undefined)[]).includes(sign);
    if (sign !== 'has' && !isOrder) return this.missed('= != >= > <= <、has 或 answered');
    this.at += 1;
    const value = this.peek();
    if (value === undefined || !(isWord(value) || /^-?\d/u.test(value))) return this.missed('选项编号或数');
    this.at += 1;
    return sign === 'has'
      ? { kind: 'has', question, option: value }
      : { kind: 'compare', question, order: sign as Order, value };
  }

  private missed(limit: string): Node {
    this.fault ??= { code: 'questionnaire-formula', given: this.peek() ?? '结束', limit };
    return nothing;
  }
}
