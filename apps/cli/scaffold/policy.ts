import { stringify } from 'yaml';
import type {
  ClauseItem,
  DocumentExtraction,
  IndicatorItem,
  OutlineNode,
  TaskItem,
} from '../../../src/document/index.ts';
import { kebab, type NewFile } from './files.ts';

const UNSAID = '文中没有写明';
/** Where text before the first heading stands. */
const BEFORE_HEADINGS = '#1';

/**
 * A content pack made of a document that was read: a first version for a person to check against the text, with the
 * figures, units and dates but not the sentences. `region` is the GB/T 2260 code of the place that issued it.
 */
export function policyFiles(given: string, document: DocumentExtraction, region: string): NewFile[] {
  const name = kebab(given);
  const nodes = flatten(document.outline);
  const placeOf = (offset: number): string => nodes.findLast((node) => node.start <= offset)?.no ?? BEFORE_HEADINGS;
  const bare = (pack: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(pack).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
    );
  const content = bare({
    kind: 'plan',
    id: name,
    title: document.title ?? name,
    docNumber: document.docNumber,
    docNumberReason: document.docNumber === null ? UNSAID : null,
    issuer: document.issuer,
    issuerReason: document.issuer === null ? UNSAID : null,
    region,
    issuedOn: document.issuedOn,
    issuedOnReason: document.issuedOn === null ? UNSAID : null,
    validFrom: document.validFrom,
    validTo: document.validTo,
    validityPlace:
      document.validFrom === null && document.validTo === null ? null : (nodes.at(-1)?.no ?? BEFORE_HEADINGS),
    period: periodOf(document),
    addressees: document.addressees,
    annexes: document.annexes.map(({ label, title }) => ({ no: label, title: short(title, 120) })),
    outline: outlineOf(nodes),
    indicators: document.indicators.filter((item) => !item.table).map((item, i) => bare(indicator(item, i, placeOf))),
    tasks: unique(document.tasks.filter((item) => item.units.length > 0)).map((item) => bare(task(item))),
    clauses: document.clauses.map((item, i) => bare(clause(item, i, placeOf))),
  });
  const head = `# ${document.title ?? name}，结构化。由公文读出，请对照原文逐条核对；只记事实、数字、单位、日期和出处。\n`;
  return [{ path: `packs/${name}/plan.yaml`, text: head + stringify(content, { lineWidth: 120 }) }];
}

const indicator = (item: IndicatorItem, i: number, placeOf: (offset: number) => string) => ({
  id: `i${i + 1}`,
  name: short(item.name, 80),
  value: item.value,
  value2: item.value2,
  unit: item.unit,
  op: item.op,
  year: item.year,
  mode: item.mode,
  scope: item.scope === null ? null : short(item.scope, 80),
  place: placeOf(item.start),
  ...(item.repeat ? { repeat: true } : {}),
});

const task = (item: TaskItem) => ({
  no: item.no,
  title: item.title === null ? null : short(item.title, 80),
  lead: item.lead,
  coLeads: item.coLeads,
  units: item.units,
  deadlines: item.deadlines,
  recurring: item.recurring,
});

const clause = (item: ClauseItem, i: number, placeOf: (offset: number) => string) => ({
  id: `c${i + 1}`,
  place: placeOf(item.start),
  subject: item.subject === null ? null : short(item.subject, 60),
  condition: item.condition === null ? null : short(item.condition, 160),
  kind: item.kind,
  amount: item.amount,
  amountMin: item.amountMin,
  amountMax: item.amountMax,
  rate: item.rate,
  rateMin: item.rateMin,
  rateMax: item.rateMax,
  base: item.base === null ? null : short(item.base, 60),
  cap: item.cap,
  floor: item.floor,
  payer: item.payer,
  matchedBy: item.matchedBy,
  per: item.per,
  series: item.series,
});

const outlineOf = (nodes: readonly OutlineNode[]) => [
  { no: BEFORE_HEADINGS, title: '开头' },
  ...unique(nodes).map(({ no, title }) => ({ no, ...(title === '' ? {} : { title: short(title, 80) }) })),
];

/** Years the document speaks about: those of its targets and of its validity; else the year of issue. */
function periodOf(document: DocumentExtraction): { readonly from: number; readonly to: number } {
  const said = [document.issuedOn, document.validFrom, document.validTo].flatMap((day) =>
    day === null ? [] : [Number(day.slice(0, 4))],
  );
  const years = [...said, ...document.indicators.flatMap((item) => (item.year === null ? [] : [item.year]))];
  const known = years.length > 0 ? years : [1949];
  return { from: Math.min(...known), to: Math.max(...known) };
}

/** The first of each number; restarted numbering would make the others ambiguous. */
const unique = <T extends { readonly no: string }>(items: readonly T[]): T[] =>
  items.filter((item, i) => item.no !== '' && items.findIndex((other) => other.no === item.no) === i);

const flatten = (nodes: readonly OutlineNode[]): OutlineNode[] =>
  nodes.flatMap((node) => [node, ...flatten(node.children)]);
const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
