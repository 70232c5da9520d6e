import { type Catalogue, figure, place } from './catalogue.ts';

type Refusal = Parameters<typeof place>[0];

const at = (r: Refusal): string => place(r, '这一条');
const given = (r: Refusal): string => `「${figure(r.given)}」`;
/** Where in the formula, when that is known. */
const where = (r: Refusal): string => (figure(r.limit) === '' ? '' : `（见 ▲ 处：${figure(r.limit)}）`);
/** A name that looks like the one written, if there is one. */
const meant = (r: Refusal): string => (figure(r.limit) === '' ? '' : `是不是「${figure(r.limit)}」？`);

/** The likeliest one that there is. */
const near = (r: Refusal): string => (figure(r.limit) === '' ? '' : `，最接近的是「${figure(r.limit)}」`);

/** Sentences for clauses and facts that cannot be calculated; the place is file, line and path, as for every pack. */
export const policyMessages: Catalogue = {
  'policy-formula-sign': (r) =>
    `${at(r)}的公式里有不认识的符号${given(r)}${where(r)}。请只用数、单位、名字、四则、比较和括号。`,
  'policy-formula-end': (r) => `${at(r)}的公式没有写完${where(r)}。请补上后面的数、名字或右括号。`,
  'policy-formula-wants': (r) =>
    `${at(r)}的公式在${given(r)}处读不下去${where(r)}。请检查是否少了运算符、括号，或者“且”“或”前后没有空格。`,
  'policy-formula-deep': (r) => `${at(r)}的公式括号套得太深。请拆成几个条件，或者把中间的数写成参数。`,
  'policy-formula-long': (r) => `${at(r)}的公式有 ${figure(r.given)} 个字，超过 1000 个。请拆成几个条件或参数。`,
  'policy-formula-function': (r) => `${at(r)}的公式用了不认识的函数${given(r)}${where(r)}。请只用“最小”和“最大”。`,
  'policy-unknown-name': (r) =>
    `${at(r)}的名字${given(r)}不在事实词典和参数里。${meant(r)}请改正，或者先写进 packs/base/facts.yaml 或 parameters。`,
  'policy-unknown-unit': (r) =>
    `${at(r)}的单位${given(r)}不认识。请用元、万元、亿元、%，年、月、天，家、户、人、个、件、项、级、次、台、套，吨、吨标准煤、亩、平方米、千瓦时等，或者它们相除，如元/平方米/月；别的按光数算，事实里写 unit: ""。`,
  'policy-unit-mismatch': (r) => `${at(r)}的单位是${given(r)}，这里要「${figure(r.limit)}」。请核对两边的单位。`,
  'policy-percent-bare': (r) =>
    `${at(r)}拿百分数和光数 ${figure(r.given)} 比，那是 ${figure(r.given)} 倍。是不是 ${figure(r.given)}%？请写上 %。`,
  'policy-wants-number': (r) => `${at(r)}这里要一个数，给的${given(r)}不是。请写数、数的名字或算式。`,
  'policy-wants-condition': (r) => `${at(r)}这里要一个条件，给的${given(r)}是数。请写成比较，例如“营业收入 > 50亿元”。`,
  'policy-unknown-option': (r) => `${at(r)}的选项${given(r)}不在词典里。请从这些里选：${figure(r.limit)}。`,
  'policy-choice-order': (r) => `${at(r)}的选项不能用${given(r)}比较大小。请只用 = 和 !=。`,
  'policy-divisor-negative': (r) => `${at(r)}的除数可能小于 0（到 ${figure(r.given)}）。请换一个不会为负的除数。`,
  'policy-divisor-zero': (r) => `${at(r)}除以了 0。请改正除数。`,
  'policy-divide-last': (r) =>
    `${at(r)}里除以事实的地方不止一处，或者除过以后又参加比大小、相加。请先乘后除，只在最后除一次。`,
  'policy-too-great': (r) =>
    `${at(r)}算出的数可能大到不能精确（超过 9007199254740991）。请把事实的 most 或小数位改得合乎实际，或者把算式拆小。`,
  'policy-too-precise': (r) => `${at(r)}的数${given(r)}太长。请写到 15 位整数、8 位小数以内。`,
  'policy-name-twice': (r) =>
    `${at(r)}的名字${given(r)}已经另有所指。请换一个；事实、选项、参数、条款和组的名字不能混。`,
  'policy-name-form': (r) =>
    `${at(r)}的名字${given(r)}公式里写不出来。请只用汉字、字母、数字和下划线，不以数字开头，也不用“且”“或”“最小”“元”这样的词。`,
  'policy-parameter-not-yet': (r) =>
    `${at(r)}的参数${given(r)}在 ${figure(r.limit)} 还没有值。请补一个不写 from 的值，或把 from 提前。`,
  'policy-payers-sum': (r) => `${at(r)}的出资比例合计 ${figure(r.given)}%，不是 100%。请改正。`,
  'policy-payer-rest': (r) => `${at(r)}把零头归给${given(r)}，但它不在出资方里。请写 payers 里的一个。`,
  'policy-group-unknown': (r) => `${at(r)}的组${given(r)}没有写在 groups 里。请补上，或者删去 group。`,
  'policy-group-empty': (r) => `${at(r)}的组${given(r)}没有条款。请删去，或者让条款用 group 指到它。`,
  'policy-group-overlap': (r) =>
    `${at(r)}还写了组${given(r)}。先写 group，再在 alsoIn 里写别的组；不要写两次，也只有就高（highest）的组可以重叠。`,
  'policy-choices-many': (r) =>
    `${at(r)}的组重叠得太多：${figure(r.given)} 个条款连在一起，搭配超过 ${figure(r.limit)} 种。请减少 alsoIn，或者合并几个组。`,
  'policy-budget-covers': (r) =>
    `${at(r)}管的${given(r)}不是组，也不是条款。${meant(r)}请写 groups 或 clauses 里的 id。`,
  'policy-budget-by': (r) =>
    figure(r.limit) === 'pro-rata'
      ? `${at(r)}按比例核减，不分先后，不能再写${given(r)}。请删去 by，或者把 rule 改成 first-come 或 priority。`
      : `${at(r)}要分先后，by 写的${given(r)}不能排先后。请写一个数或是否类事实，例如申请日期。`,
  'policy-budget-facts': (r) => `${at(r)}的总额${given(r)}因人而异。请写成定数或参数，例如 500万元。`,
  'policy-day': (r) => `${at(r)}的日期${given(r)}不存在。请写成 2025-12-31 这样的真实日期。`,
  'policy-many-days': (r) =>
    `${at(r)}的参数一共在 ${figure(r.given)} 个不同的日子变化，上限 ${figure(r.limit)} 个。请检查 from，或者拆成几份政策。`,
  'policy-day-missing': (r) =>
    `${at(r)}没有施行日，也没有年度，不知道该算哪一天。请写 validFrom、eventYear 或 examplesOn 中的一个。`,
  'policy-fact-range': (r) =>
    `${at(r)}的范围不对：从 ${figure(r.given)} 到 ${figure(r.limit)}。请让 least 不大于 most，小数位不多于 decimals，数不要太大。`,
  'policy-example-value': (r) =>
    `${at(r)}的值${given(r)}不合这项事实的要求（${figure(r.limit)}）。请改正；不知道的写 null。`,
  'trial-figure-unknown': (r) => `政策里没有参数${given(r)}。请从列出的参数里选。`,
  'trial-applied-on': (r) => `${at(r)}的日期${given(r)}认不出来。请写成 2025-03-10 或 20250310；不知道的留空。`,
  'trial-window': (r) =>
    `申报期截止 ${figure(r.given)} 早于开始 ${figure(r.limit)}，或者超过十年。请改正申报期的起止日期。`,
  'trial-stopped': () => '试算已经停下，没有结果。要结果请重新试算。',
  'trial-broken': () => '试算中途出了意外，没有结果。请再试一次；若仍然如此，请告诉系统管理员。',
  'policy-example-wrong': (r) =>
    `${at(r)}的算例对不上：规则算出${given(r)}，算例写的是「${figure(r.limit)}」。请核对条款，或者改正算例。`,
  'policy-parameter-unknown': (r) => `没有叫${given(r)}的参数${near(r)}。请用 ./jingwei policy sentence 看有哪些参数。`,
  'policy-one-wanted': (r) =>
    figure(r.limit) === '0'
      ? `${at(r)}里没有政策。请写政策的编号，或者它的目录。`
      : `${at(r)}一次只能用一份政策，这里有 ${figure(r.limit)} 份：${figure(r.given)}。请写明是哪一份。`,
  'policy-diff-what': (r) =>
    `只给了一份政策「${figure(r.field)}」，没有可比的。请再写一份，或者用 --set 换数、--later 换日子。`,
  'policy-unknown': (r) => `没有编号为${given(r)}的政策${near(r)}。请回到政策库重新选择。`,
  'policy-clause-unknown': (r) => `这份政策里没有编号为${given(r)}的条款${near(r)}。请回到政策页重新选择。`,
  'policy-example-unknown': (r) =>
    `这个条款只有 ${figure(r.limit)} 个算例，没有第 ${figure(r.given)} 个。请回到条款页重新选择。`,
  'policy-pack-changed': () => '您看的句子不是今天的，或者内容包换过了，所以没有会签。请刷新，看过今天的句子再会签。',
  'countersign-needs-post': () => '会签要以岗位的名义。请先切换到有「会签条款」权限的岗位。',
  'countersign-stands': (r) => `「${figure(r.given)}」已经会签过这个条款。请刷新页面查看。`,
  'countersign-missing': () => '当前岗位没有会签过这个条款，或者已经撤回、内容包已经换过。请刷新页面查看。',
};
