import { sm3 } from '../../../../platform/digest/index.ts';
import { canonicalJson } from '../../../audit/index.ts';

export { canonicalJson };
/** The digest of a value, whatever the order of its fields. */
export const sm3OfJson = (value: unknown): string => sm3(canonicalJson(value));
