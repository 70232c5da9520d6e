import type { FastifyInstance } from 'fastify';
import type { NoteFault } from '../../platform/http/errors.ts';
import { serve } from '../../platform/http/serve.ts';
import { offer } from '../../platform/http/sheet.ts';
import { withUpload } from '../../platform/http/upload.ts';
import type { ChainDeps } from './commands/deps.ts';
import { noteAct, saveChainFile, strikeAct } from './commands/keep-chain.ts';
import { addEntry, changeEntry, listEntries } from './commands/keep-lists.ts';
import { putMap, readMap } from './commands/keep-maps.ts';
import { listChainFiles, readChainFile } from './commands/read-chains.ts';
import { chainWorkbook } from './commands/workbook.ts';
import { chainApi } from './contract.ts';
import { mapRoutes } from './routes/map.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export { keepPlaces } from './commands/map/placing.ts';
export { placeInThread } from './commands/map/pool.ts';

/** Every route of the API of chain files and maps. */
export function routes(app: FastifyInstance, deps: ChainDeps, _noteFault: NoteFault): void {
  mapRoutes(app, deps);
  serve(app, chainApi.listChainFiles, ({ actor, query }) => listChainFiles(actor, query, deps));
  serve(app, chainApi.readChainFile, ({ actor, params, query }) => readChainFile(actor, { ...params, ...query }, deps));
  serve(app, chainApi.saveChainFile, ({ actor, params, body }) => saveChainFile(actor, { ...params, ...body }, deps));
  serve(app, chainApi.noteAct, ({ actor, params, body }) => noteAct(actor, { ...params, ...body }, deps));
  serve(app, chainApi.strikeAct, ({ actor, params, body }) => strikeAct(actor, { ...params, ...body }, deps));
  serve(app, chainApi.putMap, ({ actor, params, request }) =>
    withUpload(request, ({ fileName, bytes }) => putMap(actor, { ...params, fileName, bytes }, deps)),
  );
  serve(app, chainApi.readMap, async ({ actor, params, query, reply }) => {
    const { name, mediaType, content } = await readMap(actor, { ...params, ...query }, deps);
    offer(reply, name);
    void reply.type(mediaType);
    return content;
  });
  serve(app, chainApi.listEntries, ({ actor, params }) => listEntries(actor, params, deps));
  serve(app, chainApi.addEntry, ({ actor, params, body }) => addEntry(actor, { ...params, ...body }, deps));
  serve(app, chainApi.changeEntry, ({ actor, params, body }) => changeEntry(actor, { ...params, ...body }, deps));
  serve(app, chainApi.exportChainFile, async ({ actor, params, reply }) => {
    const { name, bytes } = await chainWorkbook(actor, params.chainId, deps);
    offer(reply, `${name}.xlsx`);
    void reply.type(xlsx);
    return bytes;
  });
}
