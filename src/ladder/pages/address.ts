import { type ListSearch, listSearch } from '../../../platform/web/list/listing/address.ts';
import { mostMonths, type PipelineBox, pipelineBoxes } from '../domain/pipeline/index.ts';

/** What the overview of titles takes from its address. */
export interface PipelineSearch {
  readonly region?: string;
  readonly chain?: string;
  /** Left out: six. */
  readonly months?: number;
}

const word = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && /^[A-Za-z0-9-]{1,40}$/u.test(text) ? text : undefined;
};
const monthsOf = (value: unknown): number | undefined =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= mostMonths ? Number(value) : undefined;

export function pipelineSearch(raw: Record<string, unknown>): PipelineSearch {
  const [region, chain, months] = [word(raw.region), word(raw.chain), monthsOf(raw.months)];
  return {
    ...(region !== undefined && { region }),
    ...(chain !== undefined && { chain }),
    ...(months !== undefined && { months }),
  };
}

/** What the lists of one title take from their address. */
export interface TitleSearch extends ListSearch {
  /** Left out: those within reach. */
  readonly box?: Exclude<PipelineBox, 'reach'>;
  readonly months?: number;
  /** Of what is new: left out: this year. */
  readonly year?: number;
}

export function titleSearch(raw: Record<string, unknown>): TitleSearch {
  const box = pipelineBoxes.find((each) => each === raw.box && each !== 'reach') as TitleSearch['box'];
  const [months, year] = [monthsOf(raw.months), Number(raw.year)];
  return {
    ...listSearch(raw),
    ...(box !== undefined && { box }),
    ...(months !== undefined && { months }),
    ...(Number.isInteger(year) && year >= 1990 && year <= 2200 && { year }),
  };
}

/** The same place as conditions of a list. */
export const placeFilter = ({
  region,
  chain,
}: {
  readonly region?: string | undefined;
  readonly chain?: string | undefined;
}) =>
  region === undefined && chain === undefined
    ? {}
    : {
        filter: {
          ...(region !== undefined && { region: { in: [region] } }),
          ...(chain !== undefined && { chain: { in: [chain] } }),
        },
      };
