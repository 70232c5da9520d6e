import { Select } from 'antd';
import type { ChainMapNodeJson } from '../../contract/map.ts';
import { stateWord } from './words.ts';

interface Props {
  readonly nodes: readonly ChainMapNodeJson[];
  onFind(node: string): void;
}

export const findId = 'chain-map-find';

/** A node by some characters of its name, another name, a product or a code. */
export const FindNode = ({ nodes, onFind }: Props) => (
  <Select<string>
    id={findId}
    className="cm-find"
    aria-label="找环节"
    placeholder="找环节、产品、行业代码"
    value={null}
    showSearch={{ filterOption: (typed, option) => fits(String(option?.key ?? option?.value ?? ''), typed, nodes) }}
    onSelect={onFind}
    options={nodes.map(({ id, name, standing }) => ({ value: id, label: `${name}（${stateWord[standing.state]}）` }))}
    notFoundContent="没有找到，换几个字试试"
  />
);

function fits(id: string, typed: string, nodes: readonly ChainMapNodeJson[]): boolean {
  const node = nodes.find((each) => each.id === id);
  const words = typed.trim().toLowerCase();
  if (node === undefined) return false;
  if (words === '') return true;
  const said = [node.name, ...node.also, ...node.words, ...node.codes.flatMap(({ code, name }) => [code, name ?? ''])];
  return said.some((each) => each.toLowerCase().includes(words));
}
