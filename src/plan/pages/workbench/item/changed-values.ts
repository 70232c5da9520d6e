import type { Values } from '../../../../../platform/web/form/model.ts';
import { equalJson } from '../../../domain/equal.ts';

/** The fields that differ from what was there, so that a correction never overwrites what others changed meanwhile. */
export const changedValues = (before: object, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !equalJson((before as Values)[name] ?? null, value ?? null)),
  );
