import { sm3 } from '../../../platform/digest/index.ts';
import { evidenceName, evidenceType } from '../../../platform/files/index.ts';
import { type Actor, permit } from '../../access/index.ts';
import { recording } from '../../audit/index.ts';
import { RefusalError } from '../../kernel/index.ts';
import type { ChainFileJson } from '../contract.ts';
import { insertMap, readMapFile } from '../store.ts';
import type { ChainDeps } from './deps.ts';
import { readChainFile } from './read-chains.ts';
import { keptChain, placeOf, schemeOf, seenChain } from './seen.ts';

/** A map is a picture or a page, not a film. */
export const mostMapBytes = 20 * 1024 * 1024;
const shown: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'application/pdf']);

/** Puts up the next version of a map. Refuses a map that the scheme does not know, and what is no picture and no PDF. */
export async function putMap(
  actor: Actor,
  sent: { readonly chainId: string; readonly mapId: string; readonly fileName: string; readonly bytes: Buffer },
  deps: ChainDeps,
): Promise<ChainFileJson> {
  permit(actor, 'chain.keep');
  const { chainId, mapId, fileName, bytes } = sent;
  const type = evidenceType(fileName, bytes, mostMapBytes);
  if (!shown.has(type.mediaType)) throw new RefusalError({ code: 'evidence-kind', field: fileName });
  await recording(deps, actor, async (db, note) => {
    const chain = await keptChain(actor, chainId, db);
    const map = schemeOf(chain, deps).maps.find(({ id }) => id === mapId);
    if (map === undefined) throw new RefusalError({ code: 'chain-map-unknown', field: 'mapId', given: mapId });
    const { regionId, unitId } = placeOf(chain);
    const file = { name: evidenceName(fileName, type), mediaType: type.mediaType, size: bytes.length };
    await insertMap(db, {
      ...{ ...file, id: deps.newId(), chainId, mapId, regionId, unitId, content: bytes, digest: sm3(bytes) },
      ...{ at: deps.clock.now(), by: actor.name },
    });
    note({
      action: 'chain.put-map',
      record: { kind: 'chain', id: chainId, name: chain.name },
      place: placeOf(chain),
      changes: [{ field: 'map', before: null, after: `${map.name} ${file.name}` }],
    });
  });
  return readChainFile(actor, { chainId }, deps);
}

/** The bytes of a version of a map, the newest where none is named. */
export async function readMap(
  actor: Actor,
  {
    chainId,
    mapId,
    version,
  }: { readonly chainId: string; readonly mapId: string; readonly version?: string | undefined },
  deps: ChainDeps,
): Promise<{ readonly name: string; readonly mediaType: string; readonly content: Buffer }> {
  permit(actor, 'chain.read');
  await seenChain(actor, chainId, deps.db);
  const file = await readMapFile(deps.db, { chainId, mapId, version: version ?? null });
  if (file === undefined) throw new RefusalError({ code: 'chain-map-unknown', field: 'mapId', given: mapId });
  return file;
}
