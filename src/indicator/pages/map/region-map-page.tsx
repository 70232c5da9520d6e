import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input, Popconfirm } from 'antd';
import { useId, useState } from 'react';
import type { GeoMap } from '../../../../platform/geo/index.ts';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { RegionMap } from '../../../../platform/web/chart/region-map.tsx';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure, Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { FileInput } from '../../../../platform/web/form/file-input.tsx';
import { PickInput, useNames } from '../../../../platform/web/form/pick-input.tsx';
import { useMay, useSession } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type RegionMapJson, readingApi } from '../../contract/reading-api.ts';
import { momentWords } from '../cell/moment.ts';
import { type Preview, previewOf } from './preview.ts';
import '../../../../platform/web/form/form.css';
import './map.css';

const route = getRouteApi('/region-map');

/** The map of a region: which one counts, and how it is replaced. */
export function RegionMapPage() {
  const { region } = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('地区地图');
  const own = useSession()?.post?.regionId;
  const regionId = region ?? own;
  const id = useId();
  return (
    <div className="page indicator-page map-page">
      <h1>地区地图</h1>
      <div className="map-pick">
        <label htmlFor={id}>哪个地区</label>
        <PickInput
          id={id}
          of="region"
          several={false}
          value={regionId ?? null}
          onChange={(next) =>
            void navigate({ search: typeof next === 'string' ? { region: next } : {}, replace: true })
          }
        />
      </div>
      {regionId === undefined ? (
        <Empty title="还没有选地区">
          <p>请选一个地区，看它的地图。</p>
        </Empty>
      ) : (
        <OneMap key={regionId} regionId={regionId} />
      )}
    </div>
  );
}

function OneMap({ regionId }: { readonly regionId: string }) {
  const answer = useQuery(queryFor(readingApi.readRegionMap, { params: { regionId } }));
  const [name = regionId] = useNames('region', [regionId]).map(({ label }) => label);
  const mayChange = useMay('indicator.define');
  if (answer.error) return <Failure error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Waiting lines={8} />;
  return (
    <>
      <Present answer={answer.data} name={name} />
      {mayChange ? (
        <Replace answer={answer.data} name={name} />
      ) : (
        <p className="map-note">换地图要有“维护指标”的权限。</p>
      )}
    </>
  );
}

function Present({
  answer: { regionId, ofRegion, map, changedAt, changedBy },
  name,
}: {
  readonly answer: RegionMapJson;
  readonly name: string;
}) {
  const [above] = useNames('region', ofRegion === null || ofRegion === regionId ? [] : [ofRegion]);
  if (map === null)
    return (
      <Empty title={`${name}还没有地图`}>
        <p>现在用同样大小的方块表示各地区。</p>
      </Empty>
    );
  return (
    <section aria-label="现在的地图">
      <p className="map-note">
        {above !== undefined && `${name}没有自己的地图，用的是${above.label}的。`}
        {changedBy !== null && changedAt !== null && `${changedBy}于 ${momentWords(changedAt)} 上传。`}
      </p>
      <Outlines map={map} summary={`${name}现在的地图，有 ${map.features.length} 个地区。`} />
    </section>
  );
}

/** A map without figures: which outlines it has. */
const Outlines = ({ map, summary }: { readonly map: GeoMap; readonly summary: string }) => (
  <RegionMap
    map={map}
    summary={summary}
    head="地区"
    valueName="代码"
    regions={map.features.map(({ properties: { code, name } }) => ({
      code,
      name: name ?? code,
      value: null,
      note: code,
    }))}
    text={String}
    short={String}
  />
);

/** A file is looked over and drawn; only what is confirmed counts. */
function Replace({ answer, name }: { readonly answer: RegionMapJson; readonly name: string }) {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState<string | null>(null);
  const [property, setProperty] = useState('');
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const codeProperty = property.trim() === '' ? undefined : property.trim();
  const preview: Preview | null = text === null ? null : previewOf(text, codeProperty);
  const choose = async (next: File | null): Promise<void> => {
    setFile(next);
    setRefused([]);
    setText(next === null ? null : await next.text());
  };
  const put = async (geojson: string | null): Promise<void> => {
    setBusy(true);
    setRefused([]);
    try {
      const body = { geojson, ...(geojson !== null && codeProperty !== undefined && { codeProperty }) };
      const { regions } = await send(readingApi.putRegionMap, { params: { regionId: answer.regionId }, body });
      notify(geojson === null ? `已去掉${name}的地图。` : `${name}的地图已换好，有 ${regions} 个地区。`);
      setFile(null);
      setText(null);
      await client.invalidateQueries({ queryKey: keyOf(readingApi.readRegionMap) });
    } catch (error) {
      setRefused(sentencesOf(error));
    } finally {
      setBusy(false);
    }
  };
  const isOwn = answer.ofRegion === answer.regionId;
  return (
    <section aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>换地图</h2>
      <p className="map-note">
        要 GeoJSON 文件，一个地区一块面，写明行政区划代码，坐标是经纬度（CGCS2000 或
        WGS84）。请用自然资源主管部门审过的标准地图。
      </p>
      <div className="map-pick">
        <label htmlFor={`${id}-property`}>代码写在哪个属性里</label>
        <Input
          id={`${id}-property`}
          value={property}
          maxLength={40}
          placeholder="code、adcode 或 id"
          onChange={({ target }) => setProperty(target.value)}
        />
      </div>
      <FileInput endings={['.json', '.geojson']} value={file} onChange={(next) => void choose(next)} />
      <Refusals sentences={preview !== null && 'sentences' in preview ? preview.sentences : refused} />
      {preview !== null && 'map' in preview && (
        <div className="map-preview">
          <h3>预览，还没有换</h3>
          <Outlines map={preview.map} summary={`文件里的地图，有 ${preview.map.features.length} 个地区。`} />
          <div className="map-buttons">
            <Button type="primary" loading={busy} onClick={() => void put(text)}>
              换成这张
            </Button>
            <Button onClick={() => void choose(null)}>不换</Button>
          </div>
        </div>
      )}
      {isOwn && preview === null && (
        <div className="map-buttons">
          <Popconfirm
            title={`去掉${name}的地图？`}
            description="去掉后用上级的地图；上级也没有时，用方块表示。"
            okText="去掉"
            cancelText="不"
            onConfirm={() => put(null)}
          >
            <Button danger loading={busy}>
              去掉现在的地图
            </Button>
          </Popconfirm>
        </div>
      )}
    </section>
  );
}
