import { ok, type Result, refuse } from '../../../kernel/index.ts';
import { chainWords, periodWords } from '../../../task/domain/index.ts';
import type { Block } from '../document/index.ts';
import type { BulletinFacts } from '../facts/index.ts';
import type { Figure } from '../figure/index.ts';
import { isOfUnit } from '../kinds.ts';
import { say, taken, Writer } from '../writing/index.ts';
import { courses } from './course.ts';
import { ledger } from './ledger.ts';
import { dutyList, letter, overdueOf } from './of-unit.ts';
import { overall } from './overall.ts';
import { deliverables, help, problems } from './problems.ts';
import { ranked } from './ranking.ts';
import { readings } from './readings.ts';

/** A document as it was composed: its text, and every figure that the text may call. */
export interface Composed {
  readonly title: string;
  readonly addressee: string | null;
  readonly blocks: readonly Block[];
  readonly figures: readonly Figure[];
}

/**
 * Writes a document from frozen facts: the same facts always give the same document. Refuses a paper about a unit without
 * one, and a letter to a unit that has nothing overdue.
 */
export function compose(facts: BulletinFacts): Result<Composed> {
  if (isOfUnit(facts.kind) && facts.unit === null) return refuse({ code: 'bulletin-unit-missing', field: 'unitId' });
  const writer = new Writer(facts);
  if (facts.kind === 'letter' && overdueOf(writer, facts.unit?.id ?? '').length === 0)
    return refuse({ code: 'bulletin-letter-nothing', field: 'unitId', given: facts.unit?.name ?? null });
  const blocks = [...correction(facts), ...blocksOf(writer)];
  return ok({ title: titleOf(facts), addressee: addresseeOf(facts), blocks, figures: writer.figures });
}

/** A paper that puts another right says so first, and why. */
function correction({ correction: corrected }: BulletinFacts): Block[] {
  if (corrected === null) return [];
  const text = say`本文更正${taken(corrected.number ?? '')}“${taken(corrected.title)}”。更正的原因：${taken(corrected.reason)}`;
  return text === null ? [] : [{ id: 'correction', kind: 'paragraph', text }];
}

function blocksOf(writer: Writer): Block[] {
  switch (writer.facts.kind) {
    case 'bulletin':
      return [
        ...[...overall(writer), ...ranked(writer), ...problems(writer)],
        ...[...readings(writer), ...deliverables(writer), ...courses(writer), ...help(writer)],
      ];
    case 'briefing':
      return [...overall(writer), ...readings(writer), ...help(writer)];
    case 'ledger':
      return ledger(writer);
    case 'duty-list':
      return dutyList(writer);
    case 'letter':
      return letter(writer);
  }
}

const titleOf = (facts: BulletinFacts): string => `${nameOf(facts)}${facts.correction === null ? '' : '（更正）'}`;

function nameOf({ kind, place, unit, current }: BulletinFacts): string {
  const where = `${place.regionName}${place.chainName === null ? '' : chainWords({ name: place.chainName })}`;
  const period = periodWords(current.snapshot.cycle.period);
  switch (kind) {
    case 'bulletin':
      return `关于${where}${period}重点任务办理情况的通报`;
    case 'briefing':
      return `${where}${period}调度简报`;
    case 'ledger':
      return `${where}${period}任务台账`;
    case 'duty-list':
      return `${unit?.name ?? ''}${period}责任清单`;
    case 'letter':
      return `关于${unit?.name ?? ''}超期责任的督办函`;
  }
}

function addresseeOf({ kind, unit }: BulletinFacts): string | null {
  if (kind === 'letter') return unit?.name ?? null;
  return kind === 'bulletin' ? '各责任单位' : null;
}
