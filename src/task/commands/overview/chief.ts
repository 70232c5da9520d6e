import { type Actor, permit } from '../../../access/index.ts';
import type { ChiefJson, NeedJson } from '../../contract.ts';
import { dayWords, lights, reasonWords } from '../../domain/index.ts';
import { readPlaceNames } from '../../store/origin/units.ts';
import { type ChainLight, type NeedRow, readChainLights, readNeeds } from '../../store/overview/chief.ts';
import type { TaskDeps } from '../deps.ts';

const perKind = 30;

const kindTitles = {
  escalated: '报请过问',
  red: '红灯',
  disputed: '单位退回',
  help: '单位求助',
  extension: '申请延期',
} as const;
const kinds = Object.keys(kindTitles) as NeedRow['kind'][];

/** What needs a chief in his reach, with the sentence of the document, and how each chain stands. */
export async function readChief(
  actor: Actor,
  { chainId }: { readonly chainId: string | null },
  { db }: TaskDeps,
): Promise<ChiefJson> {
  permit(actor, 'task.read');
  const needs = await readNeeds(db, { reach: actor.reach, chainId, toMe: actor.name, perKind });
  const chains = await readChainLights(db, { reach: actor.reach, chainId });
  const names = await readPlaceNames(
    db,
    needs.map(({ regionId }) => regionId),
    [...needs.flatMap(({ chainIds }) => chainIds), ...chains.map((each) => each.chainId)],
  );
  return {
    needs: kinds.flatMap((kind) => {
      const rows = needs.filter((each) => each.kind === kind);
      const [first] = rows;
      return first === undefined
        ? []
        : [{ kind, title: kindTitles[kind], total: first.total, rows: rows.map((row) => needAnswer(row, names)) }];
    }),
    chains: chainRows(chains, names),
    mayInstruct: actor.permissions.has('task.instruct'),
  };
}

function needAnswer(row: NeedRow, names: ReadonlyMap<string, string>): NeedJson {
  return {
    ...{ taskId: row.taskId, dutyId: row.dutyId, title: row.title, unit: { id: row.unitId, name: row.unitName } },
    ...{ light: row.light, why: whyOf(row), words: row.words, source: row.source, dueOn: row.dueOn },
    plan:
      row.planId === null || row.edition === null
        ? null
        : { planId: row.planId, edition: row.edition, itemId: row.itemId, name: row.source },
    chains: row.chainIds.map((id) => ({ id, name: names.get(`chain ${id}`) ?? id })),
    regionName: names.get(`region ${row.regionId}`) ?? row.regionId,
  };
}

function whyOf({ kind, said, reason }: NeedRow): string {
  const lit = reasonWords(reason, reason.decimals, reason.figureUnit);
  switch (kind) {
    case 'escalated':
      return `报${said ?? '链长'}：${lit}`;
    case 'red':
      return lit;
    case 'disputed':
      return `退回：${said ?? ''}`;
    case 'help':
      return `求助：${said ?? ''}`;
    case 'extension':
      return `申请延到${said === null ? '' : dayWords(said)}。${lit}`;
  }
}

/** A row for each chain, the one with most red first; tasks without a chain last. */
function chainRows(found: readonly ChainLight[], names: ReadonlyMap<string, string>): ChiefJson['chains'] {
  const ids = [...new Set(found.map(({ chainId }) => chainId))];
  const rows = ids.map((id) => {
    const own = found.filter(({ chainId }) => chainId === id);
    const counts = lights.flatMap((light) => {
      const count = own.find((each) => each.light === light)?.open ?? 0;
      return count === 0 ? [] : [{ light, count }];
    });
    return {
      chain: id === null ? null : { id, name: names.get(`chain ${id}`) ?? id },
      ...{ lights: counts, open: own.reduce((sum, each) => sum + each.open, 0) },
      closed: own.reduce((sum, each) => sum + each.closed, 0),
    };
  });
  const red = (row: (typeof rows)[number]) => row.lights.find(({ light }) => light === 'red')?.count ?? 0;
  return rows.sort((a, b) => Number(a.chain === null) - Number(b.chain === null) || red(b) - red(a) || b.open - a.open);
}
