import {
  type CellChangeJson,
  collectionApi,
  type FormContentJson,
  type SheetRowJson,
} from '../../src/indicator/contract.ts';
import { definitionsOfLibrary, historyPack, inventedFigures } from '../../src/indicator/index.ts';
import { shifted } from '../../src/kernel/index.ts';
import type { Asker } from './ask-app.ts';
import { type DemoHands, handsOf } from './demo-hands.ts';
import type { DemoPost } from './first-start.ts';
import { programLibrary } from './library.ts';

interface Given {
  readonly posts: readonly DemoPost[];
  askerOf(post: DemoPost): Promise<Asker>;
  makeSheets(): Promise<void>;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** How far each unit has come; those that are not named are approved. */
const fates: Readonly<Record<string, 'late' | 'submitted' | 'returned'>> = {
  'lz-liupu': 'returned',
  'lz-shiqiao': 'late',
  'sw-gxj': 'late',
  'wj-gxj': 'submitted',
  'lz-dongjin': 'submitted',
  'lj-jkq': 'submitted',
};
const columns: FormContentJson['columns'] = [
  { indicatorId: 'revenue', required: true },
  { indicatorId: 'profit', required: true },
  { indicatorId: 'tax', required: true },
  { indicatorId: 'export', required: false },
  { indicatorId: 'staff', required: true },
];
const checked = '和企业核对过，数没有错。';

/**
 * Gives the demo a monthly form that is in full swing: for the last month most units have handed in and are approved, some
 * wait, one has to mend a cell, two are late. As their people would do it; does nothing when there is a form already. Gives
 * the name of the form.
 */
export async function fillDemoForms({ posts, askerOf, makeSheets, today }: Given): Promise<string | null> {
  const office = posts.find(({ roleId }) => roleId === 'chain-office');
  if (office === undefined) return null;
  const chief = await askerOf(office);
  const { total } = await chief.call(collectionApi.listForms, { query: { pageSize: 1 } });
  if (total > 0) return null;
  const period = shifted(today.slice(0, 7), -1);
  const firms = firmsOf();
  await fillRoster(chief, firms);
  const units = [...new Set(firms.map(({ firm }) => firm.unit))];
  const form = await chief.call(collectionApi.createForm, { body: formOf(period, units) });
  const params = { formId: form.id };
  await chief.call(collectionApi.setFormState, { params, body: { revision: form.revision, state: 'open' } });
  await makeSheets();
  const query = { scope: 'all', formId: form.id, period, pageSize: 200 } as const;
  const { rows } = await chief.call(collectionApi.listSheets, { query });
  const figures = figuresOf(firms, period);
  const hands = handsOf(posts, askerOf);
  for (const sheet of rows) if (fates[sheet.unitId] !== 'late') await report(sheet, figures, hands);
  return form.name;
}

/** Everybody with a place in the invented past. */
const firmsOf = () =>
  programLibrary()
    .of(historyPack)
    .flatMap(({ content }) => content.enterprises.map((firm) => ({ firm, past: content })));
type Firms = ReturnType<typeof firmsOf>;

async function fillRoster(office: Asker, firms: Firms): Promise<void> {
  for (const { firm, past } of firms) {
    const from = `${Math.max(past.from, firm.since)}-01`;
    const body = { unitId: firm.unit, enterpriseId: firm.id, name: firm.name, chainId: firm.chain, from, until: null };
    await office.call(collectionApi.addToRoster, { body });
  }
}

const formOf = (firstPeriod: string, units: string[]): FormContentJson => ({
  ...{ name: '产业链主要指标月报', note: '按企业填，累计数从 1 月算起。没有出口的企业不填出口。', columns, units },
  ...{ rows: 'enterprises', chains: [], role: 'part', frequency: 'month', firstPeriod, chainId: null },
  ...{ opensAfter: 1, dueAfter: 10, remindBefore: 3 },
  checks: {
    sums: [],
    ratios: [{ above: 'profit', below: 'revenue', low: -500_000, high: 500_000, severity: 'soft' }],
    cell: null,
  },
});

/** What the enterprises had in a month, by unit and enterprise. */
function figuresOf(firms: Firms, period: string): ReadonlyMap<string, readonly Omit<CellChangeJson, 'revision'>[]> {
  const definitions = new Map(definitionsOfLibrary(programLibrary()).map((each) => [each.id, each]));
  const asked = new Set(columns.map(({ indicatorId }) => indicatorId));
  return new Map(
    firms.map(({ firm, past }) => [
      `${firm.unit} ${firm.id}`,
      inventedFigures(firm, past, definitions, period)
        .filter(({ key }) => key.period === period && asked.has(key.indicatorId))
        .map(({ key, value }) => ({ row: firm.id, indicatorId: key.indicatorId, value, reason: null, note: null })),
    ]),
  );
}

/** One unit's report, as far as its fate wants it. */
async function report(
  sheet: SheetRowJson,
  figures: ReadonlyMap<string, readonly Omit<CellChangeJson, 'revision'>[]>,
  hands: DemoHands,
): Promise<void> {
  const clerk = await hands.clerkOf(sheet);
  const params = { sheetId: sheet.id };
  const { rows } = await clerk.call(collectionApi.readSheet, { params });
  const cells = rows.flatMap(({ key }) => figures.get(`${sheet.unitId} ${key}`) ?? []);
  if (cells.length === 0) return;
  const body = { cells: cells.map((cell) => ({ ...cell, revision: 0 })) };
  const { answers } = await clerk.call(collectionApi.saveCells, { params, body });
  const saved = new Map(
    cells.map((cell, at) => {
      const answer = answers[at];
      return [
        `${cell.row} ${cell.indicatorId}`,
        { ...cell, revision: answer?.state === 'saved' ? answer.revision : 0 },
      ];
    }),
  );
  const { findings } = await clerk.call(collectionApi.readSheetFindings, { params });
  // Such a report stays as a person would leave it: with something still to be mended.
  if (findings.some(({ severity }) => severity === 'hard')) return;
  const odd = new Map(
    findings.map(({ row, indicatorId }) => [`${row} ${indicatorId}`, saved.get(`${row} ${indicatorId}`)]),
  );
  const explained = [...odd.values()].flatMap((cell) => (cell === undefined ? [] : [{ ...cell, reason: checked }]));
  if (explained.length > 0) await clerk.call(collectionApi.saveCells, { params, body: { cells: explained } });
  const now = await clerk.call(collectionApi.readSheetRow, { params });
  const handedIn = await clerk.call(collectionApi.submitSheet, { params, body: { revision: now.revision } });
  await lookOver(handedIn, cells[0], hands);
}

async function lookOver(
  sheet: SheetRowJson,
  first: Pick<CellChangeJson, 'row' | 'indicatorId'> | undefined,
  hands: DemoHands,
): Promise<void> {
  const fate = fates[sheet.unitId];
  if (fate === 'submitted') return;
  const reviewer = await hands.reviewerOf(sheet);
  const params = { sheetId: sheet.id };
  if (fate !== 'returned' || first === undefined) {
    await reviewer.call(collectionApi.approveSheet, { params, body: { revision: sheet.revision } });
    return;
  }
  const cells = [
    { row: first.row, indicatorId: first.indicatorId, reason: '和税务局开票数差得多，请和企业再核对一次。' },
  ];
  await reviewer.call(collectionApi.returnSheet, { params, body: { revision: sheet.revision, reason: '', cells } });
}
