import type { Actor } from '../../../access/index.ts';
import { covers } from '../../../access/index.ts';
import { readSheet, type SheetFault, type SheetRecord, type SheetText } from '../../../kernel/index.ts';
import { type Nature, noMeans, type Position, type ProjectContent } from '../../domain/index.ts';
import type { At } from '../../store/db.ts';
import type { NamedRecord } from '../../store.ts';
import { checkedContent, type Registration } from '../register.ts';
import { fenOf, monthOf, projectSpec } from './specs.ts';

/** A row that is sound: what it registers, and where. */
export interface ReadRow {
  readonly row: number;
  readonly asked: Omit<Registration, 'seen'>;
  readonly place: At;
  readonly unitName: string;
}

export interface Registers {
  readonly units: ReadonlyMap<string, NamedRecord | null>;
  readonly regions: ReadonlyMap<string, NamedRecord | null>;
  readonly chains: ReadonlyMap<string, NamedRecord | null>;
}

/** Columns by the field that a fault of the content names. */
const columnOf: Readonly<Record<string, string>> = {
  'facts.creditCode': '信用代码',
  'facts.totalFen': '总投资（万元）',
  'facts.completionMonth': '计划竣工',
  'facts.productionMonth': '计划投产',
  'before.fen': '已完成投资（万元）',
  plan: '年度计划（万元）',
};

/** Reads the rows of a list of projects, with everything that is wrong in it. */
export function readRows(
  sheet: SheetText,
  registers: Registers,
  actor: Actor,
  today: string,
): { readonly count: number; readonly rows: ReadRow[]; readonly faults: SheetFault[] } {
  const { records, faults: misread } = readSheet(projectSpec, sheet);
  const faults: SheetFault[] = [...misread];
  const wrong = new Set(misread.map(({ row }) => row));
  const rows = records.flatMap((record) => {
    const row = new RowReader(record, faults);
    const read = wrong.has(record.row) ? null : row.read(registers, actor, today);
    return read === null || row.isFaulty ? [] : [read];
  });
  return { count: records.length, rows, faults };
}

/** One row; what is wrong in it goes to the faults of the whole. */
class RowReader {
  readonly #record: SheetRecord;
  readonly #faults: SheetFault[];
  isFaulty = false;

  constructor(record: SheetRecord, faults: SheetFault[]) {
    this.#record = record;
    this.#faults = faults;
  }

  #fault(column: string, code: string, given: string | number | null, limit: string | number | null = null): void {
    this.isFaulty = true;
    this.#faults.push({ code, sheet: projectSpec.name, row: this.#record.row, column, given, limit });
  }

  #text(field: string): string {
    return String(this.#record.values[field] ?? '').trim();
  }

  #month(field: string, column: string): string | null {
    const given = this.#text(field);
    const month = given === '' ? null : monthOf(given);
    if (given !== '' && month === null) this.#fault(column, 'project-not-a-month', given);
    return month;
  }

  #fen(field: string, column: string): number | null {
    const given = this.#record.values[field];
    if (typeof given !== 'number') return null;
    const fen = fenOf(given);
    if (fen === null) this.#fault(column, 'project-not-a-sum', given);
    return fen;
  }

  #named(field: string, column: string, of: ReadonlyMap<string, NamedRecord | null>): NamedRecord | null {
    const given = this.#text(field);
    if (given === '') return null;
    const found = of.get(given);
    if (found === undefined) this.#fault(column, 'project-name-unknown', given);
    else if (found === null) this.#fault(column, 'project-name-ambiguous', given);
    return found ?? null;
  }

  read({ units, regions, chains }: Registers, actor: Actor, today: string): ReadRow | null {
    const unit =
      this.#text('unit') === '' ? units.get(actor.post?.unitId ?? '') : this.#named('unit', '管理单位', units);
    const region = this.#named('region', '地区', regions);
    const chain = this.#named('chain', '产业链', chains);
    const content = this.#content();
    const { position, positionOn } = this.#record.values;
    const steps = this.#steps();
    if (unit == null) {
      if (!this.isFaulty) this.#fault('管理单位', 'project-name-unknown', this.#text('unit'));
      return null;
    }
    const place = { regionId: region?.id ?? unit.regionId ?? '', unitId: unit.id, chainId: chain?.id ?? null };
    if (!covers(actor.reach, place)) this.#fault('管理单位', 'project-beyond-reach', unit.name);
    for (const { field = '', code, given = null, limit = null } of checkedContent(content, today))
      this.#fault(columnOf[field] ?? '项目名称', code, given, limit);
    if (typeof positionOn === 'string' && positionOn > today)
      this.#fault('到这一步的日期', 'project-step-future', positionOn, today);
    if (this.isFaulty || typeof position !== 'string') return null;
    const asked = { ...content, chainId: place.chainId, position: position as Position, steps };
    return { row: this.#record.row, place, unitName: unit.name, asked: asked as unknown as ReadRow['asked'] };
  }

  #steps(): Registration['steps'] {
    const { position, positionOn, startedOn } = this.#record.values;
    const evidence = this.#text('evidence');
    const last = { position: position as Position, on: String(positionOn ?? ''), evidence };
    const isLater = ['completed', 'producing', 'reached'].includes(String(position));
    if (!isLater || typeof startedOn !== 'string') return [last];
    if (startedOn > last.on) this.#fault('开工日期', 'project-step-early', last.on, startedOn);
    return [{ position: 'started', on: startedOn, evidence }, last];
  }

  #content(): ProjectContent {
    const code = this.#text('code');
    if (code !== '' && !/^[0-9A-Za-z-]{6,40}$/u.test(code)) this.#fault('项目代码', 'project-code-form', code);
    const [beforeFen, until] = [this.#fen('before', '已完成投资（万元）'), this.#month('beforeUntil', '已完成截至')];
    if ((beforeFen === null) !== (until === null))
      this.#fault('已完成截至', 'project-both-or-none', this.#text('beforeUntil'), '已完成投资（万元）');
    const [year, yearFen] = [this.#record.values.year, this.#fen('yearPlan', '年度计划（万元）')];
    const isYear = typeof year === 'number' && Number.isInteger(year) && year >= 1990 && year <= 2100;
    if (typeof year === 'number' && !isYear) this.#fault('计划年份', 'project-not-a-year', year);
    if ((yearFen === null) !== (typeof year !== 'number'))
      this.#fault('计划年份', 'project-both-or-none', this.#text('year'), '年度计划（万元）');
    const credit = this.#text('creditCode');
    return {
      facts: {
        ...{ name: this.#text('name'), code: code === '' ? null : code, enterprise: this.#text('enterprise') },
        ...{ creditCode: credit === '' ? null : credit, site: this.#text('site'), scope: this.#text('scope') },
        nature: (this.#record.values.nature ?? 'new') as Nature,
        totalFen: this.#fen('total', '总投资（万元）') ?? 0,
        startMonth: this.#month('startMonth', '计划开工'),
        completionMonth: this.#month('completionMonth', '计划竣工'),
        productionMonth: this.#month('productionMonth', '计划投产'),
        note: '',
      },
      before: beforeFen === null || until === null ? null : { fen: beforeFen, until },
      plan: isYear && yearFen !== null ? [{ year, fen: yearFen, months: null }] : [],
      ...{ permits: [], milestones: [], means: noMeans, followers: [] },
    };
  }
}
