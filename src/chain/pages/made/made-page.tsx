import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { addressFor, queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { chainApi } from '../../contract.ts';
import { RegionsMap } from './regions-map.tsx';
import { WordsMap } from './words-map.tsx';
import '../chain.css';
import './made.css';

const route = getRouteApi('/chains/$chainId/maps/$mapId');

/** One of the maps that a chain is to have, made of what the platform knows; one that the office put up is named above it. */
export function MadeMapPage() {
  const { chainId, mapId } = route.useParams();
  const file = useQuery(queryFor(chainApi.readChainFile, { params: { chainId }, query: {} }));
  const map = file.data?.maps.find(({ id }) => id === mapId);
  usePageTitle(file.data === undefined ? '产业链的图' : `${file.data.name} ${map?.name ?? ''}`.trim());
  if (file.error && file.data === undefined) return <Failure error={file.error} onRetry={() => void file.refetch()} />;
  if (file.data === undefined) return <Waiting lines={10} />;
  if (map?.of === 'nodes') return <Navigate to="/chain-map" search={{ chain: chainId }} replace />;
  const [newest] = map?.versions ?? [];
  return (
    <article className="page chain-page">
      <header className="chain-head">
        <h1>
          {map?.name ?? '没有这张图'} <small>{file.data.name}</small>
        </h1>
        <span className="chain-buttons">
          <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>
            打印
          </Button>
        </span>
      </header>
      <p>
        <Link to="/chains/$chainId" params={{ chainId }}>
          回到{file.data.name}
        </Link>
      </p>
      {newest !== undefined && (
        <p>
          链办上传了一张，以它为准：
          <a href={addressFor(chainApi.readMap, { chainId, mapId }, { version: newest.id })} download>
            下载 {newest.name}
          </a>
          。下面是由登记的数据生成的。
        </p>
      )}
      {map?.of === 'regions' && <RegionsMap chainId={chainId} name={map.name} />}
      {(map?.of === 'technologies' || map?.of === 'applications') && (
        <WordsMap chainId={chainId} of={map.of} name={map.name} />
      )}
      {(map === undefined || map.of === null) && (
        <Empty title="平台不能生成这张图">
          <p>请在产业链档案里上传。</p>
        </Empty>
      )}
    </article>
  );
}
