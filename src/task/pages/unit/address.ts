/** Which side of a unit's page is shown, and which page of the list. */
export interface UnitSearch {
  readonly side?: 'theirs';
  readonly state?: 'closed';
  readonly page?: number;
}

export function unitSearch(search: Readonly<Record<string, unknown>>): UnitSearch {
  const page = Number(search.page);
  return {
    ...(search.side === 'theirs' && { side: 'theirs' as const }),
    ...(search.state === 'closed' && { state: 'closed' as const }),
    ...(Number.isInteger(page) && page > 1 && { page }),
  };
}
