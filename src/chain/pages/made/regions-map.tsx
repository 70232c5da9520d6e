import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import type { GeoMap } from '../../../../platform/geo/index.ts';
import { queryFor } from '../../../../platform/web/api.ts';
import { RegionMap, type RegionValue } from '../../../../platform/web/chart/region-map.tsx';
import { RegionTiles } from '../../../../platform/web/chart/region-tiles.tsx';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { readingApi } from '../../../indicator/contract.ts';
import { chainMapApi, type RegionRowJson } from '../../contract/map.ts';
import { outputText } from '../map/words.ts';

interface Props {
  readonly chainId: string;
  readonly name: string;
}

type Measure = 'enterprises' | 'output';
const all = 'all nodes';

/** Where the enterprises of the chain are: of all nodes or one, by their number or their output. */
export function RegionsMap({ chainId, name }: Props) {
  const [node, setNode] = useState(all);
  const [measure, setMeasure] = useState<Measure>('enterprises');
  const map = useQuery(queryFor(chainMapApi.readChainMap, { params: { chainId }, query: {} }));
  const regions = useQuery(queryFor(chainMapApi.readChainRegions, { params: { chainId } }));
  const place = map.data?.region;
  const outlines = useQuery({
    ...queryFor(readingApi.readRegionMap, { params: { regionId: place?.id ?? '' } }),
    enabled: place !== undefined,
    staleTime: 300_000,
  });
  const values = useMemo(() => valuesOf(regions.data?.regions ?? [], node, measure), [regions.data, node, measure]);
  const shapes = useMemo(() => outlined(outlines.data?.map ?? null, values), [outlines.data, values]);
  const failed = map.error ?? regions.error;
  if (failed !== null && regions.data === undefined)
    return <Failure error={failed} onRetry={() => void Promise.all([map.refetch(), regions.refetch()])} />;
  if (map.data === undefined || regions.data === undefined || outlines.isLoading) return <Waiting lines={10} />;
  if (values.length === 0)
    return (
      <Empty title="还没有企业放上这条链的图谱">
        <p>在“产业链图谱”页按规则放企业以后，这里就有。</p>
      </Empty>
    );
  const nodeName = map.data.nodes.find(({ id }) => id === node)?.name ?? '各环节合计';
  const chart = {
    summary: `${map.data.chainName}，${nodeName}，${measure === 'enterprises' ? '企业数' : `${map.data.year} 年产值`}`,
    valueName: measure === 'enterprises' ? '企业（家）' : '产值',
    picture: `${map.data.chainName}${name}`,
    text: measure === 'enterprises' ? (value: number) => `${value} 家` : (value: number) => outputText(value),
    short: measure === 'enterprises' ? (value: number) => String(value) : (value: number) => outputText(value),
    regions: values,
  };
  return (
    <>
      <div className="made-choices">
        <Select<string>
          aria-label="环节"
          value={node}
          onChange={setNode}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: all, label: '各环节合计' },
            ...map.data.nodes.map((each) => ({ value: each.id, label: each.name })),
          ]}
        />
        <Select<Measure>
          aria-label="看什么"
          value={measure}
          onChange={setMeasure}
          options={[
            { value: 'enterprises', label: '企业数' },
            { value: 'output', label: '产值' },
          ]}
        />
      </div>
      {shapes === null ? <RegionTiles head="地区" {...chart} /> : <RegionMap head="地区" map={shapes} {...chart} />}
    </>
  );
}

function valuesOf(rows: readonly RegionRowJson[], node: string, measure: Measure): readonly RegionValue[] {
  return rows.map((row) => {
    const place = { code: row.regionId, name: row.regionName };
    if (node === all) return { ...place, value: row[measure] };
    const mine = row.nodes.find(({ nodeId }) => nodeId === node);
    // A region that is listed has been counted: without enterprises on the node it has none.
    return { ...place, value: mine === undefined ? (measure === 'enterprises' ? 0 : null) : mine[measure] };
  });
}

/** The outlines of the regions that are shown; those around them would only make them small. Null when there is none. */
function outlined(map: GeoMap | null, regions: readonly RegionValue[]): GeoMap | null {
  if (map === null) return null;
  const codes = new Set(regions.map(({ code }) => code));
  const features = map.features.filter(({ properties }) => codes.has(properties.code));
  return features.length === 0 ? null : { ...map, features };
}
