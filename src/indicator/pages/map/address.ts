export interface RegionMapSearch {
  readonly region?: string;
}

/** Reads an address; what cannot be meant is left out. */
export function regionMapSearch(raw: Readonly<Record<string, unknown>>): RegionMapSearch {
  const region = typeof raw.region === 'string' || typeof raw.region === 'number' ? String(raw.region) : '';
  return /^[A-Za-z0-9._@-]{1,80}$/u.test(region) ? { region } : {};
}
