import { type DiagnosisJson, diagnosisApi } from '../../src/diagnosis/contract.ts';
import { type AnswerValue, completeness, type Form, type Question } from '../../src/diagnosis/index.ts';
import { enterpriseApi } from '../../src/enterprise/contract.ts';
import { addDays } from '../../src/kernel/index.ts';
import type { Asker } from './ask-app.ts';
import type { DemoPost } from './first-start.ts';

interface Given {
  readonly posts: readonly DemoPost[];
  askerOf(post: DemoPost): Promise<Asker>;
  /** The same on a day of the past. */
  askerOn(post: DemoPost, day: string): Promise<Asker>;
  /** YYYY-MM-DD */
  readonly today: string;
}

const city = '990100';
const scales = ['medium', 'large'] as const;

/** How far an enterprise of the round has come, by its place in the list; the rest has not begun. */
const stages = { inspected: 17, submitted: 21, filling: 25 } as const;
/** What those who fill in for themselves have done, in the order of their posts. */
const ownStages = ['inspected', 'filling', 'submitted'] as const;

const providers: readonly (readonly [name: string, sides: readonly string[], services: string, cases: string])[] = [
  ['临江云上科技有限公司', ['base'], '车间联网、设备数据采集、系统上云', '为 6 家织造企业接通了织机数据'],
  ['望江智造软件有限公司', ['operation', 'base'], '生产执行和排产系统的选型、实施、培训', '做过印染企业的批次追溯'],
  [
    '临江市中小企业服务中心',
    ['management', 'effect'],
    '数字化规划、人员培训、改造前后的对照评估',
    '每季度办一期免费培训班',
  ],
];

/**
 * Gives the demo a round of digital diagnosis at all its stages, with the results of the year before for some, and who helps. As
 * its people would: the enterprises that have accounts for themselves, the office for the others, a second office checks. Does
 * nothing when there is a round. Gives how many were diagnosed.
 */
export async function fillDemoDiagnosis({ posts, askerOf, askerOn, today }: Given): Promise<number> {
  const [office, second] = posts.filter(({ roleId, regionId }) => roleId === 'chain-office' && regionId === city);
  if (office === undefined || second === undefined) return 0;
  const keeper = await askerOf(office);
  const { rows: rounds } = await keeper.call(diagnosisApi.listCampaigns, {});
  if (rounds.length > 0) return 0;
  const filter = JSON.stringify({ scale: { in: scales } });
  const query = { box: 'all', filter, sort: 'name', pageSize: 200 } as const;
  const { rows } = await keeper.call(enterpriseApi.listEnterprises, { query });
  // Without its code an enterprise cannot begin; it stays among those that have not.
  const enterprises = rows.filter(({ code, industry }) => code !== null && industry !== null);
  if (enterprises.length === 0) return 0;
  for (const [name, sides, services, cases] of providers) {
    const body = { name, regionId: city, sides: [...sides], services, cases, contact: '0990-1230000' };
    await keeper.call(diagnosisApi.saveProvider, { body });
  }
  const beginsOn = addDays(today, -20);
  const [before, checkedBefore, filled, checked] = [-340, -333, -12, -5].map((days) => addDays(today, days));
  if (before === undefined || checkedBefore === undefined || filled === undefined || checked === undefined) return 0;
  const own = await ownHands({ posts, askerOf });
  const hands = new Map<string, Asker>();
  const handOn = async (id: string, day: string): Promise<Asker> => {
    const post = own.get(id)?.post ?? office;
    const hand = hands.get(`${post.postId} ${day}`) ?? (await askerOn(post, day));
    hands.set(`${post.postId} ${day}`, hand);
    return hand;
  };
  const earlier = await askerOn(second, checkedBefore);
  const inspector = await askerOn(second, checked);
  for (const [at, { id }] of enterprises.entries())
    if (at % 3 !== 2 || own.has(id)) {
      const sheet = await fillIn(await handOn(id, before), id, abilityOf(at) - 9 - (at % 4) * 4);
      await check(earlier, sheet, at);
    }
  await (await askerOn(office, beginsOn)).call(diagnosisApi.createCampaign, {
    body: {
      ...{ name: '规模企业数字化诊断全覆盖', regionId: city, questionnaireId: 'sme-index', industries: [] },
      ...{ scales: [...scales], beginsOn, dueOn: addDays(today, 10), note: '中型、大型企业先做。' },
    },
  });
  let done = 0;
  for (const [at, { id }] of enterprises.entries()) {
    const stage = own.get(id)?.stage ?? stageAt(at);
    if (stage === undefined) continue;
    const hand = await handOn(id, filled);
    const sheet = await fillIn(hand, id, abilityOf(at), stage === 'filling');
    if (stage === 'inspected') await check(inspector, sheet, at);
    done += 1;
  }
  return done;
}

/** The enterprises that have accounts of their own, by their ids. */
async function ownHands({ posts, askerOf }: Pick<Given, 'posts' | 'askerOf'>) {
  const hands = new Map<string, { readonly post: DemoPost; readonly stage: (typeof ownStages)[number] }>();
  for (const [at, post] of posts.filter(({ roleId }) => roleId === 'enterprise').entries()) {
    const { id } = await (await askerOf(post)).call(enterpriseApi.readOwn, {});
    if (id !== null) hands.set(id, { post, stage: ownStages[at % ownStages.length] ?? 'filling' });
  }
  return hands;
}

const stageAt = (at: number) => (['inspected', 'submitted', 'filling'] as const).find((stage) => at < stages[stage]);

/** How good an enterprise is at it, of a hundred; spread widely. */
const abilityOf = (at: number): number => 24 + ((at * 41) % 67);

/** Begins a diagnosis and answers it: half of it where it stays a draft, else all with the papers, and hands it in. */
async function fillIn(hand: Asker, enterpriseId: string, ability: number, onlyHalf = false): Promise<DiagnosisJson> {
  const body = { questionnaireId: 'sme-index' };
  const begun = await hand.call(diagnosisApi.startDiagnosis, { params: { enterpriseId }, body });
  const params = { diagnosisId: begun.id };
  const form = begun.form as unknown as Form;
  const whole = [...answersFor(form, ability)];
  const answers = (onlyHalf ? whole.slice(0, Math.ceil(whole.length / 2)) : whole).map(([questionId, value]) => ({
    ...{ questionId, value: value as string, note: '', revision: 0 },
  }));
  await hand.call(diagnosisApi.saveAnswers, { params, body: { answers } });
  if (onlyHalf) return begun;
  for (const [nth, question] of form.sides.flatMap(({ questions }) => questions).entries())
    if (question.evidence === 'must' && isWorth(question, new Map(whole).get(question.id))) {
      const paper = new FormData();
      paper.set('questionId', question.id);
      paper.set('file', new Blob([`%PDF-1.4\n% ${begun.id} ${nth}\n%%EOF\n`]), '系统首页截图.pdf');
      await hand.call(diagnosisApi.addFile, { params, form: paper });
    }
  return hand.call(diagnosisApi.submitDiagnosis, { params, body: { promise: true } });
}

/** A second person checks it; now and then he finds less than was said. */
async function check(inspector: Asker, sheet: DiagnosisJson, at: number): Promise<void> {
  const params = { diagnosisId: sheet.id };
  const said = sheet.self.find(({ questionId }) => questionId === 'data-use');
  if (at % 4 === 1 && typeof said?.value === 'number' && said.value > 0) {
    const note = '现场看了三次经营例会的材料，多数决定没有数据支撑。';
    const answers = [{ questionId: 'data-use', value: said.value - 1, note, revision: 0 }];
    await inspector.call(diagnosisApi.saveInspection, { params, body: { answers } });
  }
  await inspector.call(diagnosisApi.finishInspection, { params, body: { note: '' } });
}

const isWorth = (question: Question, value: AnswerValue | undefined): boolean =>
  question.kind === 'several' &&
  Array.isArray(value) &&
  question.options.some(({ id, points }) => points > 0 && value.includes(id));

/** What an enterprise that is so good at it answers to every question that it is shown. */
function answersFor(form: Form, ability: number): Map<string, AnswerValue> {
  const answers = new Map<string, AnswerValue>();
  for (;;) {
    const { missing } = completeness(form, answers);
    if (missing.length === 0) return answers;
    for (const question of missing) {
      // Nobody is equally good at everything.
      const at = [...question.id].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), ability * 7) % 31;
      answers.set(question.id, answerAt(question, Math.min(0.99, Math.max(0, (ability + at - 15) / 100))));
    }
  }
}

function answerAt(question: Question, share: number): AnswerValue {
  switch (question.kind) {
    case 'one': {
      const ranked = question.options.toSorted((a, b) => a.points - b.points);
      return ranked[Math.floor(share * ranked.length)]?.id ?? '';
    }
    case 'several': {
      const some = question.options.filter(({ alone }) => !alone);
      const alone = question.options.find((option) => option.alone);
      const chosen = some.slice(0, Math.round(share * some.length)).map(({ id }) => id);
      return chosen.length > 0 ? chosen : [(alone ?? some[0])?.id ?? ''];
    }
    case 'number': {
      // Half-way to the highest band is well on the way: few reach it, as few sell half of what they make online.
      const highest = Number(question.bands.at(-1)?.from ?? question.most);
      return (highest * share).toFixed(Math.min(1, question.decimals));
    }
    case 'scale':
      return Math.round(share * question.most);
    case 'text':
      return '';
  }
}
