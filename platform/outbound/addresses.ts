import { type LookupAddress, type LookupOptions, lookup as resolve } from 'node:dns';
import { BlockList, isIP } from 'node:net';

/** Never called by anything of ours: this machine by its odd names, link-local (cloud metadata), groups, reserved. */
const never = listOf(
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
  ['2001:db8::', 32],
);
/** Inside a house: only where the administrator has said that hooks may be there (RFC 1918, 6598, 4193, loopback). */
const inside = listOf(
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['::1', 128],
  ['fc00::', 7],
);

function listOf(...nets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of nets) list.addSubnet(net, prefix, isIP(net) === 6 ? 'ipv6' : 'ipv4');
  return list;
}

/** An address that may not be called. */
export class AddressForbidden extends Error {
  readonly code = 'address-private';
}

/** Whether an IP address may be called. */
export function mayCall(address: string, allowInside: boolean): boolean {
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  return !never.check(address, family) && (allowInside || !inside.check(address, family));
}

type Found = (cause: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * A `lookup` for connections that gives an address only when every address of the name may be called. The connection is
 * made to what was looked at here, so that the name cannot mean something else a moment later.
 */
export const guardedLookup =
  (allowInside: boolean) =>
  (name: string, options: LookupOptions, found: Found): void => {
    resolve(name, { ...options, all: true }, (cause, addresses) => {
      if (cause) return found(cause, []);
      if (!addresses.every(({ address }) => mayCall(address, allowInside)))
        return found(new AddressForbidden(name), []);
      if (options.all) return found(null, addresses);
      return found(null, addresses[0]?.address ?? '', addresses[0]?.family);
    });
  };
