import type { Piece } from '../document/index.ts';
import type { FigureSource } from '../figure/index.ts';
import { resolve } from '../figure/index.ts';
import { say, type Writer } from '../writing/index.ts';

/** How two figures stand to each other; null where one of them is missing: blank is not 0, and nothing is said. */
export function wayOf(now: number | null, before: number | null): 'up' | 'down' | 'same' | null {
  if (now === null || before === null) return null;
  return now === before ? 'same' : now > before ? 'up' : 'down';
}

interface Compared {
  readonly id: string;
  /** What is compared: 按时办结率. */
  readonly name: string;
  readonly now: FigureSource;
  readonly before: FigureSource;
  /** 环比、同比. */
  readonly against: string;
  readonly unit: string;
  readonly decimals?: number;
  /** Words for more and less; 增加、减少 when left out. */
  readonly words?: { readonly up: string; readonly down: string };
}

/** “环比提高2.3个百分点”, “同比减少1项”, “环比持平”; null without a predecessor. No stop at the end. */
export function changeWords(writer: Writer, compared: Compared): readonly Piece[] | null {
  const { id, name, now, before, against, unit, decimals = 0, words = { up: '增加', down: '减少' } } = compared;
  const way = wayOf(resolve(writer.facts, now), resolve(writer.facts, before));
  if (way === null) return null;
  if (way === 'same') return [`${against}持平`];
  const apart = { how: 'apart', left: now, right: before } as const;
  const figure = writer.figure({ id, name: `${name}${against}变化`, unit, decimals }, apart);
  return say`${against}${words[way]}${figure}${unit}`;
}

/** “（环比增加2项，同比减少1项）”; nothing when there is nothing to compare with. */
export function inBrackets(...changes: readonly (readonly Piece[] | null)[]): readonly Piece[] {
  const said = changes.filter((each) => each !== null);
  if (said.length === 0) return [];
  return ['（', ...said.flatMap((each, at) => (at === 0 ? each : ['，', ...each])), '）'];
}
