import type { Likened } from '../double/index.ts';

/** Chance for tests: whole numbers from 0 to `most - 1`, the same for the same seed. */
export type Roll = (most: number) => number;

export function rollOf(seed: number): Roll {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % most;
  };
}

const pick = <T>(roll: Roll, list: readonly T[]): T => list[roll(list.length)] as T;

const places = ['临江', '芦洲', '望江', '东澜', '柳浦', '石桥', '文昌'];
const signs = [
  ...'瑞华盛智远竹诚丰博韵和锦隆尚义雅天云联致恒霞松艺润源虹发飞昌晨彩鑫裕菊嘉岭信凯柏安宏海腾跃湖梅志兰正通达美旺新佳',
];
const trades = [
  '纺织',
  '服饰',
  '纱线',
  '印染',
  '制衣',
  '家纺',
  '针织',
  '面料',
  '无纺材料',
  '机械',
  '食品',
  '电子材料',
  '新材料',
  '生物科技',
];
const forms = ['有限公司', '股份有限公司', '有限责任公司', '科技有限公司', '集团有限公司'];
const goods = [
  '功能性纱线',
  '再生纤维',
  '医用无纺布',
  '智能缝制设备',
  '数码印花面料',
  '高端衬衫',
  '羽绒制品',
  '婴童服装',
  '绿色印染',
  '色纺纱',
  '产业用布',
  '预制菜',
  '锂电隔膜',
  '光学薄膜',
  '精密轴承',
  '方便食品',
  '冷链仓储',
  '标准厂房',
];
const works = ['生产线', '智能工厂', '产业园', '技术改造', '扩能', '加工基地', '研发中心', '自动化车间'];
const roads = ['工业大道', '创业路', '锦绣路', '纺织路', '滨江路', '桥东路', '兴园路', '科技路'];
const units = ['万吨', '万米', '万件', '万套', '台'];

/** A project that nobody has registered before. */
export function inventedProject(roll: Roll): Likened {
  const place = pick(roll, places);
  const enterprise = `${place}${pick(roll, signs)}${pick(roll, signs)}${pick(roll, trades)}${pick(roll, forms)}`;
  const good = pick(roll, goods);
  const amount = 1 + roll(90);
  const unit = pick(roll, units);
  const named = roll(3) === 0 ? enterprise.replace(/(?:股份|集团)?有限(?:责任)?公司$/u, '') : '';
  return {
    name: `${named}年产${amount}${unit}${good}${pick(roll, works)}项目`,
    code: roll(3) === 0 ? `25${roll(10)}1-990100-04-01-${100000 + roll(900000)}` : null,
    enterprise,
    creditCode: roll(2) === 0 ? `9199010${roll(10)}TE6T${1000 + roll(9000)}${roll(9)}X` : null,
    site: `${place}${pick(roll, ['工业园', '经开区', '高新区'])}${pick(roll, roads)}${1 + roll(200)}号`,
    scope: `新建厂房${1 + roll(30)}000平方米，购置设备${10 + roll(400)}台，建成后年产${amount}${unit}${good}`,
    totalFen: (1000 + roll(90_000)) * 1_000_000,
  };
}

/** The same project as another hand writes it: one to four of the ways in which lists differ. */
export function writtenAgain(project: Likened, roll: Roll): Likened {
  let next: Likened = { ...project, ...(roll(2) === 0 ? { code: null } : {}) };
  const ways = 1 + roll(4);
  for (let way = 0; way < ways; way++) next = pick(roll, slips)(next, roll);
  return next;
}

type Slip = (project: Likened, roll: Roll) => Likened;
const slips: readonly Slip[] = [
  (project) => ({ ...project, enterprise: project.enterprise.replace(/股份|集团|有限|责任/gu, '') }),
  (project) => ({ ...project, enterprise: `临江市${project.enterprise}` }),
  (project) => ({ ...project, name: project.name.replace(/年产\d+(?:万)?[吨米件套台]/u, '') }),
  (project) => ({ ...project, name: `${project.enterprise.slice(0, 4)}${project.name.replace(/项目$/u, '建设项目')}` }),
  (project) => ({ ...project, name: project.name.replace(/项目$/u, '') }),
  (project) => ({
    ...project,
    name: project.name.replace(/[０-９0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  }),
  (project) => ({ ...project, site: project.site.replace(/\d+号$/u, '') }),
  (project) => ({ ...project, site: '' }),
  (project) => ({ ...project, scope: project.scope.split('，').slice(1).join('；') }),
  (project) => ({ ...project, scope: '' }),
  (project, roll) => ({ ...project, totalFen: Math.round((project.totalFen * (90 + roll(21))) / 100) }),
  (project) => ({ ...project, creditCode: null }),
  (project) => ({
    ...project,
    name: project.name.replace('生产线', '产线').replace('智能工厂', '智能化工厂').replace('扩能', '扩产'),
  }),
  (project) => ({ ...project, name: project.name.slice(Math.max(0, project.name.length - 9)) }),
  // Registered once more by a company that was founded for the project alone.
  (project) => ({ ...project, enterprise: `${project.site.slice(0, 2)}兴业产业发展有限公司`, creditCode: null }),
];

/** Another project that reads much like one: the next phase, another product of the same enterprise, the same product of another. */
export function neighbour(project: Likened, roll: Roll): Likened {
  const other = inventedProject(roll);
  switch (roll(3)) {
    case 0:
      return {
        ...project,
        code: null,
        name: project.name.replace(/项目$/u, '二期项目'),
        totalFen: other.totalFen,
        scope: other.scope,
      };
    case 1:
      return { ...other, enterprise: project.enterprise, creditCode: project.creditCode, site: project.site };
    default:
      return {
        ...project,
        code: other.code,
        enterprise: other.enterprise,
        creditCode: other.creditCode,
        site: other.site,
        totalFen: other.totalFen,
      };
  }
}
