import { describe, expect, it } from 'vitest';
import type { ChainMap, MapNode } from './model.ts';
import { type NodeFigures, noFigures, standingsOf } from './standing.ts';

const node = (id: string): MapNode => ({
  ...{ id, name: id, stage: 'all', kind: 'main', also: [], codes: [], words: [], hints: [], not: [] },
  ...{ general: false, sells: false, claims: null, technologies: [], applications: [] },
});
const link = (from: string, to: string, need: number) => ({ from, to, flows: from, need });

/** 纱 → 布 → 衣: a cloth mill spends half of its output on yarn, a garment maker a fifth on cloth. */
const map: ChainMap = {
  ...{ id: 'm', name: '纺织', source: '自拟', from: '2026-01-01', to: null, chains: ['m'], context: [], not: [] },
  place: { products: 50, name: 30, code: 30, scope: 10, border: 20 },
  standing: { missingBelow: 1, weakBelow: 3, weakRate: 0.3, strongRate: 0.8, strongFrom: 5 },
  stages: [{ id: 'all', name: '全部' }],
  nodes: [node('纱'), node('布'), node('衣')],
  links: [link('纱', '布', 0.5), link('布', '衣', 0.2)],
};
const some = (enterprises: number, output: number | null): NodeFigures => ({
  ...noFigures,
  enterprises,
  output,
  reported: output === null ? 0 : enterprises,
});
const standing = (figures: Record<string, NodeFigures>, id: string) =>
  standingsOf(map, new Map(Object.entries(figures))).get(id);

describe('the standing of a node', () => {
  it('is not known anywhere while nobody has been placed', () => {
    const all = [...standingsOf(map, new Map()).values()];
    expect(all.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(all[0]?.reason).toContain('还没有把企业放进环节');
  });

  it('is missing where the others have enterprises, with what is needed of it', () => {
    const yarn = standing({ 布: some(4, 1000) }, '纱');
    expect(yarn).toMatchObject({ state: 'missing', need: 500, localRate: 0 });
  });

  it.each([
    [2, 500, 'weak', '少于三户'],
    [3, 149, 'weak', '供给率低于三成'],
    [3, 150, 'fair', '正好三成'],
    [5, 399, 'fair', '差一点八成'],
    [4, 400, 'fair', '八成而不足五户'],
    [5, 400, 'strong', '正好八成、正好五户'],
    [5, null, 'unknown', '没有产值数'],
  ] satisfies [number, number | null, string, string][])(
    '%i enterprises with an output of %s are %s: %s',
    (enterprises, output, state, _why) => {
      expect(standing({ 纱: some(enterprises, output), 布: some(4, 1000) }, '纱')?.state).toBe(state);
    },
  );

  it('counts at most the whole need, and no rate for the last node', () => {
    expect(standing({ 纱: some(5, 9000), 布: some(4, 1000) }, '纱')?.localRate).toBe(1);
    expect(standing({ 衣: some(9, 1000) }, '衣')).toMatchObject({ state: 'fair', localRate: null });
  });
});
