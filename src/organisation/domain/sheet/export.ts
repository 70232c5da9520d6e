import { type CellValue, cellText, type FilledSheet } from '../../../kernel/index.ts';
import type { Organisation } from '../change/model.ts';
import { dayBefore } from '../delegation/delegation.ts';
import type { Region } from '../model.ts';
import { masked } from '../person/mask.ts';
import { type RecordKind, recordKinds, sheetSpecs } from './specs.ts';

/**
 * The whole organisation as the workbook that can be imported again. Sensitive values are masked, and left as they are
 * when they come back so.
 */
export function exportSheets(organisation: Organisation): FilledSheet[] {
  return recordKinds.map((kind) => {
    const spec = sheetSpecs[kind];
    const rows = valuesOf[kind](organisation).map((values) =>
      spec.columns.map(({ field, form }) => cellText(form, values[field])),
    );
    return { spec, rows };
  });
}

type Values = Readonly<Record<string, CellValue | undefined>>;

const valuesOf: Readonly<Record<RecordKind, (organisation: Organisation) => Values[]>> = {
  region: ({ region }) => [...region.values()].flatMap(termsOf),
  unit: ({ unit }) =>
    [...unit.values()].map((one) => ({ ...one, bankAccount: masked('bankAccount', one.bankAccount) })),
  chain: ({ chain }) => [...chain.values()].map((one) => ({ ...one })),
  person: ({ person }) =>
    [...person.values()].map((one) => ({
      ...one,
      phone: masked('phone', one.phone),
      idNumber: masked('idNumber', one.idNumber),
    })),
  post: ({ post, grant, roles }) =>
    [...post.values()].map((one) => {
      const held = grant.get(one.id);
      const shown = held === undefined || held.state === 'withdrawn' ? undefined : held;
      return {
        ...{ id: one.id, person: one.personId, unit: one.unitId, title: one.title, main: one.main },
        ...{ validFrom: one.validFrom, validTo: one.validTo },
        role: shown === undefined ? null : (roles.get(shown.roleId)?.name ?? shown.roleId),
        grantRegion: shown?.region ?? null,
        chains: shown?.chains ?? [],
      };
    }),
  delegation: ({ delegation }) =>
    [...delegation.values()]
      .filter(({ revokedAt }) => revokedAt === null)
      .map((one) => ({
        ...{ id: one.id, post: one.postId, toPerson: one.toPerson, reason: one.reason },
        ...{ validFrom: one.validFrom, lastDay: dayBefore(one.validTo) },
      })),
};

const termsOf = ({ code, level, local, terms }: Region): Values[] =>
  terms.map(({ name, parent, aliases, successor, validFrom, validTo }) => ({
    ...{ code, name, level, parent, aliases, local, validFrom, validTo, successor },
  }));
