import type { RegionEntry } from './model.ts';

/** Regions that go by this name or alias, also when 市, 区 or 县 at its end is left out (青山湖 for 青山湖区). */
export function regionsNamed(name: string, regions: readonly RegionEntry[]): RegionEntry[] {
  return regions.filter((r) => r.name === name || r.aliases.includes(name) || withoutSuffix(r.name) === name);
}

/** Code of the region above, null at the top: 360111 → 360100 → 360000; towns and local codes say it themselves. */
export function parentOf(region: RegionEntry): string | null {
  if (region.parent !== null) return region.parent;
  if (!/^\d{6}$/.test(region.code) || region.code.endsWith('0000')) return null;
  return region.code.endsWith('00') ? `${region.code.slice(0, 2)}0000` : `${region.code.slice(0, 4)}00`;
}

/** True when `code` is `root` itself or lies below it. */
export function liesWithin(code: string, root: string, regions: readonly RegionEntry[]): boolean {
  const byCode = new Map(regions.map((r) => [r.code, r]));
  for (let at = byCode.get(code), steps = 0; at !== undefined && steps < 10; steps++) {
    if (at.code === root) return true;
    const above = parentOf(at);
    at = above === null ? undefined : byCode.get(above);
  }
  return false;
}

/** The bare name of two characters or more; 市 alone is no name. */
function withoutSuffix(name: string): string {
  const bare = name.replace(/(?:市|区|县|镇|街道)$/, '');
  return bare.length >= 2 ? bare : name;
}
