import { type Actor, permit } from '../../../access/index.ts';
import { dayAt } from '../../../kernel/index.ts';
import type { InstructedJson } from '../../contract.ts';
import { instructDoubtWords, readInstruction } from '../../domain/index.ts';
import { readPlaceNames } from '../../store/origin/units.ts';
import type { TaskDeps } from '../deps.ts';
import { unitBook } from '../from-plan/units.ts';

/** The task that an instruction comes to, with what it leaves open; nothing is made or sent. */
export async function readInstructionOf(actor: Actor, words: string, deps: TaskDeps): Promise<InstructedJson> {
  permit(actor, 'task.instruct');
  const home = actor.post?.scopeRegionId ?? null;
  const book = await unitBook(deps);
  const find = book.finder(home);
  const found = readInstruction(words, { today: dayAt(deps.clock.now()), calendar: deps.calendar, find });
  const chains = actor.post?.chains ?? [];
  const names = await readPlaceNames(deps.db, [], chains);
  return {
    ...{ title: found.title.slice(0, 120), words: words.trim(), dueOn: found.dueOn, dueSaid: found.dueSaid },
    duties: found.duties.map(({ said, unit, candidates, role, part }) => ({
      ...{ said, unit, role, part, candidates: candidates.map(({ id, name }) => ({ id, name })) },
    })),
    milestones: found.milestones.map(({ name, dueOn }) => ({ name, dueOn })),
    doubts: found.doubts.map(instructDoubtWords),
    chains: chains.map((id) => ({ id, name: names.get(`chain ${id}`) ?? id })),
  };
}
