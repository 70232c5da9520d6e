/** `2025-01-01 起，2026-01-01 失效`; nothing where there is no end. */
export function periodOf({
  validFrom,
  validTo,
}: {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}): string {
  return [validFrom === null ? '' : `${validFrom} 起`, validTo === null ? '' : `${validTo} 失效`]
    .filter(Boolean)
    .join('，');
}
