import { factSourcesPack } from './pack/fact-sources.ts';
import { figuresPack } from './pack/figures.ts';
import { titlesPack } from './pack/titles.ts';

export { type FactSource, factSourcesOf, factSourcesPack } from './pack/fact-sources.ts';
export { type EnterpriseFigure, figureKindsOf, figuresPack } from './pack/figures.ts';
export {
  laddersOf,
  type TitleKind,
  type TitleLadder,
  titleKindNamed,
  titleKindsOf,
  titlesPack,
} from './pack/titles.ts';

export const enterprisePackKinds = [titlesPack, figuresPack, factSourcesPack] as const;
