/**
 * Units that targets and awards are measured in. `count` units are said of things one by one; `measure` units of
 * amounts. Longest first, because the lexer takes the first that fits. A look-ahead keeps words apart that only begin
 * like a unit (“部门”, “台账”).
 */
export const COUNT_UNITS: readonly string[] = [
  '人次',
  '场次',
  '架次',
  '班次',
  '车次',
  '家次',
  '项次',
  '户次',
  '件次',
  '例次',
  '台套',
  '件（套）',
  '套（台）',
  '批次',
  '类(?!型|别|似|产|型|企|项|标|人|资|指)',
  '期(?!间|限|内|望|货|末|初|满|工|项|建|达|投)',
  '份(?!额|子)',
  '台（套）',
  '件套',
  '课时',
  '标箱',
  '标准箱',
  'TEU',
  '机架',
  '标准机架',
  '家(?!庭|长|居|具|园|乡|纺|电|政|校|级|里)',
  '户(?!籍|均|外|口|型)',
  '个(?!月|点|工作日|体|性|别|人(?:所|经|住|养|账|消|金|贷|信|缴|名))',
  '项(?!目)',
  '场(?!所|景|地|馆|均|址)',
  '次(?!年|日|月|级|要|之)',
  '人(?!民|员|才|均|口|社|工|力|文|大|选|居|社|士|性|为|行)',
  '名(?!称|单|义|录|优|牌|师|城|片|特|企)',
  '件(?!次)',
  '台(?!阶|账|湾|州|商|胞)',
  '套(?!期|餐|取|路)',
  '条(?!件|例|款|码|形)',
  '座(?!谈|位|次)',
  '所(?!有|属|在|需|得|辖|示|以|列|涉|占|用|获)',
  '辆',
  '只(?!有|要|能|是)',
  '头(?!部|雁|号|脑|等|筹)',
  '羽(?!毛|绒)',
  '门(?!类|槛|店|户|诊|票|窗)',
  '册',
  '部(?!门|委|分|署|位|件|级|队|际|长|省)',
  '篇(?!章)',
  '种(?!植|类|子|苗|养|质)',
  '款(?!项|式)',
  '处(?!理|置|于|罚|室|级|方|长)',
  '支(?!持|撑|付|出|部|行|队|线|柱|农|教|援|点)',
  '艘',
  '架(?!构|设|次|子)',
  '株',
  '张(?!家|贴)',
  '间(?!接|隔|距)',
  '栋',
  '幢',
  '例(?!如|会|行|外)',
  '位(?!于|置|居|列|次)',
  '列(?!入|为|出|第|明|支|席|车)',
  '班(?!子|组|列|车|底|级)',
  '趟',
  '枚',
  '幅(?!度)',
  '本(?!地|市|省|区|县|级|年|行|土|次|方|条|办|意|措|单|科|金|部|着|项)',
  '批(?!次|准|量|复|发|零)',
  '节',
  '组(?!织|建|成|长|团|合)',
  '席',
  '床',
  '颗',
  '片(?!区)',
  '对(?!于|接|口|应|标|象|外|照|符|企|全|重|列|经)',
];
export const MEASURE_UNITS: readonly string[] = [
  '吨标准煤',
  '千克标准煤',
  '公斤标准煤',
  '人年',
  '亩次',
  'P ?FLOPS',
  '吨标煤',
  '标准煤',
  '平方公里',
  '平方千米',
  '平方米',
  '立方米',
  '公顷',
  '公里',
  '千米',
  '公斤',
  '千克',
  '蒸吨',
  '吨',
  '亩(?!产|均)',
  '千瓦时',
  '千瓦',
  '兆瓦时',
  '兆瓦',
  '吉瓦时',
  '吉瓦',
  'GWh',
  'MWh',
  'kWh',
  'KWh',
  'Wh',
  'GW',
  'MW',
  'kW',
  'KW',
  'EFLOPS',
  'PFLOPS',
  'EFlops',
  'PFlops',
  'Gbps',
  'Mbps',
  'Tbps',
  'TB',
  'PB',
  'EB',
  '微克/立方米',
  '毫克/升',
  '升(?!级|规|至|到|格|华|温)',
  '米(?!粉|乳|面|线|制)',
  '锭',
  '纱锭',
  '立方',
  '机柜',
  '箱(?!式|体)',
  '瓶',
  '桶',
  '件/年',
  '㎡',
  '斤',
  'P(?![A-Za-z])',
];
export const RATE_UNITS: readonly string[] = ['个百分点', '百分点', '%', '‰'];
export const MULTIPLE_UNITS: readonly string[] = ['倍(?!增|率|数)'];
export const MONEY_UNITS: readonly string[] = ['美元', '元(?!旦|素|件|器|宝|宇|化)'];
/** A money amount for one of something: 万元/亩, 元/吨. */
export const PER_UNITS =
  '(?:/(?:[A-Za-zμ]{1,4}(?![A-Za-z])|人·年|人·月|人·天|平方米·月|亩·年|月·平方米|人/年|人/月|亩|吨|平方米|平方公里|人|户|家|年|月|度|千瓦时|件|个|台|辆|公里|股|立方米|千瓦|箱|次|张|车|公斤|天|班|架次|标箱|学期|床|间|套|只|头|亩·年|人·月|平方米·月))?';

const join = (...lists: readonly (readonly string[])[]): string =>
  lists
    .flat()
    .sort((a, b) => b.replace(/\(\?!.*$/, '').length - a.replace(/\(\?!.*$/, '').length)
    .join('|');

export const ANY_UNIT = join(COUNT_UNITS, MEASURE_UNITS, RATE_UNITS, MULTIPLE_UNITS, MONEY_UNITS);
export const COUNT_UNIT = join(COUNT_UNITS);

const bare = (list: readonly string[]): ReadonlySet<string> => new Set(list.map((u) => u.replace(/\(\?!.*$/, '')));
const COUNT = bare(COUNT_UNITS);
const RATE = bare(RATE_UNITS);
const MULTIPLE = bare(MULTIPLE_UNITS);

export type UnitKind = 'money' | 'percent' | 'multiple' | 'count' | 'measure';

/** What kind of unit the written word is. */
export function unitKind(unit: string): UnitKind {
  const head = unit.split('/')[0]!;
  if (/元$/.test(head)) return 'money';
  if (RATE.has(unit)) return 'percent';
  if (MULTIPLE.has(unit)) return 'multiple';
  if (COUNT.has(unit)) return 'count';
  return 'measure';
}
