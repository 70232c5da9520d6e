import type { Span } from '../../../kernel/index.ts';
import { looksLikeUnits, splitUnits } from './units.ts';

/** Words of a document that name responsible units, with who leads. Offsets are into the mended text. */
export interface Declaration extends Span {
  readonly leads: readonly string[];
  readonly units: readonly string[];
  /** 完成时限 and the like, as written. */
  readonly dueText: string | null;
  /** Units that this and all following tasks share (“以下均需…落实，不再列出”). */
  readonly inherited: readonly string[];
  /** Only 牵头单位, only 配合单位 or only 完成时限: belongs together with its neighbours. */
  readonly partial: boolean;
}

const KEY =
  '(?:链主|总|市级|县级|区级|省级|第一|主要|直接|具体)?(?:责任|牵头|主责|主办|承办|协办|配合|参与|落实|负责|组织|实施|协同|参加|完成|督导|主管|牵头责任|牵头负责|共同负责)(?:单位及部门|单位|部门|处室|科室|主体|机构|地区|时限|时间)?';
const LABELLED = new RegExp(`(${KEY})[：:]`, 'g');
const DUTY = /牵头|配合|负责|落实|参与|协助/;
const GENERAL = /列第一|排名?第一|排在第一|排首位|列首位|列在首位|下同|按各自职责|为牵头(?:单位|部门)$/;

/** Finds every declaration of units in one paragraph. `raw` is as written, `folded` what rules read; same length. */
export function findDeclarations(folded: string, raw: string, offset: number): Declaration[] {
  const found: Declaration[] = [];
  for (const b of brackets(folded)) {
    const inner = folded.slice(b.start + 1, b.end - 1);
    const written = raw.slice(b.start + 1, b.end - 1);
    const d = ofBracket(inner, written, folded, b);
    if (d) found.push({ ...d, start: b.start + offset, end: b.end + offset });
  }
  const tail = ofLine(
    folded,
    raw,
    found.map((f) => ({ start: f.start - offset, end: f.end - offset })),
  );
  const bare = found.length === 0 && !tail ? ofBareLine(folded, raw) : null;
  if (bare) found.push({ ...bare, start: bare.start + offset, end: bare.end + offset });
  if (tail) found.push({ ...tail, start: tail.start + offset, end: tail.end + offset });
  return found.sort((a, b) => a.start - b.start);
}

type Body = Omit<Declaration, 'start' | 'end'>;

function ofBracket(inner: string, written: string, folded: string, at: Span): Body | null {
  if (inner.length > 400 || inner.length < 2) return null;
  const first = new RegExp(`^${KEY}[：:]`).test(inner);
  if (first) return labelled(inner, written);
  if (GENERAL.test(inner)) return null;
  if (DUTY.test(inner) && !/[“”《》%]/.test(inner)) {
    const duty = byDuty(inner, written);
    if (duty?.units.every((u) => u.length <= 40) && looksLikeUnits(duty.units.join('、'))) return duty;
    return null;
  }
  const atEnd = at.end === folded.length || /^[。；（〔]/.test(folded.slice(at.end));
  const afterStop = at.start === 0 || /[。；！”]/.test(folded[at.start - 1]!) || at.end >= folded.length - 1;
  if (!atEnd || !afterStop || !looksLikeUnits(inner)) return null;
  if (/^(?:市|区|县|省|州)(?:、(?:市|区|县|州))*$/.test(inner)) return null;
  const units = splitUnits(written);
  return { leads: [], units, dueText: null, inherited: inheritedIn(inner), partial: false };
}

/** 责任单位：…；配合单位：…；完成时限：… */
function labelled(inner: string, written: string): Body | null {
  const marks = [...inner.matchAll(LABELLED)];
  const leads: string[] = [];
  const others: string[] = [];
  let due: string | null = null;
  const kinds = new Set<string>();
  marks.forEach((m, i) => {
    const from = m.index + m[0].length;
    const to = marks[i + 1]?.index ?? inner.length;
    const words = written.slice(from, to).replace(/[；;，,。\s]+$/, '');
    const key = m[1]!;
    if (/时限|时间/.test(key)) {
      due = words;
      kinds.add('due');
    } else if (/牵头|主责|主办|主管/.test(key)) {
      leads.push(...splitUnits(words));
      kinds.add('lead');
    } else {
      const duty = byDuty(inner.slice(from, to), words);
      leads.push(...(duty?.leads ?? []));
      others.push(...(duty ? duty.units : splitUnits(words)));
      kinds.add(/配合|协办|协同|参与|参加/.test(key) ? 'support' : 'all');
    }
  });
  const units = [...new Set([...leads, ...others])];
  if (units.some((u) => u.length > 30)) return null;
  const inherited = inheritedIn(written);
  const partial = kinds.size === 1 && !kinds.has('all');
  if (units.length === 0 && !due) return null;
  return {
    leads,
    units: units.filter((u) => !/以下均|不再/.test(u)).map(withoutNote),
    dueText: due,
    inherited,
    partial,
  };
}

const withoutNote = (u: string): string => u.replace(/（以下[^（）]*）$/, '');

/** X牵头，Y、Z配合; A（牵头）、B; 甲局负责. */
function byDuty(inner: string, written: string): Body | null {
  const clean = withoutInherited(written);
  const m = /^(.*?)(?:（牵头）|牵头(?:负责|落实|组织|单位)?)(.*)$/.exec(clean);
  if (m) {
    const leads = splitUnits(m[1]!).slice(/（牵头）/.test(clean) ? -1 : 0);
    const before = /（牵头）/.test(clean) ? splitUnits(m[1]!) : leads;
    return {
      leads,
      units: [...new Set([...before, ...splitUnits(m[2]!.replace(/^[，,、；;]/, ''))])],
      dueText: null,
      inherited: inheritedIn(inner),
      partial: false,
    };
  }
  const units = splitUnits(clean);
  return units.length > 0 ? { leads: [], units, dueText: null, inherited: inheritedIn(inner), partial: false } : null;
}

const INHERIT =
  /以下(?:任务|工作|各项|事项|内容|同)*均?(?:需|由|须|要|应)?([^，。；、]*(?:、[^，。；、]*)*?)(?:落实|负责|配合|参与|实施)?[，,](?:责任单位中?|下文|以下)?不再(?:一一|逐一|单独|重复)?(?:列出|列明|单列|赘述|列)/;
const withoutInherited = (s: string): string => s.replace(/[。；;，,]?以下[^）]*不再[^）。]*[。]?/, '');

/** Units that “以下均需…落实，不再列出” adds to what follows; “X（以下均含，不再列出）” means X itself. */
export function inheritedIn(text: string): string[] {
  const self =
    /([^、，；：（〔]{2,16}(?:（[^（）]{1,6}）)?[^、，；：（〔]{0,8})（以下均(?:含|需|同)[^（）]*不再[^（）]*）/.exec(
      text,
    );
  if (self) return splitUnits(self[1]!);
  const m = INHERIT.exec(text);
  return m ? splitUnits(m[1]!.replace(/^(?:需|由|须|要)/, '')) : [];
}

/** A line of its own without key or brackets: “省工业和信息化厅牵头，省财政厅参与。” */
function ofBareLine(folded: string, raw: string): (Body & Span) | null {
  if (
    folded.length > 200 ||
    /[：“《]/.test(folded) ||
    !/^(?:由)?[^，。]{2,90}(?:牵头(?:负责)?|负责)(?:[，；][^。]{2,140}(?:参与|配合|负责|落实|协助|按职责分工负责))?。?$/.test(
      folded,
    )
  )
    return null;
  const duty = byDuty(folded.replace(/。$/, ''), raw.replace(/。$/, ''));
  return duty && looksLikeUnits(duty.units.join('、')) ? { ...duty, start: 0, end: folded.length } : null;
}

/** Units without brackets: a line or the tail of a paragraph “责任单位：…”. */
function ofLine(folded: string, raw: string, taken: readonly Span[]): (Body & Span) | null {
  for (const m of folded.matchAll(LABELLED)) {
    if (taken.some((t) => m.index >= t.start && m.index < t.end)) continue;
    const before = folded[m.index - 1];
    if (before !== undefined && !/[。；！”）〕：\s]/.test(before)) continue;
    const body = labelled(folded.slice(m.index), raw.slice(m.index));
    if (!body) return null;
    if (body.units.length > 0 && !body.units.every((u) => u.length <= 30)) return null;
    return { ...body, start: m.index, end: folded.length };
  }
  return null;
}

/** Outermost brackets of a paragraph. */
function brackets(text: string): Span[] {
  const spans: Span[] = [];
  const stack: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '（' || c === '〔') stack.push(i);
    else if ((c === '）' || c === '〕') && stack.length > 0) {
      const start = stack.pop()!;
      if (stack.length === 0) spans.push({ start, end: i + 1 });
    }
  }
  return spans;
}
