/** A card on the board: which column, and how far down. */
export interface Spot {
  readonly column: number;
  readonly card: number;
}

/**
 * The card that a key leads to: up and down in its column, left and right to the next column that has a card, at about
 * the same height. Null for keys that do not move and where there is nowhere to go.
 */
export function walk(key: string, { column, card }: Spot, lengths: readonly number[]): Spot | null {
  const length = lengths[column] ?? 0;
  switch (key) {
    case 'ArrowDown':
      return card + 1 < length ? { column, card: card + 1 } : null;
    case 'ArrowUp':
      return card > 0 ? { column, card: card - 1 } : null;
    case 'Home':
      return card > 0 ? { column, card: 0 } : null;
    case 'End':
      return card + 1 < length ? { column, card: length - 1 } : null;
    case 'ArrowRight':
      return beside(lengths, column, card, 1);
    case 'ArrowLeft':
      return beside(lengths, column, card, -1);
    default:
      return null;
  }
}

function beside(lengths: readonly number[], from: number, card: number, step: 1 | -1): Spot | null {
  for (let column = from + step; column >= 0 && column < lengths.length; column += step) {
    const length = lengths[column] ?? 0;
    if (length > 0) return { column, card: Math.min(card, length - 1) };
  }
  return null;
}

/** The first card there is; null on an empty board. */
export function firstSpot(lengths: readonly number[]): Spot | null {
  const column = lengths.findIndex((length) => length > 0);
  return column < 0 ? null : { column, card: 0 };
}
