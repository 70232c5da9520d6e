import type { Values } from '../../../../../platform/web/form/model.ts';
import type { DecideLinesJson, ProposedLineJson } from '../../../contract.ts';

/** What the form of a line begins with: how the line stands. */
export const startOf = (line: ProposedLineJson): Values => ({
  leave: line.decision?.leftOut !== undefined,
  indicatorId: line.indicator === null ? null : (line.indicator.id ?? '+'),
  ...{ newName: line.indicator?.name ?? line.core.slice(0, 40), newUnit: line.givenUnit },
  sameName: line.decision?.indicatorId === undefined,
  ...{ regionId: line.place?.regionId ?? null, chainId: (line.place?.chainId ?? '') || null },
  sameScope: line.decision?.place === undefined && line.place === null,
  ...{ value: line.decision?.value ?? line.given, value2: line.decision?.value2 ?? line.given2 },
  ...{ year: line.year, baseYear: line.base === null ? null : Number(line.base.period), reason: reasonOf(line) },
  firstYear: line.from === null ? null : Number(line.from),
});

const reasonOf = ({ decision }: ProposedLineJson): string => decision?.leftOut ?? decision?.reason ?? '';

type Decision = NonNullable<NonNullable<DecideLinesJson['lines']>[number]['decision']>;

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** What a person decided in the form, as the server is told: only what differs from how the line stands. */
export function decisionOf(line: ProposedLineJson, values: Values): Omit<DecideLinesJson, 'edition' | 'revision'> {
  const reason = text(values.reason);
  if (values.leave === true) return { lines: [{ key: line.key, decision: { leftOut: reason ?? '不载入' } }] };
  const { leftOut: _, ...before } = line.decision ?? {};
  const decision: Decision = {
    ...before,
    ...figures(line, values),
    ...(reason !== undefined && { reason }),
  };
  const indicatorId = text(values.indicatorId);
  const isNew = indicatorId === '+';
  const isOther = indicatorId !== undefined && (isNew || indicatorId !== line.indicator?.id);
  const forAll = isNew || values.sameName === true;
  if (isOther && !forAll) decision.indicatorId = indicatorId;
  else if (isOther) delete decision.indicatorId;
  const create = { name: text(values.newName) ?? line.core, unit: text(values.newUnit) ?? line.givenUnit };
  const to = isNew ? { create } : { indicatorId: indicatorId ?? '' };
  const place = placeOf(line, values);
  if (place !== null && values.sameScope !== true) decision.place = place;
  return {
    ...(isOther && forAll && { names: [{ core: line.core, to }] }),
    ...(place !== null && values.sameScope === true && { scopes: [{ scope: line.scope ?? '', place }] }),
    ...(Object.keys(decision).length + Object.keys(line.decision ?? {}).length > 0 && {
      lines: [{ key: line.key, decision: Object.keys(decision).length === 0 ? null : decision }],
    }),
  };
}

function figures(line: ProposedLineJson, values: Values): Decision {
  const [value, value2] = [number(values.value), number(values.value2)];
  const [year, baseYear, firstYear] = [number(values.year), number(values.baseYear), number(values.firstYear)];
  const standing = line.decision;
  return {
    ...(value !== undefined && value !== (standing?.value ?? line.given) && { value }),
    ...(value2 !== undefined && value2 !== (standing?.value2 ?? line.given2) && { value2 }),
    ...(year !== undefined && year !== line.year && { year }),
    ...(baseYear !== undefined && `${baseYear}` !== line.base?.period && { baseYear }),
    ...(firstYear !== undefined && `${firstYear}` !== line.from && { firstYear }),
  };
}

function placeOf({ place }: ProposedLineJson, values: Values) {
  const [regionId, chainId] = [text(values.regionId), text(values.chainId) ?? ''];
  if (regionId === undefined) return null;
  if (place !== null && place.regionId === regionId && place.chainId === chainId) return null;
  return { regionId, chainId, unitId: place?.unitId ?? '' };
}
