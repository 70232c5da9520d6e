import { csvCell } from '../../../platform/workbook/csv.ts';
import { RefusalError } from '../../../src/kernel/index.ts';
import { type CompiledPolicy, explainer, type Known, loadPolicyRuns, mostAllowed } from '../../../src/policy/index.ts';
import type { PolicyOptions } from '../commands/policy.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { policiesToRun } from './library.ts';

/** One thing that cannot be told of one enterprise yet: what it could come to, and what has to be found out. */
interface Unsettled {
  readonly clause: string;
  readonly group: string;
  /** Whole 元 at most; null: the clause names no limit. Of an exclusion: nothing. */
  readonly most: number | null;
  /** Ids of facts. */
  readonly missing: readonly string[];
}

const heading = ['id', 'clause', 'group', 'most_yuan', 'missing', '待查'];

/** Everything that cannot be told yet about the enterprises of a file, one line each, with the facts that would settle it. */
export async function unsettledHere(options: PolicyOptions, ids: readonly string[], terminal: Terminal): Promise<void> {
  const { facts, out } = options;
  if (facts === undefined)
    throw new RefusalError({ code: 'option-missing', field: 'policy unsettled', limit: '--facts' });
  const { policies, facts: table } = await policiesToRun(options, ids);
  const { readRows, leftOutOf, OutputFile } = await loadPolicyRuns();
  const leftOut = await leftOutOf(facts, policies);
  for (const { group, columns } of leftOut) await terminal.note(`没有看 ${group}：文件里没有 ${columns.join('、')}。`);
  const without = new Set(leftOut.map(({ group }) => group));
  const judges = policies.map((policy) => unsettledOf(policy, without));
  const output = out === undefined ? null : new OutputFile(out);
  const write = async (cells: readonly (string | number)[]): Promise<void> => {
    const line = `${cells.map((each) => csvCell(String(each))).join(',')}\n`;
    if (output === null) await terminal.write(line);
    else output.write(Buffer.from(line));
  };
  const nameOf = (id: string): string => table.facts[table.numberOf(id) ?? -1]?.name ?? id;
  let [lines, enterprises] = [0, 0];
  try {
    await write(heading);
    for await (const { id, known } of readRows(facts, policies, table)) {
      const found = judges.flatMap((judge) => judge(known));
      for (const { clause, group, most, missing } of found)
        await write([id, clause, group, most ?? '', missing.join(' '), missing.map(nameOf).join('、')]);
      lines += found.length;
      enterprises += found.length > 0 ? 1 : 0;
    }
    output?.finish();
  } catch (cause) {
    output?.discard();
    throw cause;
  }
  await terminal.note(
    lines === 0
      ? '没有要查的：每一户的每一条都能断定。'
      : `${enterprises} 户共 ${lines} 条还不能断定，最后一列是要查的。`,
  );
}

/** What is open of a policy for one enterprise; a clause that could not change what its group pays is not. */
function unsettledOf(policy: CompiledPolicy, without: ReadonlySet<string>): (known: Known) => Unsettled[] {
  const explain = explainer(policy);
  const most = policy.clauses.map((clause) => mostAllowed(clause, policy.facts));
  const groupOf = policy.clauses.map((_, at) => {
    const group = policy.groups.find(({ members }) => members.includes(at));
    return group === undefined ? '' : `${policy.id}/${group.id}`;
  });
  return (known) => {
    const { excluded, clauses, groups } = explain(known);
    const open = groups.flatMap(({ id: group, state }, at): Unsettled[] =>
      state !== 'unknown' || without.has(`${policy.id}/${group}`)
        ? []
        : (policy.groups[at]?.members ?? []).flatMap((member): Unsettled[] => {
            const [explained, clause] = [clauses[member], policy.clauses[member]];
            if (explained?.state !== 'unknown' || clause === undefined) return [];
            return [{ ...names(policy, clause.id, group), most: most[member] ?? null, missing: explained.missing }];
          }),
    );
    // Whether somebody is left out matters only while there is something to get.
    const matters = clauses.some(({ state }, at) => state !== 'no' && !without.has(groupOf[at] ?? ''));
    if (excluded?.state !== 'unknown' || !matters) return open;
    return [{ ...names(policy, '一律不给的情形', ''), most: null, missing: excluded.missing }, ...open];
  };
}

const names = ({ id }: CompiledPolicy, clause: string, group: string) => ({
  clause: `${id}/${clause}`,
  group: group === '' ? '' : `${id}/${group}`,
});
