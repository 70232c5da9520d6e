import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { keyOf, queryFor } from '../../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../../platform/web/feedback/failure.tsx';
import { Fact, Facts } from '../../../../../platform/web/layout/facts.tsx';
import type { FilePartProps } from '../../../../../platform/web/shell/file-parts.ts';
import { useMay } from '../../../../../platform/web/shell/session-context.ts';
import { chainMapApi, type EnterprisePlaceJson } from '../../../contract/map.ts';
import { PlaceDialog } from './place-dialog.tsx';
import '../map.css';

/** Place of an enterprise in its chains, why it is there, and who stands before and behind it. */
export function PlacePart({ enterprise }: FilePartProps) {
  const params = { enterpriseId: enterprise.id };
  const places = useQuery(queryFor(chainMapApi.readEnterprisePlaces, { params }));
  if (places.error && places.data === undefined)
    return <Failure error={places.error} onRetry={() => void places.refetch()} />;
  if (places.data === undefined) return <Waiting lines={3} />;
  if (places.data.places.length === 0)
    return (
      <Empty title="还没有放上任何产业链的图谱">
        <p>链办在“产业链图谱”页按规则放企业以后，这里就有。</p>
      </Empty>
    );
  return places.data.places.map((place) => <Place key={place.chainId} place={place} enterprise={enterprise} />);
}

function Place({ place, enterprise }: { readonly place: EnterprisePlaceJson } & Pick<FilePartProps, 'enterprise'>) {
  const mayRead = useMay('chain.read');
  const [open, setOpen] = useState(false);
  const { node, stage, before, after } = place;
  const at = [stage?.name, node?.name].filter((each) => each !== undefined).join(' › ');
  return (
    <section className="cm-place" aria-label={place.chainName}>
      <Facts>
        <Fact name={place.main ? '主要产业链' : '产业链'}>
          {mayRead && node !== null ? (
            <Link to="/chain-map" search={{ chain: place.chainId, node: node.id }}>
              {place.chainName}
            </Link>
          ) : (
            place.chainName
          )}
        </Fact>
        <Fact name="环节">{node === null ? '不属于本链' : at}</Fact>
        <Fact name="怎样定的">
          {place.by === 'person' ? `${place.byName ?? '有人'}核定：` : `规则，${Math.round(place.score)} 分：`}
          {place.reason}
        </Fact>
        <Fact name="上游">{lineOf(before)}</Fact>
        <Fact name="下游">{lineOf(after)}</Fact>
      </Facts>
      {place.history.length > 0 && (
        <details>
          <summary>以前放在哪里</summary>
          <ul>
            {place.history.map((each) => (
              <li key={each.at}>
                {each.node?.name ?? '不属于本链'}：{each.reason}（
                {each.by === 'person' ? (each.byName ?? '有人') : '规则'}，{day(each.at)} 至 {day(each.until)}）
              </li>
            ))}
          </ul>
        </details>
      )}
      {place.mayKeep && (
        <p>
          <Button onClick={() => setOpen(true)}>改环节</Button>
        </p>
      )}
      {open && <Correct place={place} enterprise={enterprise} onClose={() => setOpen(false)} />}
    </section>
  );
}

const day = (at: string): string => new Date(at).toLocaleDateString('zh-CN');

const lineOf = (list: EnterprisePlaceJson['before']): string =>
  list.length === 0 ? '没有' : list.map(({ name, flows }) => (flows === '' ? name : `${name}（${flows}）`)).join('、');

interface CorrectProps extends Pick<FilePartProps, 'enterprise'> {
  readonly place: EnterprisePlaceJson;
  onClose(): void;
}

function Correct({ place, enterprise, onClose }: CorrectProps) {
  const client = useQueryClient();
  const map = useQuery(queryFor(chainMapApi.readChainMap, { params: { chainId: place.chainId }, query: {} }));
  if (map.data === undefined) return <Waiting lines={2} />;
  return (
    <PlaceDialog
      map={map.data}
      placed={{ ...place, enterpriseId: enterprise.id, enterprise: enterprise.name }}
      onClose={onClose}
      onDone={() => {
        onClose();
        for (const endpoint of [chainMapApi.readEnterprisePlaces, chainMapApi.readChainMap, chainMapApi.listPlaced])
          void client.invalidateQueries({ queryKey: keyOf(endpoint) });
      }}
    />
  );
}
