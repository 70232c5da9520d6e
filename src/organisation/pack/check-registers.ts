import { doubles } from '../../../platform/pack-loader/fields.ts';
import type { PackFault } from '../../kernel/index.ts';
import { parentOf } from '../domain/register/index.ts';
import type { ChainRegisterContent, RegionRegisterContent, UnitRegisterContent } from './register-schema.ts';

/** Codes are unique, parents and successors exist, and a code of our own says so. */
export function checkRegions({ regions }: RegionRegisterContent): PackFault[] {
  const codes = new Set(regions.map((r) => r.code));
  const faults = doubles(regions.map((r, i) => ({ path: ['regions', i, 'code'], value: r.code })));
  regions.forEach((region, i) => {
    const parent = parentOf(region);
    if (parent === null && region.level !== 'province')
      faults.push({ code: 'pack-parent-missing', path: ['regions', i, 'parent'], given: region.code });
    for (const [field, code] of [
      ['parent', parent],
      ['successor', region.successor],
    ] as const) {
      if (code !== null && !codes.has(code))
        faults.push({ code: 'pack-region-unknown', path: ['regions', i, field], given: code });
    }
    if (region.local !== region.code.includes('-'))
      faults.push({ code: 'pack-local-code', path: ['regions', i, 'local'], given: region.code });
  });
  return faults;
}

/** Chain ids are unique and a sub-chain names a chain of the same register. */
export function checkChains({ chains }: ChainRegisterContent): PackFault[] {
  const ids = new Set(chains.map((c) => c.id));
  const faults = doubles(chains.map((c, i) => ({ path: ['chains', i, 'id'], value: c.id })));
  chains.forEach(({ parent }, i) => {
    if (parent !== null && !ids.has(parent))
      faults.push({ code: 'pack-chain-unknown', path: ['chains', i, 'parent'], given: parent });
  });
  return faults;
}

/** No spelling belongs to two units of one level: otherwise a name would not tell who is meant. */
export function checkUnitRegister({ units }: UnitRegisterContent): PackFault[] {
  const faults = doubles(units.map((u, i) => ({ path: ['units', i, 'id'], value: u.id })));
  for (const level of ['national', 'province', 'city', 'county'] as const) {
    const shared = level === 'city' || level === 'county';
    faults.push(
      ...doubles(
        units.flatMap((u, i) =>
          [...u[level], ...(shared ? u.local : [])].map((value) => ({ path: ['units', i, level], value })),
        ),
      ),
    );
  }
  return faults;
}
