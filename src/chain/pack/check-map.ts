import { doubles } from '../../../platform/pack-loader/fields.ts';
import type { PackFault } from '../../kernel/index.ts';
import type { MapContent } from './map-schema.ts';

/** What is wrong in a map: ids twice, columns, nodes or chains that are not there, a word of two nodes, needs beyond one. */
export function checkMap(content: MapContent, chains: ReadonlySet<string>): PackFault[] {
  const { nodes, stages, links } = content;
  const columns = new Set(stages.map(({ id }) => id));
  const ids = new Set(nodes.map(({ id }) => id));
  return [
    ...doubles(stages.map(({ id }, at) => ({ path: ['stages', at, 'id'], value: id }))),
    ...doubles(nodes.map(({ id }, at) => ({ path: ['nodes', at, 'id'], value: id }))),
    ...doubles(
      nodes.flatMap((node, at) => node.words.map((value, no) => ({ path: ['nodes', at, 'words', no], value }))),
    ),
    ...doubles(links.map(({ from, to }, at) => ({ path: ['links', at, 'to'], value: `${from}→${to}` }))),
    ...missing(
      nodes.map(({ stage }, at) => ({ path: ['nodes', at, 'stage'], value: stage })),
      columns,
    ),
    ...missing(
      content.chains.map((value, at) => ({ path: ['chains', at], value })),
      chains,
      'pack-chain-unknown',
    ),
    ...missing(
      links.flatMap(({ from, to }, at) => [
        { path: ['links', at, 'from'], value: from },
        { path: ['links', at, 'to'], value: to },
      ]),
      ids,
    ),
    ...links.flatMap(({ from, to }, at): PackFault[] =>
      from === to ? [{ code: 'pack-link-to-itself', path: ['links', at, 'to'], given: to }] : [],
    ),
    ...nodes.flatMap(({ id }, at): PackFault[] => {
      const sum = links.filter(({ to }) => to === id).reduce((total, { need }) => total + need, 0);
      return sum > 1.000001
        ? [{ code: 'pack-needs-too-much', path: ['nodes', at], given: id, limit: Math.round(sum * 1000) / 1000 }]
        : [];
    }),
  ];
}

const missing = (
  items: readonly { readonly path: PackFault['path']; readonly value: string }[],
  known: ReadonlySet<string>,
  code = 'pack-node-unknown',
): PackFault[] =>
  items.filter(({ value }) => !known.has(value)).map(({ path, value }) => ({ code, path, given: value }));
