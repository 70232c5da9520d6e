/** Provinces of GB/T 2260 by their first two digits. */
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

/**
 * Whether a code of GB/T 2260 may be one, as far as the register of regions reaches: a city has to be there where the cities of
 * its province are, a county where those of its city are.
 */
export function regionCheck(regions: readonly { readonly code: string }[]): (code: string) => boolean {
  const known = new Set(regions.map(({ code }) => code.slice(0, 6)));
  const withCities = new Set(
    [...known].filter((code) => !code.endsWith('0000') && code.endsWith('00')).map((code) => code.slice(0, 2)),
  );
  const counties = Map.groupBy(
    [...known].filter((code) => !code.endsWith('00')),
    (code) => code.slice(0, 4),
  );
  return (code) => {
    if (known.has(code)) return true;
    if (!provinces.has(code.slice(0, 2))) return false;
    if (code.endsWith('0000')) return true;
    if (withCities.has(code.slice(0, 2)) && !known.has(`${code.slice(0, 4)}00`)) return false;
    // Offices of a whole city, and districts that GB/T 2260 does not know, give out codes of the city with other ends.
    return (counties.get(code.slice(0, 4))?.length ?? 0) < 3;
  };
}
