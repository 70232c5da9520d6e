import type { EnterpriseFiguresJson, EnterpriseJson, EnterpriseTitleJson } from '../../contract.ts';

/** An enterprise whose file is full, for tests of what pages make of it. */
export function enterpriseExample(given: Partial<EnterpriseJson> = {}): EnterpriseJson {
  const content: EnterpriseJson['content'] = {
    ...{ code: '91990103TE5T200172', codeReason: null, name: '清溪织造有限公司', shortName: '清溪织造' },
    ...{ otherNames: [], legalRepresentative: '某甲', address: '纺织路1号', regionId: '990103', parkId: null },
    ...{ industry: '1711', scale: 'small', foundedOn: '2012-05-01', capitalFen: 500_000_000, scope: '棉纺织' },
    ...{ products: ['棉纱'], state: 'open', unitId: null, chainId: null },
  };
  return {
    ...{ id: '0123456789', revision: 1, name: content.name, shortName: content.shortName, code: content.code },
    ...{ region: { id: '990103', name: '芦洲区' }, park: null, chain: null, industry: content.industry },
    ...{ scale: content.scale, state: content.state, foundedOn: content.foundedOn, titles: [], tags: [] },
    ...{ mergedInto: null, content, asOf: null, since: '2012-05-01', unit: null, spans: [], allTitles: [] },
    figures: [figuresExample('2025', { revenue: 120_000_000, employees: 86 })],
    contacts: [
      {
        ...{ id: '0123456788', name: '某乙', role: '办公室', phone: '199****0001', mail: '', by: '某人' },
        at: '2026-01-01T00:00:00Z',
      },
    ],
    ...{ files: [], merged: [], openRequests: 0, openPairs: 0 },
    may: { keep: true, review: true, contact: true, ask: false },
    ...{ createdAt: '2026-01-01T00:00:00Z', createdBy: '某人', changedAt: '2026-01-01T00:00:00Z', changedBy: '某人' },
    ...given,
  };
}

export const figuresExample = (period: string, figures: Record<string, number>): EnterpriseFiguresJson => ({
  ...{ period, figures, revision: 1, vintage: 'reported', source: '年报', by: '某人' },
  at: '2026-01-01T00:00:00Z',
});

export const titleExample = (given: Partial<EnterpriseTitleJson> = {}): EnterpriseTitleJson => ({
  ...{ id: '0123456787', revision: 1, kind: { id: 'high-tech', name: '高新技术企业' }, level: 'national' },
  ...{ number: '', givenOn: '2024-01-01', endsOn: null, endedOn: null, endedReason: null, edition: null },
  ...{ source: '名单', holds: true, at: '2026-01-01T00:00:00Z', by: '某人' },
  ...given,
});
