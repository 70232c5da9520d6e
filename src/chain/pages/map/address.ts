/** How the page of the map stands, as its address holds it. */
export interface ChainMapSearch {
  readonly chain?: string;
  readonly region?: string;
  /** The node whose panel is open. */
  readonly node?: string;
  /** Stages that are one box, joined by commas. */
  readonly folded?: string;
  readonly as?: 'list';
}

const mostFolded = 400;

export const chainMapSearch = (raw: Readonly<Record<string, unknown>>): ChainMapSearch => ({
  ...text('chain', raw.chain, 80),
  ...text('region', raw.region === undefined ? undefined : String(raw.region), 20),
  ...text('node', raw.node, 80),
  ...text('folded', raw.folded, mostFolded),
  ...(raw.as === 'list' && { as: 'list' as const }),
});

const text = (name: string, value: unknown, most: number): Record<string, string> =>
  typeof value === 'string' && value !== '' ? { [name]: value.slice(0, most) } : {};

export const foldedIn = (folded: string | undefined): ReadonlySet<string> =>
  new Set(folded === undefined ? [] : folded.split(',').filter((id) => id !== ''));

export const foldedText = (folded: ReadonlySet<string>): { readonly folded?: string } =>
  folded.size === 0 ? {} : { folded: [...folded].join(',') };
