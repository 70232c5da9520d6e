import type { AnnexItem, DocumentExtraction } from '../model.ts';
import { readLabel } from '../outline/label.ts';
import type { Profile } from '../reading.ts';
import { type MendedText, type Paragraph, toSource } from '../text/mend.ts';
import {
  DATE,
  DATE_LINE,
  DOCUMENT_NUMBER,
  DOCUMENT_NUMBER_LINE,
  endsLikeTitle,
  isIssuerLine,
  isoDate,
  isRedHead,
  looksLikeTitle,
} from './marks.ts';
import { readValidity } from './validity.ts';

export type HeadingFields = Pick<
  DocumentExtraction,
  'title' | 'docNumber' | 'issuer' | 'issuedOn' | 'validFrom' | 'validTo' | 'validityText' | 'addressees' | 'annexes'
>;

/** Reads title, issuer, number, dates, validity, addressees and annexes of one document. */
export function readHeading(
  mended: MendedText,
  paragraphs: readonly Paragraph[],
): { fields: HeadingFields; profile: Profile } {
  const folded = paragraphs.map((p) => mended.text.slice(p.start, p.end));
  const raw = paragraphs.map((p) => mended.raw.slice(p.start, p.end));
  const bodyFrom = headLength(folded);
  const head = readTitle(folded, raw, bodyFrom);
  const docNumber = readNumber(folded, raw, bodyFrom);
  const signed = readSignature(folded, raw, bodyFrom);
  const issuer = fullerName(head.issuer, signed.issuer);
  const issuedOn = dateBesideNumber(folded, bodyFrom) ?? signed.date;
  const validity = validityOf(folded, raw, issuedOn);
  const fields: HeadingFields = {
    title: head.title,
    docNumber,
    issuer,
    issuedOn,
    validFrom: validity?.from ?? null,
    validTo: validity?.to ?? null,
    validityText: validity?.text ?? null,
    addressees: readAddressees(folded, raw, bodyFrom),
    annexes: readAnnexes(mended, paragraphs, folded, raw),
  };
  return { fields, profile: profileOf(fields, /^(?:解读|图解|【?政策解读)/.test(folded[0] ?? '')) };
}

/** Paragraphs of the head: up to the first salutation, label or full sentence. */
function headLength(folded: readonly string[]): number {
  let i = 0;
  while (i < Math.min(folded.length, 14)) {
    const t = folded[i]!;
    const ends =
      /：$/.test(t) || /[。]/.test(t) || (readLabel(t) !== null && !/^附/.test(t)) || /^[（〔【]?第一[条章]/.test(t);
    if (ends) break;
    i++;
  }
  return i;
}

const NOT_TITLE =
  /[>＞»]|^索引号|^发布机构|^有效性|^〔?字体|^收藏|^分享|^（(?!20\d{2})|^来源|^发布|^信息|^浏览|^索引|^分类|^字体|^主题|^# |^公开|^签发人|^打印|^附件|^\d+$|^---/;

function readTitle(
  folded: readonly string[],
  raw: readonly string[],
  bodyFrom: number,
): { title: string | null; issuer: string | null } {
  const lines: string[] = [];
  for (let i = 0; i < bodyFrom; i++) {
    const t = folded[i]!;
    if (isRedHead(t) || DOCUMENT_NUMBER_LINE.test(t) || DATE_LINE.test(t) || NOT_TITLE.test(t)) continue;
    lines.push(raw[i]!.replace(/^#+/, ''));
    const flat = lines.join('');
    const unfinished =
      /^(?:[\u4e00-\u9fff]{0,24})?关于(?:印发|公布|发布|转发)/.test(flat) && !/(?:通知|公告|决定)$/.test(flat);
    if (endsLikeTitle(folded[i]!) && !unfinished && !continues(folded[i + 1])) break;
  }
  if (lines.length === 0) return { title: attachedTitle(folded, raw, bodyFrom), issuer: null };
  const first = lines[0]!;
  if (/^解读[：:]/.test(first)) return { title: lines.join('').replace(/（解读人.*$/, ''), issuer: null };
  const issuerLine =
    lines.length > 1 && (isIssuerLine(first) || /等.{1,4}(?:部门|单位)$/.test(first))
      ? first.replace(/(?:文件|印发)$/, '')
      : null;
  const flat = (issuerLine ? lines.slice(1) : lines).join('');
  const m = /^(.{0,60}?)(关于.*)$/.exec(flat);
  const prefix = m?.[1] ? m[1].replace(/(?:文件|印发)$/, '') : null;
  const about = m ? m[2]! : flat;
  const title = unwrapNotice(about.replace(/^解读[：:]/, ''));
  return { title: title || null, issuer: issuerLine ?? (prefix && prefix.length <= 40 ? prefix : null) };
}

const continues = (next: string | undefined): boolean =>
  next !== undefined && /^(?:的通知|》的通知|（\d{4})/.test(next);

/** 关于印发《X》的通知 is about X: the plan itself bears that title. */
function unwrapNotice(about: string): string {
  const m =
    /^关于(?:印发|转发|公布|发布|修订印发)(?:《([^》]*(?:《[^》]*》[^》]*)?)》|(.*?))的(?:通知|公告|通告)$/.exec(about);
  if (!m) return about;
  return (m[1] ?? m[2] ?? about).trim();
}

/** A text that opens with its body: a title may stand before the first numbered part. */
function attachedTitle(folded: readonly string[], raw: readonly string[], bodyFrom: number): string | null {
  for (let i = bodyFrom; i < Math.min(folded.length, bodyFrom + 6); i++)
    if (looksLikeTitle(folded[i]!) && !readLabel(folded[i]!)) return raw[i]!;
  return null;
}

function readNumber(folded: readonly string[], raw: readonly string[], bodyFrom: number): string | null {
  for (let i = 0; i < Math.min(folded.length, bodyFrom + 2); i++) {
    if (
      !DOCUMENT_NUMBER_LINE.test(folded[i]!) &&
      !(i < bodyFrom && DOCUMENT_NUMBER.test(folded[i]!) && folded[i]!.length < 40)
    )
      continue;
    const m = DOCUMENT_NUMBER.exec(folded[i]!);
    if (m) return raw[i]!.slice(m.index, m.index + m[0].length).replace(/^文号[：:]?/, '');
  }
  return null;
}

function dateBesideNumber(folded: readonly string[], bodyFrom: number): string | null {
  for (let i = 0; i < Math.min(folded.length, bodyFrom + 2); i++) {
    const m = DOCUMENT_NUMBER_LINE.test(folded[i]!) ? DATE.exec(folded[i]!) : null;
    if (m) return isoDate(m[1]!, m[2]!, m[3]!);
  }
  return null;
}

/** The issuer and the date under the notice or at its end; “…印发” dates of printing do not count. */
function readSignature(
  folded: readonly string[],
  raw: readonly string[],
  bodyFrom: number,
): { issuer: string | null; date: string | null } {
  for (let i = 0; i < folded.length; i++) {
    const m = DATE_LINE.exec(folded[i]!);
    const joined = m
      ? null
      : /^([\u4e00-\u9fff]{4,30}(?:政府|委员会|办公室|办公厅|局|厅))((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日$/.exec(
          folded[i]!,
        );
    if (joined) return { issuer: joined[1]!, date: isoDate(joined[2]!, joined[3]!, joined[4]!) };
    if (!m) continue;
    const above = i > bodyFrom && isIssuerLine(folded[i - 1]!) ? raw[i - 1]! : null;
    return { issuer: above, date: isoDate(m[1]!, m[2]!, m[3]!) };
  }
  return { issuer: null, date: null };
}

function fullerName(fromTitle: string | null, signed: string | null): string | null {
  if (fromTitle && signed?.endsWith(fromTitle)) return signed;
  return fromTitle ?? signed;
}

function validityOf(
  folded: readonly string[],
  raw: readonly string[],
  issuedOn: string | null,
): { from: string | null; to: string | null; text: string } | null {
  for (let i = folded.length - 1; i >= 0; i--) {
    if (!/有效|施行|实施|执行|生效/.test(folded[i]!)) continue;
    const v = readValidity(folded[i]!, issuedOn);
    if (v) return { from: v.from, to: v.to, text: raw[i]!.slice(v.start, v.end) };
  }
  return null;
}

function readAddressees(folded: readonly string[], raw: readonly string[], bodyFrom: number): string[] {
  for (let i = bodyFrom; i < Math.min(folded.length, bodyFrom + 2); i++) {
    if (
      !/：$/.test(folded[i]!) ||
      folded[i]!.length > 300 ||
      /(?:如下|下表|下列|所示|以下)[^，。]{0,6}：$/.test(folded[i]!)
    )
      continue;
    return raw[i]!.slice(0, -1)
      .split(/[，,、；](?![^（(]*[）)])/)
      .filter((s) => s.length > 0);
  }
  return [];
}

function readAnnexes(
  mended: MendedText,
  paragraphs: readonly Paragraph[],
  folded: readonly string[],
  raw: readonly string[],
): AnnexItem[] {
  const annexes: AnnexItem[] = [];
  for (let i = 0; i < folded.length; i++) {
    const label = readLabel(folded[i]!);
    if (label?.kind !== 'annex' || /^附件：[^\d]|^附件：\d+[.、]/.test(folded[i]!)) continue;
    if (label.number === 0 && /^附件：?$/.test(folded[i]!) && /^\d[.、]/.test(folded[i + 1] ?? '')) continue;
    let title = raw[i]!.slice(label.length);
    for (let k = i + 1; k < Math.min(i + 4, folded.length) && title.length < 8; k++) {
      if (/[。：]/.test(folded[k]!) || readLabel(folded[k]!)) break;
      title += raw[k]!;
      if (endsLikeTitle(folded[k]!) || /（.*）$/.test(folded[k]!)) break;
    }
    annexes.push({ ...toSource(mended, paragraphs[i]!), label: label.printed, title });
  }
  return annexes;
}

/** First year of a five-year plan named by its number. */
const planPeriod = (title: string): number | null =>
  /第?十四五|第十四个五年/.test(title) ? 2021 : /第?十五五|第十五个五年/.test(title) ? 2026 : null;

/** What reading the sentences needs to know of the document. */
function profileOf(f: HeadingFields, interpretation: boolean): Profile {
  const title = f.title ?? '';
  const years = [...title.matchAll(/(20\d{2})/g)].map((m) => Number(m[1]));
  const issueYear = f.issuedOn ? Number(f.issuedOn.slice(0, 4)) : null;
  const numberYear = f.docNumber ? Number(/\d{4}/.exec(f.docNumber)?.[0] ?? 0) || null : null;
  const single =
    years.length === 1 &&
    /20\d{2}年度?(?!版)/.test(title) &&
    /要点|计划|方案|目标|清单|任务|措施|安排|行动|政策/.test(title);
  const kind = /(?:办法|细则|规定|规则|条例|制度|规程)(?:（[^）]*）)?$/.test(title)
    ? 'rule'
    : interpretation || /会议$|主持会议/.test(title)
      ? 'news'
      : 'plan';
  return {
    title,
    issueYear: issueYear ?? numberYear,
    planYear: single ? years[0]! : null,
    firstYear: years[0] ?? planPeriod(title) ?? issueYear ?? numberYear,
    kind,
  };
}
