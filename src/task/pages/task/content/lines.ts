import { plainText, readFigure } from '../../../../../platform/web/grid/figure-text.ts';
import type { CreateTaskJson, TaskJson } from '../../../contract.ts';

type DutyContent = CreateTaskJson['duties'][number];
type MilestoneContent = CreateTaskJson['milestones'][number];
type DeliverableContent = CreateTaskJson['deliverables'][number];

/** What the form holds of each: texts as they are typed. Ids tell lines apart and tie points and figures to units. */
export interface DutyLine {
  readonly id: string;
  readonly unitId: string | null;
  readonly unitName: string;
  readonly role: 'lead' | 'cooperating';
  readonly part: string;
  readonly dueOn: string;
}
export interface MilestoneLine {
  readonly id: string;
  readonly name: string;
  readonly dueOn: string;
  readonly dutyId: string | null;
}
export interface FigureLine
  extends Pick<DeliverableContent, 'comparator' | 'mode' | 'counts' | 'indicatorId' | 'dutyId'> {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  readonly target: string;
  readonly from: string;
  readonly by: string;
  /** What is counted; of a line that units report only a proposal. */
  readonly events: NonNullable<DeliverableContent['events']> | null;
  /** Least total investment of what is counted, in 万元; empty: any. */
  readonly least: string;
}
export interface Lines {
  readonly duties: readonly DutyLine[];
  readonly milestones: readonly MilestoneLine[];
  readonly figures: readonly FigureLine[];
}

/** An id that no line has: D3, M1, F2. */
export function nextId(prefix: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  for (let no = taken.length + 1; ; no += 1) if (!ids.has(`${prefix}${no}`)) return `${prefix}${no}`;
}

export const newDuty = (taken: readonly DutyLine[]): DutyLine => ({
  ...{ id: nextId('D', taken), unitId: null, unitName: '', part: '', dueOn: '' },
  role: taken.some(({ role }) => role === 'lead') ? 'cooperating' : 'lead',
});
export const newMilestone = (taken: readonly MilestoneLine[]): MilestoneLine => ({
  ...{ id: nextId('M', taken), name: '', dueOn: '', dutyId: null },
});
export const newFigure = (taken: readonly FigureLine[], from: string, by: string): FigureLine => ({
  ...{ id: nextId('F', taken), name: '', unit: '个', decimals: 0, target: '', from, by },
  ...{ comparator: '>=', mode: 'cumulative', counts: 'reported', indicatorId: null, dutyId: null },
  ...{ events: null, least: '' },
});

/** A task that is there, as the form holds it. Only what was not sent is settled, so that all of its units are still planned. */
export function linesOf({
  duties,
  milestones,
  deliverables,
}: Pick<TaskJson, 'duties' | 'milestones' | 'deliverables'>): Lines {
  return {
    duties: duties.map(({ id, unit, role, part, own, dueOn }) => ({
      ...{ id, unitId: unit.id, unitName: unit.name, role, part: part ?? '' },
      // What goes with the leads has no deadline of its own.
      dueOn: own ? (dueOn ?? '') : '',
    })),
    milestones: milestones.map(({ id, name, dueOn, dutyId }) => ({ id, name, dueOn, dutyId })),
    figures: deliverables.map(
      ({ id, name, unit, decimals, target, comparator, mode, from, by, counts, indicatorId, dutyId, events }) => ({
        ...{ id, name, unit, decimals, target: plainText(target, decimals), comparator, mode, from, by, counts },
        ...{ indicatorId, dutyId, events: events ?? null, least: leastText(events?.atLeastFen ?? null) },
      }),
    ),
  };
}

/** 万元 with so many places are whole fen. */
const placesOfWan = 6;
const leastText = (fen: number | null): string =>
  fen === null
    ? ''
    : plainText(fen, placesOfWan)
        .replace(/(\.\d*?)0+$/u, '$1')
        .replace(/\.$/u, '');
const readLeast = (text: string) => readFigure(text, { unit: '万元', decimals: placesOfWan });
function leastOf(text: string): number | null {
  const read = readLeast(text);
  return read.kind === 'figure' ? read.value : null;
}

const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What is sent; units that are gone from the list take their points and figures to the leads. */
export function contentOf({ duties, milestones, figures }: Lines): {
  duties: DutyContent[];
  milestones: MilestoneContent[];
  deliverables: DeliverableContent[];
} {
  const ids = new Set(duties.map(({ id }) => id));
  const whose = (dutyId: string | null): string | null => (dutyId !== null && ids.has(dutyId) ? dutyId : null);
  return {
    duties: duties.map(({ id, unitId, unitName, role, part, dueOn }) => ({
      ...{ id, unitId, unitName, role, part: filled(part), dueOn: filled(dueOn) },
    })),
    milestones: milestones.map(({ dutyId, name, ...rest }) => ({ ...rest, name: name.trim(), dutyId: whose(dutyId) })),
    deliverables: figures.map(({ target, dutyId, name, unit, events, least, ...rest }) => {
      const read = readFigure(target, { unit, decimals: rest.decimals });
      const value = read.kind === 'figure' ? read.value : 0;
      const condition = events === null ? null : { ...events, atLeastFen: leastOf(least) };
      const said = { name: name.trim(), unit: unit.trim(), target: value, dutyId: whose(dutyId) };
      return { ...rest, ...said, events: condition };
    }),
  };
}

/** What is wrong, one sentence each, by part; empty when it can be sent. */
export function faultsOfLines({ duties, milestones, figures }: Lines): {
  readonly duties: readonly string[];
  readonly milestones: readonly string[];
  readonly figures: readonly string[];
} {
  return {
    duties: [
      ...(duties.length === 0 ? ['请加上责任单位。'] : []),
      ...(duties.length > 0 && !duties.some(({ role }) => role === 'lead') ? ['要有一个牵头单位。'] : []),
      ...duties.flatMap(({ unitName }, at) => (unitName.trim() === '' ? [`第 ${at + 1} 个责任单位没有选。`] : [])),
    ],
    milestones: milestones.flatMap(({ name, dueOn }, at) => [
      ...(name.trim() === '' ? [`第 ${at + 1} 个节点没有名称。`] : []),
      ...(dueOn === '' ? [`第 ${at + 1} 个节点没有日期。`] : []),
    ]),
    figures: figures.flatMap((line, at) => faultsOfFigure(line).map((fault) => `第 ${at + 1} 项成果${fault}`)),
  };
}

function faultsOfFigure({ name, unit, decimals, target, from, by, counts, events, least }: FigureLine): string[] {
  const read = readFigure(target, { unit, decimals });
  const figure = read.kind === 'figure' && read.value >= 0;
  return [
    ...(name.trim() === '' ? ['没有名称。'] : []),
    ...(figure ? [] : [read.kind === 'unreadable' ? `的目标：${read.why}。` : '没有目标数。']),
    ...(counts === 'events' ? faultsOfEvents(events, least) : []),
    ...(from === '' || by === '' ? ['没有起止日期。'] : from > by ? ['的起始日期晚于截止日期。'] : []),
  ];
}

function faultsOfEvents(events: FigureLine['events'], least: string): string[] {
  if (events === null) return ['没有写明数什么项目。'];
  const read = readLeast(least);
  if (read.kind === 'unreadable') return [`的总投资：${read.why}。`];
  return read.kind === 'figure' && read.value < 0 ? ['的总投资不能小于 0。'] : [];
}

/** What the inputs of lines do with one of them: change it, or take it away. */
export const editing = <Line extends { readonly id: string }>(
  lines: readonly Line[],
  onChange: ((lines: readonly Line[]) => void) | undefined,
) => ({
  put: (at: number, next: Partial<Line>): void =>
    onChange?.(lines.map((line, other) => (other === at ? { ...line, ...next } : line))),
  drop: (id: string): void => onChange?.(lines.filter((each) => each.id !== id)),
});
