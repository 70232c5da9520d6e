import { chainApi, chainMapApi, type NewActJson } from '../../src/chain/contract.ts';
import type { Asker } from './ask-app.ts';

/** Who runs each chain of the invented city, and what is weak or wanted in it; people stand by their office. */
const files: readonly {
  readonly chain: string;
  readonly chief: readonly [name: string, title: string];
  readonly lead: readonly [id: string, name: string];
  readonly association: string | null;
  readonly places: readonly string[];
  readonly weak: readonly (readonly [name: string, words: string, owner: string])[];
  readonly needs: readonly (readonly [name: string, words: string, owner: string])[];
  /** Months of the year before and of this one in which the chief did not visit. */
  readonly missed: readonly number[];
}[] = [
  {
    ...{ chain: 'lj-textile', chief: ['常务副市长', '现代纺织产业链链长'], lead: ['lj-gxj', '临江市工业和信息化局'] },
    ...{ association: '临江市纺织行业协会', places: ['芦洲区', '望江区'], missed: [2, 8] },
    weak: [
      ['印染后整理', '本地没有达标的印染集中区，坯布送到外地加工。', '芦洲区'],
      ['自主品牌', '代工多，品牌少。', '临江市商务局'],
    ],
    needs: [['熟练缝纫工', '旺季缺口大，想和职业学校合办班。', '临江市人力资源和社会保障局']],
  },
  {
    ...{
      chain: 'lj-equipment',
      chief: ['副市长（分管工业）', '智能装备产业链链长'],
      lead: ['lj-fgw', '临江市发展和改革委员会'],
    },
    ...{ association: '临江市智能装备产业促进会', places: ['临江高新区'], missed: [5] },
    weak: [['精密减速器', '全部外购。', '临江市科学技术局']],
    needs: [],
  },
  {
    ...{ chain: 'lj-food', chief: ['副市长（分管农业）', '绿色食品产业链链长'], lead: ['lj-nyj', '临江市农业农村局'] },
    ...{
      association: null,
      places: ['青石区'],
      missed: [],
      weak: [],
      needs: [['冷链仓库', '采摘季库容不够。', '临江市商务局']],
    },
  },
];

const kinds = { meeting: 'meeting', visit: 'visit' } as const;

/**
 * Writes the files of the invented city's chains as its office, with what their chiefs did since last January. Chains that have
 * a file already are left alone. Gives how many it wrote.
 */
export async function fillDemoChains(office: Asker, today: string): Promise<number> {
  const { chains } = await office.call(chainApi.listChainFiles, { query: {} });
  let written = 0;
  for (const file of files) {
    const row = chains.find(({ id, mayKeep }) => id === file.chain && mayKeep);
    if (row === undefined) continue;
    const params = { chainId: file.chain };
    const { revision } = await office.call(chainApi.readChainFile, { params, query: {} });
    if (revision > 0) continue;
    const [name, title] = file.chief;
    const [leadId, leadName] = file.lead;
    const association = file.association === null ? null : { name: file.association, contact: '秘书处' };
    const content = {
      ...{ chiefs: [{ name, title }], leadUnit: { id: leadId, name: leadName }, office: '设在牵头单位' },
      ...{ association, places: [...file.places], note: null },
    };
    await office.call(chainApi.saveChainFile, { params, body: { revision, content } });
    for (const act of actsOf(name, file.places, file.missed, today))
      await office.call(chainApi.noteAct, { params, body: act });
    for (const [listId, lines] of Object.entries({ weak: file.weak, needs: file.needs }))
      for (const [line, words, owner] of lines)
        await office.call(chainApi.addEntry, {
          params: { ...params, listId },
          body: { name: line, words, owner, dueOn: null },
        });
    written += 1;
  }
  return written;
}

const subjects = ['了解订单和用工', '看在建项目', '听企业诉求', '看研发和改造'] as const;

/** One meeting in March and a visit each month, but for those missed, from last January to today. */
function actsOf(by: string, places: readonly string[], missed: readonly number[], today: string): NewActJson[] {
  const year = Number(today.slice(0, 4));
  const months = [year - 1, year].flatMap((each) => Array.from({ length: 12 }, (_, at) => [each, at + 1] as const));
  const visits = months
    .filter(([, month]) => !missed.includes(month))
    .map(([each, month], at) => ({
      ...{ kind: kinds.visit, on: dayOf(each, month, 12), place: places[at % places.length] ?? '', by },
      ...{ subject: subjects[at % subjects.length] ?? '', found: '' },
    }));
  const meetings = [year - 1, year].map((each) => ({
    ...{ kind: kinds.meeting, on: dayOf(each, 3, 20), place: '市政府三楼会议室', by },
    ...{ subject: '上年工作和今年任务', found: '议定今年的任务和时限。' },
  }));
  return [...meetings, ...visits].filter(({ on }) => on <= today);
}

const dayOf = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Chains of the invented city that a map is drawn for. */
const mapped = ['lj-textile', 'lj-food'] as const;

/**
 * Has the enterprises of the invented city placed on its maps: asked for as its office would, done by the server's own rounds.
 * A chain that was placed before is left alone. Gives how many it asked for.
 */
export async function placeDemoEnterprises(office: Asker): Promise<number> {
  let asked = 0;
  for (const chainId of mapped) {
    const params = { chainId };
    const { run } = await office.call(chainMapApi.readPlacing, { params });
    if (run !== null) continue;
    await office.call(chainMapApi.startPlacing, { params });
    asked += 1;
  }
  return asked;
}
