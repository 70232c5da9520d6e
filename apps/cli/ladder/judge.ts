import { csvLine } from '../../../platform/workbook/csv.ts';
import { titleKindsOf } from '../../../src/enterprise/index.ts';
import { RefusalError } from '../../../src/kernel/index.ts';
import { editionOn, editionsOf, loadLadderRuns, verdictWords } from '../../../src/ladder/index.ts';
import { loadPolicyRuns } from '../../../src/policy/index.ts';
import { packLibrary } from '../../packs.ts';
import type { LadderOptions } from '../commands/ladder.ts';
import { dayOf } from '../policy/library.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Judges every enterprise of a file by one title; nothing is written where the file is wrong. */
export async function judgeHere(options: LadderOptions, terminal: Terminal): Promise<void> {
  const { title, facts, out } = options;
  if (title === undefined || facts === undefined)
    throw new RefusalError({
      ...{ code: 'option-missing', field: 'ladder judge' },
      limit: [title === undefined ? '--title' : [], facts === undefined ? '--facts' : []].flat().join('、'),
    });
  const library = packLibrary(options.packs);
  const { compiledEdition, hintsOf, factsAsked, judgedHeading, judgedRow } = await loadLadderRuns();
  const edition = compiledEdition(library, title, dayOf(options.on));
  const hints = hintsOf(library);
  const { readRows, OutputFile } = await loadPolicyRuns();
  const output = out === undefined ? null : new OutputFile(out);
  const counts = new Map<string, number>();
  const write = async (cells: readonly (string | number)[]): Promise<void> => {
    if (output === null) await terminal.write(csvLine(cells));
    else output.write(Buffer.from(csvLine(cells)));
  };
  try {
    await write(judgedHeading(edition));
    for await (const { id, known } of readRows(facts, [], edition.policy.facts, factsAsked(edition, hints))) {
      const row = judgedRow(edition, id, known, hints);
      const verdict = String(row[3]);
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
      await write(row);
    }
    output?.finish();
  } catch (cause) {
    output?.discard();
    throw cause;
  }
  const told = [...counts].map(([verdict, count]) => `${verdictWords[verdict]} ${count} 户`).join('，');
  await terminal.note(`${edition.name}：${told === '' ? '文件里没有企业' : told}。`);
  if (edition.empty !== null) await terminal.note(`门槛还没有录入：${edition.empty}。`);
}

/** Which edition of each title is in force on a day. */
export async function showEditions(options: LadderOptions, terminal: Terminal): Promise<void> {
  const library = packLibrary(options.packs);
  const on = dayOf(options.on);
  const editions = editionsOf(library);
  for (const { id, name } of titleKindsOf(library)) {
    const edition = editionOn(editions, id, on);
    const until = edition?.to == null ? '起' : `至 ${edition.to}`;
    const is = edition === undefined ? '没有生效的版次' : `${edition.name}，${edition.from} ${until}`;
    await terminal.write(`${id}　${name}：${is}${edition?.empty == null ? '' : `；门槛还没有录入`}\n`);
  }
}
