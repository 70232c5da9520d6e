import { extractDocuments, type SourceText } from '../../src/document/index.ts';
import {
  EMPTY_REGISTER,
  type Finding,
  lintDocument,
  type ParentDocument,
  type Register,
  type Severity,
} from '../../src/plan/index.ts';

/** Documents of the invented city for the tests of the lint, and one way to say what a rule must and must not find. */

const region = (
  code: string,
  name: string,
  level: Register['regions'][number]['level'],
  aliases: string[] = [],
  parent: string | null = null,
): Register['regions'][number] => ({
  ...{ code, name, level, aliases, parent },
  ...{ validFrom: null, validTo: null, successor: null, local: code.includes('-') },
});
const unit = { national: [], province: [], city: [], county: [], local: [], places: [] };

export const REGISTER: Register = {
  regions: [
    region('990000', '东澜省', 'province', ['东澜']),
    region('990100', '临江市', 'city', ['临江']),
    region('990102', '望江区', 'county'),
    region('990103', '芦洲区', 'county'),
    region('990104', '青石湖区', 'county'),
    region('990121', '云台县', 'county', ['云台']),
    region('990100-Z02', '临江经济技术开发区', 'zone', ['临江经开区', '经开区'], '990100'),
  ],
  units: [
    {
      prefixes: { province: ['省'], city: ['市'], county: ['区', '县'] },
      units: [
        { ...unit, id: 'industry', province: ['工业和信息化厅'], local: ['工业和信息化局', '工信局'] },
        { ...unit, id: 'science', province: ['科学技术厅'], local: ['科学技术局', '科技局'] },
        { ...unit, id: 'commerce', local: ['商务局'] },
        { ...unit, id: 'finance', local: ['财政局'] },
        { ...unit, id: 'civil-affairs', local: ['民政局'] },
        { ...unit, id: 'statistics', local: ['统计局'] },
        { ...unit, id: 'ecology', local: ['生态环境局'] },
      ],
      governments: {
        province: ['人民政府', '政府'],
        city: ['人民政府', '政府'],
        county: ['人民政府', '政府'],
        town: ['人民政府', '政府'],
        zone: ['管委会'],
      },
      collectives: { starts: ['各', '有关'], ends: ['领导小组办公室'], words: [] },
    },
  ],
  chains: [
    {
      id: 'lj-textile',
      name: '现代纺织产业链',
      region: '990100',
      parent: null,
      aliases: ['现代纺织产业', '轻工纺织产业链'],
    },
    { id: 'lj-equipment', name: '智能装备产业链', region: '990100', parent: null, aliases: [] },
  ],
};

export interface Head {
  readonly title?: string;
  readonly number?: string;
  readonly date?: string;
  /** Title that the notice cites, when it is to differ. */
  readonly cited?: string;
}

/** A plan of the invented city around a body. Issued on 12 March 2025 for 2025—2027, if not said otherwise. */
export function planText(body: string, head: Head = {}): string {
  const title = head.title ?? '临江市现代纺织产业提升行动方案（2025—2027年）';
  return [
    '临江市人民政府办公室文件',
    head.number ?? '临府办发〔2025〕8号',
    `临江市人民政府办公室关于印发《${head.cited ?? title}》的通知`,
    '各县（市、区）人民政府，市直有关单位：',
    `《${head.cited ?? title}》已经市政府同意，现印发给你们，请认真抓好落实。`,
    '临江市人民政府办公室',
    head.date ?? '2025年3月12日',
    title,
    '为做强全市现代纺织产业，制定本方案。',
    body.trim(),
  ].join('\n\n');
}

export const sourceOf = (text: string): SourceText => ({
  text,
  format: 'txt',
  tables: [],
  pageStarts: [],
  furniture: [],
});

export interface LintOptions {
  readonly register?: Register;
  readonly parents?: readonly string[];
}

/** All findings on the first document of a text, with the register of the invented city. */
export function lintText(text: string, options: LintOptions = {}): Finding[] {
  const source = sourceOf(text);
  return lintDocument({
    source,
    extraction: extractDocuments(source)[0]!,
    parents: (options.parents ?? []).map(parentOf),
    register: options.register ?? REGISTER,
  });
}

function parentOf(text: string): ParentDocument {
  const source = sourceOf(text);
  const extraction = extractDocuments(source)[0]!;
  return { title: extraction.title ?? '', extraction, source };
}

/** One thing that a rule must find: words that the finding overlaps, its severity, and parts of what it says. */
export interface Wanted extends LintOptions {
  readonly name: string;
  readonly text: string;
  readonly at: string;
  readonly severity: Severity;
  readonly arithmetic?: string;
  readonly says?: string;
}
export interface Quiet extends LintOptions {
  readonly name: string;
  readonly text: string;
}

/** What one rule must find, exactly once in each text, and where it must be silent. */
export interface Examples {
  readonly finds: readonly Wanted[];
  readonly silent: readonly Quiet[];
}

export const withoutRegister = EMPTY_REGISTER;
