import { addDays } from '../../src/kernel/index.ts';
import type { Demo } from './demo-tasks.ts';

/** What the chief gave in his own words. */
export async function instruct({ hands, chief, at, today }: Demo): Promise<void> {
  if (chief === null) return;
  const month = Number(addDays(today, 40).slice(5, 7));
  const said = [
    [30, `请工信局牵头、商务局配合，${month}月底前把外贸订单对接会办好。`],
    [5, '由市生态环境局牵头，芦洲区配合，十天内摸清印染企业中水回用的底数。'],
  ] as const;
  for (const [days, words] of said) {
    const deps = at(addDays(today, -days));
    const { title, duties, dueOn, milestones, chains } = await hands.readInstructionOf(chief, words, deps);
    if (dueOn === null || duties.some(({ unit }) => unit.id === null)) continue;
    const owed = duties.map(({ unit, role, part }) => ({
      ...{ unitId: unit.id, unitName: unit.name, role, part, dueOn: role === 'lead' ? dueOn : null },
    }));
    await hands.addTask(
      chief,
      {
        ...{
          title,
          words,
          source: { kind: 'instruction' },
          chains: chains.map(({ id }) => id),
          duties: owed,
          send: true,
        },
        milestones: milestones.map((each) => ({ ...each, dutyId: null })),
        ...{ deliverables: [], dependsOn: [] },
      },
      deps,
    );
  }
}

/** A meeting that was held, with decisions of which something became, and one that stands before the door. */
export async function meet({ hands, office, at, today }: Demo): Promise<void> {
  const held = addDays(today, -14);
  const deps = at(held);
  const head = {
    place: '市政府三楼会议室',
    chair: '市政府分管领导',
    chainId: null,
    sits: ['lj-gxj', 'lj-swj', 'lj-sthj'],
  };
  const first = await hands.openMeeting(
    office,
    { ...head, title: '现代纺织产业链调度会', heldOn: held, compose: ['red', 'disputed', 'help', 'extension'] },
    deps,
  );
  let meeting = first;
  const [one, two] = first.items;
  const due = addDays(today, 45);
  const duty = { unitId: 'lj-gxj', unitName: '临江市工业和信息化局', role: 'lead' as const, part: null, dueOn: due };
  if (one !== undefined) {
    const note = { kind: 'note' as const, words: '责任单位说明了原因，会后一周内报整改时间表。' };
    meeting = await hands.decideItem(
      office,
      { meetingId: first.id, itemId: one.id },
      { revision: meeting.revision, decision: note },
      deps,
    );
  }
  if (two !== undefined) {
    const task = {
      ...{
        kind: 'task' as const,
        title: '拿出印染园区供热保障方案',
        words: '和园区、供热企业一起定。',
        milestones: [],
      },
      duties: [duty],
    };
    meeting = await hands.decideItem(
      office,
      { meetingId: first.id, itemId: two.id },
      { revision: meeting.revision, decision: task },
      deps,
    );
  }
  await hands.endMeeting(
    office,
    first.id,
    { revision: meeting.revision, note: '各单位对照清单抓落实，下月调度会报结果。' },
    deps,
  );
  await hands.openMeeting(
    office,
    {
      ...{ ...head, title: '现代纺织产业链周调度', heldOn: addDays(today, 2) },
      compose: ['escalated', 'red', 'disputed', 'help', 'extension'],
    },
    at(addDays(today, -1)),
  );
}
