import { checked } from '../../../platform/http/check.ts';
import { type Actor, permitOwn } from '../../access/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import { type SettingName, settingSchemas } from '../contract/own.ts';
import { readSetting, writeSetting } from '../store.ts';
import type { WorkDeps } from './deps.ts';

/** Signs of JSON that one setting may have. */
const longest = 32_000;

type Value = Record<string, unknown>;

/** One of the actor's own settings; null where he has set nothing. */
export async function readMySetting(actor: Actor, name: SettingName, { db }: WorkDeps): Promise<Value | null> {
  permitOwn(actor);
  return readSetting(db, actor.id, name);
}

/**
 * Sets one of the actor's own settings. Refuses what does not fit the schema of its name, and too much. How wide a
 * column is, is no change of a record, and does not stand in the audit log.
 */
export async function setMySetting(actor: Actor, name: SettingName, value: Value, { db }: WorkDeps): Promise<Value> {
  permitOwn(actor);
  const fitting = checked(settingSchemas[name], value, 'value');
  const length = JSON.stringify(fitting).length;
  if (length > longest)
    throw new RefusalError({ code: 'setting-too-large', field: 'value', given: length, limit: longest });
  await writeSetting(db, actor.id, name, fitting);
  return fitting;
}
