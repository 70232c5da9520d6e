import type { Registered } from './sources.ts';

/** A field as it came: bytes that know how they are read. */
interface Field {
  toString(encoding: 'utf8'): string;
  readInt32BE(at: number): number;
}

const text = (field: Field | null | undefined): string | null => (field == null ? null : field.toString('utf8'));
const list = <T>(field: Field | null | undefined): T[] => JSON.parse(text(field) ?? '[]') as T[];

/** Enterprises of a block as the database sent them, each with its row within the block; see `registeredBytes`. */
export function registeredIn(
  rows: readonly (readonly (Field | null)[])[],
  firstNo: number,
): { readonly row: number; readonly about: Registered }[] {
  return rows.map(([no, regionId, chainId, industry, foundedOn, years, titles, kept]) => {
    const figures: Record<string, Record<string, number>> = JSON.parse(text(years) ?? '{}');
    return {
      row: (no?.readInt32BE(0) ?? firstNo) - firstNo,
      about: {
        ...{ regionId: text(regionId) ?? '', chainId: text(chainId), industry: text(industry) },
        foundedOn: text(foundedOn),
        years: new Map(Object.entries(figures).map(([year, of]) => [Number(year), of])),
        titles: list<[string, string, string | null, string | null]>(titles).map(
          ([kind, givenOn, endsOn, endedOn]) => ({
            ...{ kind, givenOn, endsOn, endedOn },
          }),
        ),
        kept: list<[string, string, number | null, string]>(kept).map(([fact, fromDay, value, source]) => ({
          ...{ fact, fromDay, value, source },
        })),
      },
    };
  });
}
