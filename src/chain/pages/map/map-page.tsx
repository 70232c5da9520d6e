import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { keyOf, queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { useNarrow } from '../../../../platform/web/layout/use-narrow.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type ChainMapJson, chainMapApi, type PlacedJson } from '../../contract/map.ts';
import { chainApi } from '../../contract.ts';
import { type ChainMapSearch, foldedIn, foldedText } from './address.ts';
import { FindNode } from './find-node.tsx';
import { Legend } from './legend.tsx';
import { MapHead } from './map-head.tsx';
import { MapStage } from './map-stage.tsx';
import { Decide } from './panel/decide.tsx';
import { NodePanel } from './panel/node-panel.tsx';
import { PlaceDialog } from './panel/place-dialog.tsx';
import { Placing } from './placing.tsx';
import './map.css';

const route = getRouteApi('/chain-map');

/** 产业链图谱: a chain as a graph, how each of its nodes stands, who is on it, and what is done about a gap. */
export function ChainMapPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle('产业链图谱');
  const maps = useQuery(queryFor(chainMapApi.listChainMaps, {}));
  const chain = search.chain ?? maps.data?.maps[0]?.chainId;
  const map = useQuery({
    ...queryFor(chainMapApi.readChainMap, {
      params: { chainId: chain ?? '' },
      query: search.region === undefined ? {} : { region: search.region },
    }),
    enabled: chain !== undefined,
  });
  const put = (next: ChainMapSearch, replace = false): void =>
    void navigate({ search: (before) => plain({ ...before, ...next }), replace });
  const failed = maps.error ?? map.error;
  return (
    <article className="cm-page">
      <MapHead
        maps={maps.data?.maps ?? []}
        map={map.data}
        chain={chain}
        onChain={(next) => void navigate({ search: { chain: next } })}
        onRegion={(region) => put({ region })}
      />
      {failed !== null && map.data === undefined ? (
        <Failure error={failed} onRetry={() => void (maps.error ? maps.refetch() : map.refetch())} />
      ) : maps.data?.maps.length === 0 ? (
        <Empty title="还没有产业链图谱">
          <p>您能看到的产业链都没有图谱。请系统管理员在内容包里为产业链配图谱。</p>
        </Empty>
      ) : map.data === undefined ? (
        <Waiting lines={12} />
      ) : (
        <Body key={map.data.chainId} map={map.data} search={search} put={put} />
      )}
    </article>
  );
}

interface BodyProps {
  readonly map: ChainMapJson;
  readonly search: ChainMapSearch;
  put(next: { readonly [K in keyof ChainMapSearch]?: ChainMapSearch[K] | undefined }, replace?: boolean): void;
}

function Body({ map, search, put }: BodyProps) {
  const narrow = useNarrow();
  const client = useQueryClient();
  const [dropped, setDropped] = useState<{ readonly node: string; readonly placed: PlacedJson } | null>(null);
  const node = map.nodes.find(({ id }) => id === search.node);
  const asList = search.as === 'list' || narrow;
  const changed = (): void => {
    for (const endpoint of [
      ...[chainMapApi.readChainMap, chainMapApi.listPlaced, chainMapApi.listGaps, chainMapApi.readChainRegions],
      ...[chainApi.readChainFile, chainApi.listEntries],
    ])
      void client.invalidateQueries({ queryKey: keyOf(endpoint) });
  };
  const panel = node !== undefined && (
    <NodePanel
      key={node.id}
      map={map}
      node={node}
      onNode={(id) => put({ node: id })}
      onClose={() => put({ node: undefined })}
      onChanged={changed}
    />
  );
  return (
    <>
      <div className="cm-bar">
        <FindNode nodes={map.nodes} onFind={(id) => put({ node: id })} />
        {!narrow && (
          <Button onClick={() => put({ as: asList ? undefined : 'list' })}>{asList ? '看成图' : '看成清单'}</Button>
        )}
        <Link to="/chains/$chainId" params={{ chainId: map.chainId }}>
          产业链档案
        </Link>
        <Placing map={map} onDone={changed} />
      </div>
      <div className="cm-body" data-panel={!narrow && node !== undefined}>
        <MapStage
          map={map}
          folded={foldedIn(search.folded)}
          asList={asList}
          open={search.node ?? null}
          onOpen={(id) => put({ node: id })}
          onFold={(stages) => put({ folded: foldedText(stages).folded }, true)}
          onDrop={(id, enterprise) => setDropped({ node: id, placed: JSON.parse(enterprise) as PlacedJson })}
        />
        {!narrow && panel}
      </div>
      {narrow && (
        <Drawer
          open={node !== undefined}
          aria-label={node === undefined ? '环节的情况' : `${node.name}的情况`}
          onClose={() => put({ node: undefined })}
          size="92%"
          placement="bottom"
          closable={false}
          destroyOnHidden
        >
          {panel}
        </Drawer>
      )}
      <Legend rules={map.rules} />
      <p className="cm-source">
        {map.mapName}，{map.from} 起。来源：{map.source}
        {map.changedBy !== null && map.changedAt !== null && (
          <>
            。本地第 {map.revision} 版，{map.changedBy}改于 {new Date(map.changedAt).toLocaleDateString('zh-CN')}
          </>
        )}
      </p>
      <Decide map={map} onChanged={changed} />
      {dropped !== null && (
        <PlaceDialog
          map={map}
          placed={dropped.placed}
          node={dropped.node}
          onClose={() => setDropped(null)}
          onDone={() => {
            setDropped(null);
            changed();
          }}
        />
      )}
    </>
  );
}

/** Without what is not said, so that the address stays short. */
const plain = (search: Readonly<Record<string, unknown>>): ChainMapSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as ChainMapSearch;
