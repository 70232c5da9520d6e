/** Endings of names of units of government, their parts, and the bodies that answer to them. */
const UNIT_END =
  /(?:局|委|办|厅|部|处|科|院|会|协|社|行|站|中心|公司|集团|政府|办公室|海关|镇|乡|街道|区|县|市|园|单位|部门|小组|商会|大学|学院|工委|专班|所|署|台|馆|校|队|联|团|企业|机构|办事处|党委|组|场|办公厅|银行|基地|平台|医院|学校|高校|院所|室|团市委|州|盟|旗|地|方|指挥部|协会|监管局|总站|党组|村|社区|主体|成员|网络|电信|移动|联通|铁塔|水务|供电)(?:（[^（）]*）)?$/;

const TAIL =
  /(?:等(?:部门|单位|有关(?:部门|单位))?)?(?:依据|依照|根据|按照|按)?(?:各自)?(?:职责|职能|职责分工|分工)?(?:分别|共同|具体|组织|协同|联合)?(?:负责|分工负责|抓好落实|牵头|配合|落实|参与|实施|承担|推进|组织实施|抓落实)*$/;
const HEAD = /^(?:由|并由|另由|和|及|以及|与|会同|其他|主要|具体由|商(?=市|省|县|区))(?=[\u4e00-\u9fff]{2,})/;

/**
 * Splits a list of responsible units: at 、，； and at 及 or 和 between two complete names. A separator inside brackets does
 * not split; collective names (各有关县（区）政府) stay whole; 等, 负责, 配合 and the like are left out. Each name once.
 */
export function splitUnits(list: string): string[] {
  const units: string[] = [];
  for (const piece of outsideBrackets(list)) {
    for (const part of atConjunctions(piece)) {
      const name = tidy(part);
      if (name.length >= 2 && !units.includes(name)) units.push(name);
    }
  }
  return units;
}

/** Does every member of the list look like a unit? Used for brackets that do not say what they are. */
export function looksLikeUnits(list: string): boolean {
  if (/[。：？！“”\d%]/.test(list.replace(/\d+$/, ''))) return false;
  const pieces = outsideBrackets(list)
    .flatMap(atConjunctions)
    .map(tidy)
    .filter((p) => p.length > 0);
  if (
    pieces.length === 1 &&
    !/^.{2,}(?:局|委|办|厅|部|科|处|院|会|署|政府|管委会|办公室|中心|集团|公司)$/.test(pieces[0]!)
  )
    return false;
  return (
    pieces.length > 0 &&
    pieces.every(
      (p) =>
        p.length >= 2 && p.length <= 26 && UNIT_END.test(p) && !/[的是为将]|以上|以下|其中|包括|不含|含|如/.test(p),
    )
  );
}

/** One name as it is kept: words of duty taken off. */
export function tidy(part: string): string {
  let s = part.replace(/^[，、；：\s]+|[。，、；：\s]+$/g, '').replace(HEAD, '');
  s = s.replace(/（(?:牵头|负责|配合|主责|排名第一|牵头单位|首位)[^（）]*）$/, '');
  for (let i = 0; i < 3; i++) {
    const t = s.replace(TAIL, '');
    if (t === s || t.length < 2) break;
    s = t;
  }
  s = s.replace(/等$/, '');
  if (/列(?:第一|首)位?|排名?(?:第一|首)|下同|为牵头/.test(s)) return '';
  return /^(?:按|依|根据).*(?:负责|分工|配合|落实)$|^(?:按职责分工|分工负责|共同负责)$/.test(s) ? '' : s;
}

function outsideBrackets(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < list.length; i++) {
    const c = list[i]!;
    if ('（〔(['.includes(c)) depth++;
    else if ('）〕)]'.includes(c)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && '、，；,;。'.includes(c)) {
      parts.push(list.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(list.slice(from));
  return parts.filter((p) => p.length > 0);
}

/** 市财政局及各县区, 市应急管理局和市生态环境局: split only where a complete name ends before the conjunction. */
function atConjunctions(piece: string): string[] {
  for (const m of piece.matchAll(/以及|会同|及|和|与/g)) {
    const left = piece.slice(0, m.index);
    const right = piece.slice(m.index + m[0].length);
    if (
      left.length >= 3 &&
      right.length >= 2 &&
      UNIT_END.test(left) &&
      !/^(?:改革|信息|规划|社会|旅游|草原|草局|技术|计划|城乡|其)/.test(right) &&
      balanced(left)
    )
      return [left, ...atConjunctions(right)];
  }
  return [piece];
}

const balanced = (s: string): boolean => (s.match(/[（〔]/g)?.length ?? 0) === (s.match(/[）〕]/g)?.length ?? 0);
