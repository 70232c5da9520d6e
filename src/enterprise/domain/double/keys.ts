import type { Prepared } from './likeness.ts';
import { soundOf } from './signs.ts';

/**
 * By which enterprises find each other before they are compared: the code, the own name and trade as they are, as they sound and
 * with each sign left out, and the person or the telephone together with a part of the name. Two without a common key are not
 * looked at. Numbers of 52 bits.
 */
export function likenessKeys(enterprise: Prepared): number[] {
  const { code, name, others, address, person, phones } = enterprise;
  const keys = new Set<number>();
  if (code.code !== '') {
    keys.add(hashOf('c', code.code));
    // One sign of a code that is wrong stands in one of its halves.
    keys
      .add(hashOf('d', `${code.code.slice(0, 9)}${name.body.slice(0, 1)}`))
      .add(hashOf('e', `${code.code.slice(-9)}`));
  }
  for (const each of [name, ...others]) {
    const { body, brand } = each;
    if (body === '') continue;
    keys.add(hashOf('n', body));
    keys.add(hashOf('s', soundOf(body)));
    if (body.length >= 3 && body.length <= 12)
      for (let at = 0; at < body.length; at++) keys.add(hashOf('n', body.slice(0, at) + body.slice(at + 1)));
    // Places that nobody knows stay before the own name.
    if (body.length >= 6) for (const cut of [2, 3]) keys.add(hashOf('n', body.slice(cut)));
    const own = body.slice(0, Math.max(2, brand));
    if (person !== '') keys.add(hashOf('p', person + own)).add(hashOf('q', person + body.slice(-2) + body.length));
    if (address.door !== '') keys.add(hashOf('a', `${address.road.slice(-4)}${address.door}${own.slice(0, 1)}`));
    for (const phone of phones) keys.add(hashOf('t', phone + own.slice(0, 1))).add(hashOf('u', phone + body.slice(-1)));
  }
  return [...keys];
}

/** Two passes of FNV-1a, joined to as much as a double holds. */
function hashOf(mark: string, text: string): number {
  let [high, low] = [0x811c9dc5, 0x01000193 ^ mark.charCodeAt(0)];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    high = Math.imul(high ^ sign, 0x01000193);
    low = Math.imul(low ^ (sign + at), 0x85ebca6b) ^ (low >>> 13);
  }
  high = Math.imul(high ^ mark.charCodeAt(0) ^ (high >>> 15), 0x2c1b3c6d);
  return ((high >>> 0) & 0xfffff) * 0x100000000 + (low >>> 0);
}
