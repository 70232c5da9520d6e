import Type from 'typebox';
import {
  closed,
  id,
  oneOf,
  orNull,
  regionCode,
  text,
  textOrNull,
  texts,
} from '../../../platform/pack-loader/fields.ts';

/** Schemas of the registers in packs/base. */

const moment = () => orNull(Type.String({ pattern: '^[0-9]{4}(-[0-9]{2}){0,2}$' }));

export const regionRegisterSchema = closed({
  kind: Type.Literal('region-register'),
  id: id(),
  source: text(),
  invented: Type.Boolean({ default: false }),
  regions: Type.Array(
    closed({
      code: regionCode(),
      name: text(40),
      level: oneOf('province', 'city', 'county', 'town', 'zone'),
      parent: orNull(regionCode()),
      aliases: texts(40),
      validFrom: moment(),
      validTo: moment(),
      successor: orNull(regionCode()),
      local: Type.Boolean({ default: false }),
      toVerify: textOrNull(),
      note: textOrNull(),
    }),
    { minItems: 1 },
  ),
});

export const chainRegisterSchema = closed({
  kind: Type.Literal('chain-register'),
  id: id(),
  source: text(),
  chains: Type.Array(
    closed({ id: id(), name: text(40), region: regionCode(), parent: orNull(id()), aliases: texts(40) }),
    { minItems: 1 },
  ),
});

export const unitRegisterSchema = closed({
  kind: Type.Literal('unit-register'),
  id: id(),
  source: text(),
  prefixes: closed({ province: texts(10), city: texts(10), county: texts(10) }),
  units: Type.Array(
    closed({
      id: id(),
      national: texts(40),
      province: texts(40),
      city: texts(40),
      county: texts(40),
      local: texts(40),
      places: Type.Array(Type.String({ pattern: '\\{地\\}' }), { default: [] }),
    }),
    { minItems: 1 },
  ),
  governments: closed({
    province: texts(20),
    city: texts(20),
    county: texts(20),
    town: texts(20),
    zone: texts(20),
  }),
  collectives: closed({ starts: texts(20), ends: texts(20), words: texts(20) }),
});

export type RegionRegisterContent = Type.Static<typeof regionRegisterSchema>;
export type ChainRegisterContent = Type.Static<typeof chainRegisterSchema>;
export type UnitRegisterContent = Type.Static<typeof unitRegisterSchema>;
