import { organisationPack } from '../../src/organisation/index.ts';
import type { Asker } from './ask-app.ts';
import type { DemoPost } from './first-start.ts';
import { programLibrary } from './library.ts';

interface OfUnit {
  readonly unitId: string;
  readonly unitName: string;
}

/** Who of the demo's people fills in for a unit, and who looks it over. */
export interface DemoHands {
  /** The clerk of the unit, or the chain office nearest to it. */
  clerkOf(unit: OfUnit): Promise<Asker>;
  /** The reviewer of the county, or of the city. */
  reviewerOf(unit: OfUnit): Promise<Asker>;
}

export function handsOf(posts: readonly DemoPost[], askerOf: (post: DemoPost) => Promise<Asker>): DemoHands {
  const units = programLibrary()
    .of(organisationPack)
    .flatMap(({ content }) => content.units);
  const regionOf = new Map(units.map(({ id, region }) => [id, region]));
  const nearest = (roleId: string, unitId: string): DemoPost => {
    const region = regionOf.get(unitId) ?? '';
    const able = posts.filter((post) => post.roleId === roleId && region.startsWith(stem(post.regionId)));
    const [first] = able.toSorted((a, b) => stem(b.regionId).length - stem(a.regionId).length);
    if (first === undefined) throw new Error(`the demo has no ${roleId} for ${unitId}`);
    return first;
  };
  return {
    clerkOf: ({ unitId, unitName }) =>
      askerOf(
        posts.find(({ roleId, unit }) => roleId === 'reporting-clerk' && unit === unitName) ??
          nearest('chain-office', unitId),
      ),
    reviewerOf: ({ unitId }) => askerOf(nearest('reviewer', unitId)),
  };
}

/** What the codes of all regions within begin with (GB/T 2260): `990100` → `9901`. */
const stem = (code: string): string => code.replace(/(?:00)+$/u, '');
