import { yearOf } from '../../../kernel/index.ts';
import type { Definition } from '../../domain/definition.ts';
import type { Place, Target } from '../../domain/target/target.ts';

type Names = ReadonlyMap<string, string>;

/** A place with the names of today; `names` as `readNames` gives them. */
export const namedPlace = (place: Place, names: Names) => ({
  ...place,
  regionName: names.get(`region ${place.regionId}`) ?? place.regionId,
  chainName: place.chainId === '' ? null : (names.get(`chain ${place.chainId}`) ?? place.chainId),
  unitName: place.unitId === '' ? null : (names.get(`unit ${place.unitId}`) ?? place.unitId),
});

/** Where: 芦洲区、现代纺织产业链. */
export function placeName(place: Place, names: Names, enterprise = ''): string {
  const { regionName, chainName, unitName } = namedPlace(place, names);
  return [enterprise === '' ? (unitName ?? regionName) : enterprise, chainName]
    .filter((each) => each !== null)
    .join('、');
}

/** A target in one line: 芦洲区、现代纺织产业链 2026 年营业收入. */
export const subjectName = (
  target: Target,
  definition: Definition | undefined,
  names: Names,
  enterprise = '',
): string =>
  `${placeName(target.place, names, enterprise)} ${yearOf(target.period)} 年${definition?.name ?? target.indicatorId}`;
