import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { queryFor } from '../../../../../platform/web/api.ts';
import { Empty, Waiting } from '../../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../../platform/web/feedback/failure.tsx';
import { type ChainMapJson, chainMapApi, type PlacedJson } from '../../../contract/map.ts';
import { enterpriseKind } from '../picture/map-picture.tsx';
import { outputText } from '../words.ts';
import { PlaceDialog } from './place-dialog.tsx';

interface Props {
  readonly map: ChainMapJson;
  /** Null: those that the rule put on no node. */
  readonly nodeId: string | null;
  /** True: only those that the rule was not sure of. */
  readonly doubtful?: boolean;
  onChanged(): void;
}

const pageSize = 10;
/** What the rule gave fewer points than this is looked at by a person. */
const sure = 60;

/** Enterprises of a node, each with why it is there; moved by hand or by a dialog, with a reason. */
export function PlacedList({ map, nodeId, doubtful = false, onChanged }: Props) {
  const [page, setPage] = useState(1);
  const [moving, setMoving] = useState<PlacedJson | null>(null);
  const filter = {
    ...(doubtful ? { by: { in: ['rule'] }, score: { to: sure }, node: { blank: false } } : {}),
    ...(!doubtful && { node: nodeId === null ? { blank: true } : { in: [nodeId] } }),
    ...(map.region.id !== map.regions[0]?.id && { region: { in: [map.region.id] } }),
  };
  const query = { filter: JSON.stringify(filter), sort: doubtful ? 'score' : '-score', page, pageSize };
  const placed = useQuery(queryFor(chainMapApi.listPlaced, { params: { chainId: map.chainId }, query }));
  if (placed.error && placed.data === undefined)
    return <Failure error={placed.error} onRetry={() => void placed.refetch()} />;
  if (placed.data === undefined) return <Waiting lines={4} />;
  const { rows, total } = placed.data;
  if (total === 0) return <Empty title={nodeId === null ? '没有这样的企业' : '这个环节还没有企业'} />;
  const pages = Math.ceil(total / pageSize);
  return (
    <>
      <ul className="cm-placed">
        {rows.map((row) => (
          <Row
            key={row.enterpriseId}
            row={row}
            named={nodeId === null || doubtful}
            mayMove={map.mayKeep}
            onMove={setMoving}
          />
        ))}
      </ul>
      {pages > 1 && (
        <p className="cm-pages">
          <Button size="small" disabled={page === 1} onClick={() => setPage(page - 1)}>
            上一页
          </Button>
          <span>
            第 {page} / {pages} 页，共 {total} 家
          </span>
          <Button size="small" disabled={page >= pages} onClick={() => setPage(page + 1)}>
            下一页
          </Button>
        </p>
      )}
      {moving !== null && (
        <PlaceDialog
          map={map}
          placed={moving}
          onClose={() => setMoving(null)}
          onDone={() => {
            setMoving(null);
            onChanged();
          }}
        />
      )}
    </>
  );
}

interface RowProps {
  readonly row: PlacedJson;
  /** True: says on which node it is. */
  readonly named: boolean;
  readonly mayMove: boolean;
  onMove(row: PlacedJson): void;
}

const Row = ({ row, named, mayMove, onMove }: RowProps) => (
  <li draggable={mayMove} onDragStart={(event) => event.dataTransfer.setData(enterpriseKind, JSON.stringify(row))}>
    <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: row.enterpriseId }}>
      {row.enterprise}
    </Link>
    {mayMove && (
      <Button size="small" aria-label={`改环节：${row.enterprise}`} onClick={() => onMove(row)}>
        改环节
      </Button>
    )}
    <small>
      {[row.region, ...(row.output === null ? [] : [outputText(row.output)])].join('，')}
      {named && `；${row.node?.name ?? '不属于本链'}`}
    </small>
    <small>
      {row.by === 'person' ? `${row.byName ?? '有人'}核定：` : `规则，${Math.round(row.score)} 分：`}
      {row.reason}
      {row.second !== null && row.by === 'rule' && `；也可能是${row.second.name}`}
    </small>
  </li>
);
