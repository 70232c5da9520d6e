import { UploadOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { addressFor, send } from '../../../../platform/web/api.ts';
import { Refusals, sentencesOf } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { formWith } from '../../../../platform/web/import/send-file.ts';
import { type ChainFileJson, chainApi } from '../../contract.ts';

interface Props {
  readonly file: ChainFileJson;
  onChanged(): void;
}

/** The maps that a chain is to have, each with its newest version and those before. */
export const Maps = ({ file, onChanged }: Props) => (
  <section aria-labelledby="chain-maps">
    <h2 id="chain-maps">图</h2>
    <div className="chain-maps">
      {file.maps.map((map) => (
        <MapCard key={map.id} file={file} map={map} onChanged={onChanged} />
      ))}
    </div>
  </section>
);

/** To the map that the platform makes; one that was put up comes before it. */
function MadeLink({ chainId, map }: { readonly chainId: string; readonly map: ChainFileJson['maps'][number] }) {
  const words = map.versions.length === 0 ? `看${map.name}` : '看由数据生成的图';
  return map.of === 'nodes' ? (
    <Link to="/chain-map" search={{ chain: chainId }}>
      {words}
    </Link>
  ) : (
    <Link to="/chains/$chainId/maps/$mapId" params={{ chainId, mapId: map.id }}>
      {words}
    </Link>
  );
}

const endings = ['.png', '.jpg', '.jpeg', '.webp', '.pdf'];

function MapCard({ file, map, onChanged }: Props & { readonly map: ChainFileJson['maps'][number] }) {
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [sentences, setSentences] = useState<readonly string[]>([]);
  const [newest, ...older] = map.versions;
  const params = { chainId: file.id, mapId: map.id };
  const put = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    setBusy(true);
    setSentences([]);
    try {
      await send(chainApi.putMap, { params, form: formWith(chosen) });
      notify(`${map.name}已换成新的一版。`);
      onChanged();
    } catch (error) {
      setSentences(sentencesOf(error));
    } finally {
      setBusy(false);
    }
  };
  const day = (at: string): string => new Date(at).toLocaleDateString('zh-CN');
  return (
    <figure className="chain-map">
      <div className="chain-map-picture">
        {newest?.mediaType.startsWith('image/') ? (
          <img src={addressFor(chainApi.readMap, params, { version: newest.id })} alt={`${map.name}，${newest.name}`} />
        ) : (
          <span className="pale">
            {newest !== undefined ? 'PDF 文件' : map.of === null ? '还没有这张图' : '没有上传，由登记的数据生成'}
          </span>
        )}
      </div>
      <figcaption>
        <b>{map.name}</b>
        {map.of !== null && <MadeLink chainId={file.id} map={map} />}
        {newest !== undefined && (
          <a href={addressFor(chainApi.readMap, params, { version: newest.id })} download>
            下载 {newest.name}
          </a>
        )}
        {newest !== undefined && (
          <span className="pale">
            {newest.by}，{day(newest.at)}
          </span>
        )}
        {older.length > 0 && (
          <details>
            <summary>以前的 {older.length} 版</summary>
            <ul>
              {older.map((version) => (
                <li key={version.id}>
                  <a href={addressFor(chainApi.readMap, params, { version: version.id })} download>
                    {version.name}
                  </a>{' '}
                  <span className="pale">
                    {version.by}，{day(version.at)}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
        <Refusals sentences={sentences} />
        {file.mayKeep && (
          <>
            <input
              ref={input}
              type="file"
              hidden
              accept={endings.join()}
              onChange={({ target }) => {
                void put(target.files?.[0]);
                target.value = '';
              }}
            />
            <Button
              size="small"
              loading={busy}
              icon={<UploadOutlined aria-hidden="true" />}
              aria-label={`上传${map.name}`}
              onClick={() => input.current?.click()}
            >
              {newest === undefined ? '上传' : '换一版'}
            </Button>
          </>
        )}
      </figcaption>
    </figure>
  );
}
