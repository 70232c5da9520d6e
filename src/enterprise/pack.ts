import { factSourcesPack } from './pack/fact-sources.ts';
import { figuresPack } from './pack/figures.ts';
import { industryPack } from './pack/industries.ts';
import { inventedEnterprisesPack } from './pack/invented.ts';
import { tagsPack } from './pack/tags.ts';
import { titlesPack } from './pack/titles.ts';

export { type FactSource, factSourcesOf, factSourcesPack } from './pack/fact-sources.ts';
export { type FigureEntry, figureKindsOf, figuresPack } from './pack/figures.ts';
export { type Industries, industriesOf, industryPack } from './pack/industries.ts';
export {
  type InventedAppeal,
  type InventedEnterprise,
  type InventedEnterprises,
  type InventedGrant,
  type InventedPromise,
  type InventedRequest,
  inventedEnterprisesPack,
} from './pack/invented.ts';
export { tagRulesOf, tagsPack } from './pack/tags.ts';
export {
  laddersOf,
  type TitleEntry,
  type TitleLadder,
  titleKindNamed,
  titleKindsOf,
  titlesPack,
} from './pack/titles.ts';

export const enterprisePackKinds = [
  titlesPack,
  figuresPack,
  tagsPack,
  factSourcesPack,
  industryPack,
  inventedEnterprisesPack,
] as const;
