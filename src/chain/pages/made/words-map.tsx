import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queryFor } from '../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { type ChainMapJson, chainMapApi } from '../../contract/map.ts';
import { StateWord } from '../map/narrow/stage-list.tsx';
import { figuresOf } from '../map/words.ts';
import '../map/picture/picture.css';
import '../map/map.css';

interface Props {
  readonly chainId: string;
  readonly of: 'technologies' | 'applications';
  readonly name: string;
}

/** Stages from upstream to downstream, and at each node the technologies that matter there, or the fields that it is used in. */
export function WordsMap({ chainId, of, name }: Props) {
  const map = useQuery(queryFor(chainMapApi.readChainMap, { params: { chainId }, query: {} }));
  if (map.error && map.data === undefined) return <Failure error={map.error} onRetry={() => void map.refetch()} />;
  if (map.data === undefined) return <Waiting lines={10} />;
  const stages = columnsOf(map.data, of);
  if (stages.length === 0)
    return (
      <Empty title={`图谱里还没有写${of === 'technologies' ? '技术' : '应用领域'}`}>
        <p>内容包写进各环节以后，这里就有。</p>
      </Empty>
    );
  return (
    <>
      <ol className="made-stages" aria-label={name}>
        {stages.map(({ id, name: stage, nodes }) => (
          <li key={id}>
            <h2>{stage}</h2>
            <ul>
              {nodes.map((node) => (
                <li key={node.id} className={`made-node cm-node-${node.standing.state}`}>
                  <Link to="/chain-map" search={{ chain: chainId, node: node.id }}>
                    {node.name}
                  </Link>{' '}
                  <StateWord state={node.standing.state} />
                  <small>{figuresOf(node.standing)}</small>
                  <ul className="made-words" aria-label={`${node.name}：${name}`}>
                    {node[of].map((word) => (
                      <li key={word}>{word}</li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <p className="pale">来源：{map.data.mapName}；企业数和强弱取自登记的企业。</p>
    </>
  );
}

function columnsOf({ stages, nodes }: ChainMapJson, of: Props['of']) {
  return stages.flatMap((stage) => {
    const mine = nodes.filter((node) => node.stage === stage.id && node[of].length > 0);
    return mine.length === 0 ? [] : [{ ...stage, nodes: mine }];
  });
}
