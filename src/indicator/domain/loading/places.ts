import type { Place } from '../target/target.ts';

/** A place as the registers know it. */
export interface NamedPlace {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The region it lies in or belongs to; of a region the one above. */
  readonly regionId: string | null;
}

/** What the words of a plan may mean: its region with those below and above it, chains of these, units of these. */
export interface PlaceRegister {
  /** Where the plan belongs; null: nowhere yet. */
  readonly home: Place | null;
  readonly regions: readonly NamedPlace[];
  readonly chains: readonly NamedPlace[];
  readonly units: readonly NamedPlace[];
}

/** Words that narrow a scope to no chain: 全区制造业重点产业链 are all of them. */
const general = /^(?:规模以上|规上|重点|主导|优势|特色|制造业|工业|产业|行业|企业|链|集群|的)+$/u;

export interface FoundPlace {
  readonly place: Place | null;
  /** The name without the words that said where. */
  readonly rest: string;
}

const everywhere = /^(?:全|本|我|各)(?:省|市|区|县|州|旗|镇|乡|街道|盟|域)的?/u;

/**
 * Where a figure holds, by its scope (全区, 湖坊镇, 现代针纺产业链) and the beginning of its name. null when words of the
 * scope are in no register, or name two chains: then a person has to say.
 */
export function placeOf(scope: string | null, name: string, register: PlaceRegister): FoundPlace {
  const ofName = strip(name, register);
  const found = strip(scope ?? '', register);
  const ofScope = general.test(found.rest) ? { ...found, rest: '' } : found;
  const { home } = register;
  // A unit may begin with the name of its region: the whole word first.
  const words = (scope ?? '').replace(/\s/gu, '');
  const unit = exactly(words, register.units) ?? exactly(ofScope.rest, register.units);
  const chains = new Set([ofName.chainId, ofScope.chainId].filter((id) => id !== null));
  const isKnown = ofScope.rest === '' || unit !== null;
  if (!isKnown || chains.size > 1) return { place: null, rest: ofName.rest };
  const regionId = ofScope.regionId ?? ofName.regionId ?? unit?.regionId ?? home?.regionId ?? null;
  if (regionId === null) return { place: null, rest: ofName.rest };
  const [chain = home?.chainId ?? ''] = chains;
  return { place: { regionId, chainId: chain, unitId: unit?.id ?? home?.unitId ?? '' }, rest: ofName.rest };
}

interface Stripped {
  readonly rest: string;
  readonly regionId: string | null;
  readonly chainId: string | null;
}

/** Takes regions and chains off the beginning, as long as there are any. */
function strip(words: string, { regions, chains, home }: PlaceRegister): Stripped {
  let rest = words.replace(/\s/gu, '');
  let regionId: string | null = null;
  let chainId: string | null = null;
  for (let before = ''; before !== rest && rest !== ''; ) {
    before = rest;
    const whole = everywhere.exec(rest);
    if (whole !== null && home !== null) {
      regionId ??= home.regionId;
      rest = rest.slice(whole[0].length);
      continue;
    }
    const region: Begun | null = regionId === null ? begins(rest, regions) : null;
    const chain: Begun | null = begins(rest, chains);
    if (chain !== null && chainId === null) {
      chainId = chain.place.id;
      rest = rest.slice(chain.length);
    } else if (region !== null) {
      regionId = region.place.id;
      rest = rest.slice(region.length);
    }
  }
  return { rest, regionId, chainId };
}

interface Begun {
  readonly place: NamedPlace;
  readonly length: number;
}

/** The place whose name the words begin with, the longest name first; of the same names the first in the register. */
function begins(words: string, places: readonly NamedPlace[]): Begun | null {
  let found: Begun | null = null;
  for (const place of places)
    for (const name of [place.name, ...place.aliases])
      if (name.length >= 2 && name.length > (found?.length ?? 0) && words.startsWith(name))
        found = { place, length: name.length };
  return found;
}

const exactly = (words: string, places: readonly NamedPlace[]): NamedPlace | null => {
  if (words === '') return null;
  const found = places.filter(({ name, aliases }) => name === words || aliases.includes(words));
  return found.length === 1 ? (found[0] ?? null) : null;
};
