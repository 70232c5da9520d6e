/** How the pages of chains stand, as their addresses hold it. */
export interface ChainsSearch {
  readonly year?: number;
  readonly text?: string;
}
export interface ChainSearch {
  readonly year?: number;
  /** The list that is open. */
  readonly list?: string;
}

const yearIn = (value: unknown): { year?: number } => {
  const year = Number(value);
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? { year } : {};
};

export const chainsSearch = (raw: Readonly<Record<string, unknown>>): ChainsSearch => ({
  ...yearIn(raw.year),
  ...(typeof raw.text === 'string' && raw.text !== '' && { text: raw.text.slice(0, 100) }),
});

export const chainSearch = (raw: Readonly<Record<string, unknown>>): ChainSearch => ({
  ...yearIn(raw.year),
  ...(typeof raw.list === 'string' && raw.list !== '' && { list: raw.list.slice(0, 80) }),
});
