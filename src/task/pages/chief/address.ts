export interface ChiefSearch {
  readonly chainId?: string;
}

export function chiefSearch({ chainId }: Readonly<Record<string, unknown>>): ChiefSearch {
  return typeof chainId === 'string' && /^[A-Za-z0-9._@-]{1,80}$/u.test(chainId) ? { chainId } : {};
}
