import { Select } from 'antd';
import type { ChainMapJson, MapRowJson } from '../../contract/map.ts';
import { outputText } from './words.ts';

interface Props {
  readonly maps: readonly MapRowJson[];
  readonly map: ChainMapJson | undefined;
  readonly chain: string | undefined;
  onChain(chain: string): void;
  onRegion(region: string): void;
}

/** Which chain, which region, and how it stands in one line. */
export const MapHead = ({ maps, map, chain, onChain, onRegion }: Props) => (
  <header className="cm-head-line">
    <h1>产业链图谱</h1>
    <Select<string>
      aria-label="产业链"
      className="cm-pick"
      value={chain ?? null}
      onChange={onChain}
      showSearch={{ optionFilterProp: 'label' }}
      options={maps.map(({ chainId, chainName, regionName }) => ({
        value: chainId,
        label: `${chainName}（${regionName}）`,
      }))}
    />
    {map !== undefined && (
      <Select<string>
        aria-label="地区"
        className="cm-pick-region"
        value={map.region.id}
        onChange={onRegion}
        showSearch={{ optionFilterProp: 'label' }}
        options={map.regions.map(({ id, name }) => ({ value: id, label: name }))}
      />
    )}
    {map !== undefined && <Totals map={map} />}
  </header>
);

function Totals({ map: { totals, nodes, year } }: { readonly map: ChainMapJson }) {
  return (
    <p className="cm-totals">
      {nodes.length} 个环节，企业 {totals.enterprises} 家，{year} 年{totals.output === null ? '' : '产值 '}
      {outputText(totals.output)}；强 {totals.strong} 个，
      <b className="cm-node-weak">堵点 {totals.weak} 个</b>，<b className="cm-node-missing">断点 {totals.missing} 个</b>
    </p>
  );
}
