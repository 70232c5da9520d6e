import type { Likened } from './model.ts';
import { bigramsOf, enterpriseCore, nameCore, plain } from './normal.ts';

/** Bands of two least hashes each: texts that share a third of their pairs nearly always share a band. */
const bands = 12;

/**
 * By which projects find each other before they are compared in full: numbers, the enterprise, and bands of least hashes over
 * the pairs of signs in name and enterprise. Two projects without a common key are not looked at.
 */
export function likenessKeys(project: Likened): string[] {
  const { code, creditCode } = project;
  const enterprise = enterpriseCore(project.enterprise);
  const name = nameCore(project.name, project.enterprise);
  return [
    ...(code === null ? [] : [`p:${code}`]),
    ...(creditCode === null ? [] : [`c:${creditCode}`]),
    `e:${enterprise}`,
    `n:${name}`,
    ...bandsOf('b', bigramsOf(`${enterprise}${name}`)),
    ...bandsOf('s', bigramsOf(`${name}${plain(project.site)}`)),
  ];
}

function bandsOf(mark: string, pairs: ReadonlyMap<string, number>): string[] {
  return Array.from(
    { length: bands },
    (_, band) => `${mark}${band}:${least(pairs, band * 2)}.${least(pairs, band * 2 + 1)}`,
  );
}

function least(pairs: ReadonlyMap<string, number>, seed: number): string {
  let found = 0xffffffff;
  for (const pair of pairs.keys()) found = Math.min(found, hashOf(pair, seed));
  return found.toString(36);
}

/** FNV-1a, begun differently for each seed and mixed at its end. */
function hashOf(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return (hash ^ (hash >>> 13)) >>> 0;
}
