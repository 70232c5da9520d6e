import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { GeoMap } from '../../../../platform/geo/index.ts';
import { queryFor } from '../../../../platform/web/api.ts';
import { RegionMap, type RegionValue } from '../../../../platform/web/chart/region-map.tsx';
import { RegionTiles } from '../../../../platform/web/chart/region-tiles.tsx';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { useMay } from '../../../../platform/web/shell/session-context.ts';
import { readingApi } from '../../contract/reading-api.ts';
import './map.css';

interface Props {
  /** Whose parts the regions are: its map, or that of the nearest region above, has their outlines. */
  readonly place: { readonly id: string; readonly name: string };
  readonly regions: readonly RegionValue[];
  readonly summary: string;
  readonly valueName: string;
  /** Name of the picture to take away. */
  readonly picture: string;
  text(value: number): string;
  short(value: number): string;
}

/** Regions on the customer's own map; tiles where it has none. */
export function RegionView({ place, ...chart }: Props) {
  const { regions } = chart;
  const answer = useQuery({
    ...queryFor(readingApi.readRegionMap, { params: { regionId: place.id } }),
    staleTime: 300_000,
  });
  const mayChange = useMay('indicator.define');
  const map = useMemo(() => outlined(answer.data?.map ?? null, regions), [answer.data, regions]);
  if (answer.isPending) return <Waiting lines={8} />;
  return (
    <div className="map-view">
      {map === null ? <RegionTiles head="地区" {...chart} /> : <RegionMap head="地区" map={map} {...chart} />}
      {map === null && (
        <p className="map-note">
          {place.name}还没有地图，所以用同样大小的方块表示各地区。
          {mayChange && (
            <Link to="/region-map" search={{ region: place.id }}>
              上传地图
            </Link>
          )}
        </p>
      )}
      {map !== null && mayChange && (
        <p className="map-note">
          <Link to="/region-map" search={{ region: place.id }}>
            换地图
          </Link>
        </p>
      )}
    </div>
  );
}

/** The outlines of the regions that are shown; those around them would only make them small. Null when there is none. */
function outlined(map: GeoMap | null, regions: readonly RegionValue[]): GeoMap | null {
  if (map === null) return null;
  const codes = new Set(regions.map(({ code }) => code));
  const features = map.features.filter(({ properties }) => codes.has(properties.code));
  return features.length === 0 ? null : { ...map, features };
}
