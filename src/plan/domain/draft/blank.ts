import type { ItemContents, ItemKind } from '../model.ts';

const located = { start: 0, end: 0, path: [], confidence: 1, rejected: [] } as const;

/** What an item holds before its person has said anything: the fields that may stay empty. */
export const blank: { readonly [K in ItemKind]: Partial<ItemContents[K]> } = {
  indicator: {
    ...located,
    value2: null,
    unit: '',
    op: '=',
    year: null,
    mode: 'level',
    scope: null,
    table: false,
    repeat: false,
  },
  task: {
    ...located,
    no: '',
    title: null,
    lead: null,
    coLeads: [],
    units: [],
    inheritedUnits: [],
    groups: [],
    deadlines: [],
    recurring: [],
  },
  clause: {
    ...located,
    subject: null,
    condition: null,
    kind: 'fixed',
    amount: null,
    amountMin: null,
    amountMax: null,
    rate: null,
    rateMin: null,
    rateMax: null,
    base: null,
    cap: null,
    floor: null,
    payer: null,
    matchedBy: null,
    per: null,
    series: null,
    windowFrom: null,
    windowTo: null,
    stacking: null,
  },
  table: { ...located, title: null, unit: null, columns: [], rows: [], targets: [] },
};
