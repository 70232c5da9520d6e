import { type Dice, diceOf } from '../../src/indicator/domain/testing/dice.ts';
import { addDays } from '../../src/kernel/index.ts';
import {
  acceptReport,
  answerExtension,
  askExtension,
  assign,
  type Cycle,
  closeOut,
  type Deliverable,
  type DutyContent,
  giveBack,
  handBack,
  insist,
  type Moved,
  reassign,
  reopen,
  report,
  sign,
  submit,
  type Task,
  type TaskEvent,
  takeBack,
  urge,
  withdraw,
} from '../../src/task/index.ts';
import { begun, content, duty, office, paper, stamp, told } from '../examples/task.ts';
import type { NaiveTask, Note } from './naive.ts';

/** A task as the slice keeps it, and the plain notes of the same. */
export interface Scripted {
  task: Task;
  readonly events: TaskEvent[];
  readonly naive: NaiveTask;
}

const units = ['甲局', '乙局', '丙局', '丁局', '戊区', '己区', '庚县', '辛县'];

/** A task with one or two leads, some units with a part of their own and some without, and perhaps a figure to reach. */
function invent(roll: Dice, no: number): Scripted {
  const id = `T${String(no).padStart(3, '0')}`;
  const chosen = [...units].sort(() => roll(3) - 1).slice(0, 2 + roll(4));
  const someDay = () => addDays('2025-01-20', roll(330));
  const joint = roll(4) === 0;
  const duties: DutyContent[] = [...new Set(chosen)].map((unit, at) => {
    if (at === 0 || (joint && at === 1)) return duty(`D${at}`, unit, { dueOn: roll(12) === 0 ? null : someDay() });
    return roll(2) === 0
      ? duty(`D${at}`, unit, { role: 'cooperating' })
      : duty(`D${at}`, unit, { role: 'cooperating', part: '配套', dueOn: someDay() });
  });
  const target = roll(3) === 0 ? 50 + roll(100) : null;
  const figure: Deliverable = {
    ...{ id: 'F1', name: '项目', unit: '个', decimals: 0, target: target ?? 0, comparator: '>=', mode: 'cumulative' },
    ...{ from: '2025-01-01', by: '2025-12-31', counts: 'reported', indicatorId: null, dutyId: null },
  };
  const { task, events } = begun(
    content({ id, title: `任务${no}`, duties, deliverables: target === null ? [] : [figure] }),
    office('2025-01-02', no % 400),
  );
  const naive: NaiveTask = {
    id,
    duties: duties.map(({ id: dutyId, unit, role, part, dueOn }) => ({
      ...{ id: dutyId, unit: unit.name, lead: role === 'lead', own: role === 'lead' || part !== null, due: dueOn },
    })),
    notes: [],
    target,
  };
  return { task, events: [...events], naive };
}

/** Days go by, and people do what the rules let them do; what they are refused leaves no trace. */
export class ScriptedYear {
  readonly all: Scripted[];
  readonly #roll: Dice;
  #minute = 0;

  constructor(seed: number, count: number) {
    this.#roll = diceOf(seed);
    this.all = Array.from({ length: count }, (_, no) => invent(this.#roll, no));
  }

  /** What happens on one day while some cycle may be running. */
  live(day: string, cycle: Cycle | null): void {
    this.#minute = 0;
    for (const scripted of this.all) {
      const due = scripted.task.duties.some(
        ({ dueOn }) => dueOn !== null && Math.abs(Date.parse(dueOn) - Date.parse(day)) < 9e8,
      );
      for (let times = this.#roll(due ? 2 : 5) === 0 ? 1 + this.#roll(3) : 0; times > 0; times--)
        this.#act(scripted, day, cycle);
    }
  }

  #act(scripted: Scripted, day: string, cycle: Cycle | null): void {
    const roll = this.#roll;
    const { task } = scripted;
    const one = roll.pick(task.duties);
    const by = stamp(`${one.unit.name}员${roll(2)}`, one.unit.id, day, ++this.#minute);
    const chief = stamp(`审核员${roll(2)}`, 'office', day, this.#minute);
    const later = addDays(day, 5 + roll(90));
    const maybe = roll(3) === 0 ? later : null;
    const to = (id: string): Pick<Note, 'duty'> => ({ duty: id });
    const open = one.extensions.some(({ answer }) => answer === null);
    const tries: readonly (() => readonly [Moved, Omit<Note, 'day'> | null])[] = [
      () => [assign(task, chief), { ...to('all'), did: 'send' }],
      () => [sign(task, one.id, by), null],
      () => [sign(task, one.id, by), null],
      () => [submit(task, one.id, '办完了。', [paper], by), { ...to(one.id), did: 'hand-in' }],
      () => [submit(task, one.id, '办完了。', [paper], by), { ...to(one.id), did: 'hand-in' }],
      () => [closeOut(task, one.id, chief), { ...to(one.id), did: 'close' }],
      () => [closeOut(task, one.id, chief), { ...to(one.id), did: 'close' }],
      () => [giveBack(task, one.id, '缺材料。', maybe, chief), { ...to(one.id), did: 'send-back', to: maybe }],
      () => [takeBack(task, one.id, by), { ...to(one.id), did: 'take-back' }],
      () => [askExtension(task, one.id, later, '设备晚到。', by), null],
      () => [
        answerExtension(task, one.id, maybe, '按此办理。', chief),
        open && maybe ? { ...to(one.id), did: 'prolong', to: maybe } : null,
      ],
      () => [handBack(task, one.id, '不归我们管。', by), null],
      () => [insist(task, one.id, '归你们管。', chief), null],
      () => [urge(task, one.id, '请抓紧。', chief), null],
      () => this.#tell(scripted, one.id, by, day, cycle),
      () => this.#tell(scripted, one.id, by, day, cycle),
      () =>
        roll(3) === 0
          ? [reopen(task, one.id, '数字有误。', maybe, chief), { ...to(one.id), did: 'reopen', to: maybe }]
          : this.#tell(scripted, one.id, by, day, cycle),
      () => (roll(6) === 0 ? this.#give(scripted, one.id, chief, maybe) : [sign(task, one.id, by), null]),
      () => [
        roll(40) === 0 ? withdraw(task, '不办了。', chief) : sign(task, one.id, by),
        roll(1) === 0 ? { ...to('open'), did: 'drop' } : null,
      ],
    ];
    const [moved, note] = roll.pick(tries)();
    if (!moved.ok) return;
    this.#keep(scripted, moved.value, note === null ? null : { ...note, day });
  }

  #tell(
    scripted: Scripted,
    dutyId: string,
    by: ReturnType<typeof stamp>,
    day: string,
    cycle: Cycle | null,
  ): readonly [Moved, Omit<Note, 'day'> | null] {
    const accepted = cycle === null ? null : acceptReport(cycle, by.at);
    const cycleId = accepted?.ok ? accepted.value.cycleId : null;
    const late = accepted?.ok ? accepted.value.late : false;
    const { task, naive } = scripted;
    const lead = naive.duties.find(({ id }) => id === dutyId)?.lead === true;
    const value = Math.floor(
      ((naive.target ?? 0) * Date.parse(day) - (naive.target ?? 0) * Date.parse('2024-12-15')) / 3.2e10 +
        this.#roll(20),
    );
    const figures = naive.target !== null && lead ? [{ deliverableId: 'F1', value }] : [];
    const said = { ...told('有进展。', cycleId), late, figures };
    return [report(task, dutyId, said, by), figures.length > 0 ? { duty: dutyId, did: 'report', value } : null];
  }

  #give(
    scripted: Scripted,
    dutyId: string,
    chief: ReturnType<typeof stamp>,
    dueOn: string | null,
  ): readonly [Moved, Omit<Note, 'day'>] {
    const unit = this.#roll.pick(units);
    const newDutyId = `D${scripted.task.duties.length}n`;
    const moved = reassign(
      scripted.task,
      dutyId,
      { newDutyId, unit: { id: unit, name: unit }, dueOn, reason: '调整。' },
      chief,
    );
    return [moved, { duty: dutyId, did: 'replace', to: newDutyId }];
  }

  #keep(
    scripted: Scripted,
    { task, event }: { readonly task: Task; readonly event: TaskEvent },
    note: Note | null,
  ): void {
    const { naive } = scripted;
    const before = scripted.task;
    scripted.task = task;
    scripted.events.push(event);
    if (event.kind === 'reassigned') {
      const old = naive.duties.find(({ id }) => id === event.dutyId);
      if (old !== undefined)
        naive.duties.push({ ...old, id: event.newDutyId, unit: event.unit.name, due: event.dueOn });
    }
    if (event.kind === 'withdrawn') {
      const open = before.duties.filter(({ state }) => state !== 'closed' && state !== 'replaced');
      for (const each of open) naive.notes.push({ day: event.on, duty: each.id, did: 'drop' });
    } else if (event.kind === 'assigned') {
      for (const each of before.duties) naive.notes.push({ day: event.on, duty: each.id, did: 'send' });
    } else if (note !== null && note.did !== 'drop') naive.notes.push(note);
  }
}
