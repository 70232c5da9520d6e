import { type Definition, ruleNames, type Warning, warningWords } from '../../domain/index.ts';
import { placeKey } from '../../domain/warning/place.ts';
import { type Names, namesOf } from '../../store/collection/names.ts';
import { namesOfForms, type StoredWarning } from '../../store/warnings/index.ts';
import { type IndicatorDb, readDefinitions } from '../../store.ts';

/** A warning in words. */
export interface SaidWarning {
  readonly id: string;
  /** `芦洲区 纺织产业链 营业收入 进度落后` */
  readonly title: string;
  readonly rule: string;
  readonly indicator: string;
  readonly region: string;
  readonly unit: string | null;
  readonly chain: string | null;
  readonly reason: string;
  readonly next: string;
  /** Numbers are left out of the reason. */
  readonly isHidden: boolean;
  /** null: it is about a form, or its indicator is gone. */
  readonly definition: Definition | null;
  readonly names: Names;
}

const nameless = { unit: '', decimals: 0 };

/** Warnings in words. `mayRead`: whether the reader may see numbers of fewer than three enterprises of one. */
export async function sayWarnings(
  db: IndicatorDb,
  warnings: readonly StoredWarning[],
  mayRead: (warning: StoredWarning) => boolean,
): Promise<SaidWarning[]> {
  if (warnings.length === 0) return [];
  const stored = await readDefinitions(db, [...new Set(warnings.map(({ about }) => about))]);
  const definitions = new Map(stored.map(({ definition }) => [definition.id, definition]));
  const forms = await namesOfForms(
    db,
    warnings.filter(({ evidence }) => evidence.rule === 'missing').map(({ about }) => about),
  );
  const all = warnings.flatMap((warning) => [warning, ...warning.behind]);
  const names = await namesOf(db, {
    units: all.map(({ unitId }) => unitId),
    regions: all.map(({ regionId }) => regionId),
    chains: all.map(({ chainId }) => chainId),
  });
  return warnings.map((warning) => {
    const definition = definitions.get(warning.about) ?? null;
    const isHidden = warning.isSmall && !mayRead(warning);
    const indicator = definition?.name ?? forms.get(warning.about) ?? warning.about;
    const rule = ruleNames[warning.evidence.rule];
    const region = names.region.get(warning.regionId) ?? warning.regionId;
    const unit = warning.unitId === '' ? null : (names.unit.get(warning.unitId) ?? warning.unitId);
    const chain = warning.chainId === '' ? null : (names.chain.get(warning.chainId) ?? warning.chainId);
    const title = [unit ?? region, chain, indicator, rule].filter((part) => part !== null).join(' ');
    return {
      ...{ id: warning.id, title, rule, indicator, region, unit, chain, isHidden, definition, names },
      ...reasonOf(warning, definition, isHidden),
    };
  });
}

/** What says how many of the figures are round says nothing of any one of them. */
const tellsFigures = ({ evidence }: StoredWarning): boolean =>
  evidence.rule !== 'heaping' && evidence.rule !== 'missing';

function reasonOf(stored: StoredWarning, definition: Definition | null, isHidden: boolean) {
  const { reason, next } = warningWords(asWarning(stored), definition ?? nameless);
  if (!isHidden || !tellsFigures(stored)) return { reason, next };
  return { reason: '这里或者相邻的格子不足三家企业，数字不显示。', next };
}

const asWarning = ({ about, chainId, since, period, evidence, ...place }: StoredWarning): Warning => ({
  ...{ since, period, evidence },
  subject: { indicatorId: about, placeId: placeKey(place), chainId },
});
