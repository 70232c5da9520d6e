import { send } from '../../../../../platform/web/api.ts';
import type { Field, Values } from '../../../../../platform/web/form/model.ts';
import { addDays } from '../../../../kernel/index.ts';
import { type DutyJson, type TaskJson, tasksApi } from '../../../contract.ts';
import { todayHere } from '../../parts/today.ts';
import type { DutyMove } from './names.ts';

type Evidence = TaskJson['events'][number]['evidence'];

/** A move that asks for words, days or a choice before it is made. */
export interface MoveForm {
  readonly title: string;
  /** What it brings about. */
  hint?(task: TaskJson, duty: DutyJson): string;
  fields(task: TaskJson, duty: DutyJson): readonly Field[];
  initial?(task: TaskJson, duty: DutyJson): Values;
  readonly button: string;
  readonly done: string;
  perform(task: TaskJson, duty: DutyJson, values: Values): Promise<TaskJson>;
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const dayOrNull = (value: unknown): string | null => (text(value) === '' ? null : text(value));
const at = ({ id, revision }: TaskJson, duty: DutyJson) => ({
  params: { taskId: id },
  body: { revision, dutyId: duty.id },
});
const said = (name: string, label: string, help?: string): Field => ({
  ...{ input: 'long', name, label, required: true, most: 2000 },
  ...(help !== undefined && { help }),
});
const moreTime: Field = {
  ...{ input: 'day', name: 'to', label: '给到哪一天', width: 3 },
  help: '不填就不改时限。最初的时限一直看得见。',
};
const withReason = (
  endpoint: typeof tasksApi.handBackDuty | typeof tasksApi.insistDuty,
  task: TaskJson,
  duty: DutyJson,
  { reason }: Values,
): Promise<TaskJson> => {
  const { params, body } = at(task, duty);
  return send(endpoint, { params, body: { ...body, reason: text(reason) } });
};
const backWith = (
  endpoint: typeof tasksApi.giveBackDuty | typeof tasksApi.reopenDuty,
  task: TaskJson,
  duty: DutyJson,
  { reason, to }: Values,
): Promise<TaskJson> => {
  const { params, body } = at(task, duty);
  return send(endpoint, { params, body: { ...body, reason: text(reason), to: dayOrNull(to) } });
};
const asked = ({ extensions }: DutyJson) => extensions.find(({ answer }) => answer === null);

export const moveForms = {
  handBack: {
    title: '退回',
    hint: () => '写明为什么不由本单位承担。退回以后时限照算，由派任务的办公室决定改派还是不同意。',
    fields: () => [said('reason', '理由')],
    ...{ button: '退回', done: '已退回，等办公室处理。' },
    perform: (task, duty, values) => withReason(tasksApi.handBackDuty, task, duty, values),
  },
  insist: {
    title: '不同意退回',
    hint: (_task, duty) => `${duty.unit.name}照旧承担。`,
    fields: () => [said('reason', '理由')],
    ...{ button: '不同意退回', done: '已答复，这个单位照旧承担。' },
    perform: (task, duty, values) => withReason(tasksApi.insistDuty, task, duty, values),
  },
  reassign: {
    title: '改派给别的单位',
    hint: (_task, duty) => `${duty.unit.name}的经过都留着，新的单位接着办。`,
    fields: () => [
      { input: 'pick', of: 'unit', name: 'unitId', label: '改派给', required: true },
      { input: 'day', name: 'dueOn', label: '新的时限', width: 3, help: '不填就照原来的；已经过期的要填' },
      said('reason', '理由'),
    ],
    ...{ button: '改派', done: '已改派，新的单位会收到消息。' },
    perform: (task, duty, { unitId, dueOn, reason }) => {
      const { params, body } = at(task, duty);
      const given = { unitId: text(unitId), dueOn: dayOrNull(dueOn), reason: text(reason) };
      return send(tasksApi.reassignDuty, { params, body: { ...body, ...given } });
    },
  },
  askExtension: {
    title: '申请延期',
    hint: (_task, duty) =>
      `现在的时限是 ${duty.dueOn ?? '没有'}。批准以后，最初的时限仍然看得见；已经超期的仍算超期过。`,
    fields: () => [{ input: 'day', name: 'to', label: '延到', width: 3, required: true }, said('reason', '理由')],
    ...{ button: '申请延期', done: '申请已送出，等办公室答复。' },
    perform: (task, duty, { to, reason }) => {
      const { params, body } = at(task, duty);
      return send(tasksApi.askExtension, { params, body: { ...body, to: text(to), reason: text(reason) } });
    },
  },
  answerExtension: {
    title: '答复延期申请',
    hint: (_task, duty) => {
      const request = asked(duty);
      if (request === undefined) return '';
      const { by, on, words } = request.asked;
      return `${by.name} ${on} 申请从 ${request.from} 延到 ${request.to}。理由：${words}`;
    },
    fields: () => [
      {
        ...{ input: 'choice', name: 'agree', label: '答复', width: 3, required: true },
        options: [
          { value: 'yes', label: '同意延期' },
          { value: 'no', label: '不同意' },
        ],
      },
      {
        ...{ input: 'day', name: 'to', label: '延到', width: 3, required: true },
        shown: ({ agree }) => agree === 'yes',
      },
      said('reason', '意见'),
    ],
    initial: (_task, duty) => ({ to: asked(duty)?.to }),
    ...{ button: '答复', done: '已答复。' },
    perform: (task, duty, { agree, to, reason }) => {
      const { params, body } = at(task, duty);
      const answer = { to: agree === 'yes' ? text(to) : null, reason: text(reason) };
      return send(tasksApi.answerExtension, { params, body: { ...body, ...answer } });
    },
  },
  submit: {
    title: '申请销号',
    hint: () => '写明完成了什么，附上证明材料。由第二个人审定以后销号，以今天报送的日子论是否按时。',
    fields: () => [said('words', '完成情况')],
    ...{ button: '申请销号', done: '已报送，等第二个人审定。' },
    perform: (task, duty, { words, evidence }) => {
      const { params, body } = at(task, duty);
      const given = { words: text(words), evidence: (evidence ?? []) as Evidence };
      return send(tasksApi.submitDuty, { params, body: { ...body, ...given } });
    },
  },
  closeOut: {
    title: '销号',
    hint: () => '看过证明材料，同意办结，就销号。报过进展、申请过销号的人不能自己审定。',
    fields: () => [],
    ...{ button: '同意销号', done: '已销号。' },
    perform: (task, duty) => send(tasksApi.closeDuty, at(task, duty)),
  },
  giveBack: {
    title: '退回销号申请',
    hint: () => '写明还缺什么。时限照算，除非另给日子。',
    fields: () => [said('reason', '还缺什么'), moreTime],
    ...{ button: '退回', done: '已退回，请单位补充。' },
    perform: (task, duty, values) => backWith(tasksApi.giveBackDuty, task, duty, values),
  },
  reopen: {
    title: '重新打开',
    hint: () => '已经销号的重新办理。原来的销号和这次的理由都留着。',
    fields: () => [said('reason', '理由'), moreTime],
    ...{ button: '重新打开', done: '已重新打开，单位会收到消息。' },
    perform: (task, duty, values) => backWith(tasksApi.reopenDuty, task, duty, values),
  },
  urge: {
    title: '催办',
    fields: () => [said('words', '催什么')],
    initial: (_task, duty) => ({ words: duty.reason }),
    ...{ button: '催办', done: '已催办，对方会收到消息。' },
    perform: (task, duty, { words }) => {
      const { params, body } = at(task, duty);
      return send(tasksApi.urgeDuty, { params, body: { ...body, words: text(words) } });
    },
  },
  supervise: {
    title: '发督办函',
    hint: () => '督办函由系统编号，单位要在日期之前书面回复。',
    fields: () => [
      { input: 'day', name: 'replyBy', label: '几号前回复', width: 3, required: true },
      said('words', '要求'),
    ],
    initial: () => ({ replyBy: addDays(todayHere(), 7) }),
    ...{ button: '发督办函', done: '督办函已发出。' },
    perform: (task, duty, { replyBy, words }) => {
      const { params, body } = at(task, duty);
      return send(tasksApi.superviseDuty, { params, body: { ...body, replyBy: text(replyBy), words: text(words) } });
    },
  },
  escalate: {
    title: '报链长',
    fields: () => [
      { input: 'pick', of: 'party', name: 'postId', label: '报给谁', required: true },
      said('words', '请链长定什么'),
    ],
    ...{ button: '报链长', done: '已报送。' },
    perform: (task, duty, { postId, words }) => {
      const { params, body } = at(task, duty);
      return send(tasksApi.escalateDuty, { params, body: { ...body, postId: text(postId), words: text(words) } });
    },
  },
  answerLetter: {
    title: '回复督办函',
    fields: (_task, duty) => [
      {
        ...{ input: 'choice', name: 'number', label: '哪一封', required: true },
        options: duty.urgings.flatMap(({ step, number, repliedOn, replyBy, paperId }) =>
          step === 'supervise' && number !== null && repliedOn === null && paperId === undefined
            ? [{ value: number, label: `${number}（${replyBy} 前回复）` }]
            : [],
        ),
      },
      said('words', '回复'),
    ],
    initial: (_task, duty) => ({
      number: duty.urgings.find(
        ({ step, repliedOn, paperId }) => step === 'supervise' && repliedOn === null && paperId === undefined,
      )?.number,
    }),
    ...{ button: '回复', done: '已回复。' },
    perform: (task, duty, { number, words }) => {
      const { params, body } = at(task, duty);
      return send(tasksApi.answerLetter, { params, body: { ...body, number: text(number), words: text(words) } });
    },
  },
} satisfies Partial<Record<DutyMove, MoveForm>>;

export type FormMove = keyof typeof moveForms;
export const isFormMove = (move: DutyMove): move is FormMove => Object.hasOwn(moveForms, move);
