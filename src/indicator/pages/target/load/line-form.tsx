import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Refusals, sentencesOf } from '../../../../../platform/web/feedback/failure.tsx';
import { DataForm } from '../../../../../platform/web/form/data-form.tsx';
import type { Field, Values } from '../../../../../platform/web/form/model.ts';
import type { DecideLinesJson, LoadingJson, ProposedLineJson } from '../../../contract.ts';
import { amount } from '../words.ts';
import { decisionOf, startOf } from './line-decision.ts';

interface Props {
  readonly line: ProposedLineJson;
  readonly loading: LoadingJson;
  onDecide(change: Omit<DecideLinesJson, 'edition' | 'revision'>): Promise<void>;
}

/** One line in full: the sentence, what is the matter, and what a person decides about it. */
export function LineForm({ line, loading, onDecide }: Props) {
  const [failed, setFailed] = useState<unknown>(null);
  const takeBack = async (): Promise<void> => {
    await onDecide({ lines: [{ key: line.key, decision: null }] }).catch(setFailed);
  };
  return (
    <div className="target-line">
      <p>
        <span className="pale">原文：</span>
        {line.text.replaceAll('\t', ' ')}{' '}
        <Link
          to="/plans/$planId"
          params={{ planId: loading.planId }}
          search={{ edition: loading.edition, at: line.itemId }}
        >
          在方案里看
        </Link>
      </p>
      {line.problems.length > 0 && (
        <ul className="target-problems target-red">
          {line.problems.map(({ code, words }) => (
            <li key={`${code} ${words}`}>{words}</li>
          ))}
        </ul>
      )}
      {line.notes.length > 0 && (
        <ul className="target-problems pale">
          {line.notes.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {line.before !== null && line.change === 'changed' && (
        <p>
          现行目标是 {amount(line.before, { unit: line.unit ?? '', decimals: line.decimals })}
          ，载入后停用，作为历史保留。
        </p>
      )}
      {failed !== null && <Refusals sentences={sentencesOf(failed)} />}
      <DataForm
        label={`定下“${line.name}”`}
        fields={fieldsFor(line, loading)}
        initial={startOf(line)}
        submitText="定下"
        onSubmit={(values) => onDecide(decisionOf(line, values))}
      />
      {line.decision !== null && (
        <p>
          <Button onClick={() => void takeBack()}>收回对这一行的决定</Button>
        </p>
      )}
    </div>
  );
}

function fieldsFor(line: ProposedLineJson, { indicators, mayDefine }: LoadingJson): Field[] {
  const likely = new Set(line.candidates.map(({ indicatorId }) => indicatorId));
  const options = [
    ...line.candidates.map(({ indicatorId, name, unit, score }) => ({
      value: indicatorId,
      label: `${name}（${unit}）　像 ${Math.round(score * 100)}%`,
    })),
    ...(mayDefine ? [{ value: '+', label: '新建一个指标' }] : []),
    ...indicators
      .filter(({ id }) => !likely.has(id))
      .map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` })),
  ];
  const isLoaded = (values: Values): boolean => values.leave !== true;
  const isNew = (values: Values): boolean => isLoaded(values) && values.indicatorId === '+';
  return [
    { input: 'check', name: 'leave', label: '要不要', text: '不载入这一行' },
    {
      ...{ input: 'own', name: 'indicatorId', label: '指标', width: 3, shown: isLoaded },
      render: ({ id, value, onChange }) => (
        <Select
          {...(id !== undefined && { id })}
          value={typeof value === 'string' ? value : null}
          onChange={(next) => onChange?.(next)}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="选一个指标"
        />
      ),
    },
    { input: 'text', name: 'newName', label: '新指标的名称', width: 2, most: 40, shown: isNew },
    { input: 'text', name: 'newUnit', label: '单位', width: 1, most: 12, shown: isNew },
    {
      input: 'check',
      name: 'sameName',
      label: '用在哪里',
      text: `名称是“${line.core}”的各行都这样`,
      width: 3,
      shown: isLoaded,
    },
    { input: 'pick', of: 'region', name: 'regionId', label: '地区', width: 2, shown: isLoaded },
    { input: 'pick', of: 'chain', name: 'chainId', label: '产业链（不分就空着）', width: 2, shown: isLoaded },
    { input: 'check', name: 'sameScope', label: '范围', text: '范围相同的各行都这样', width: 2, shown: isLoaded },
    { input: 'figure', name: 'value', label: '数值', width: 2, unit: line.givenUnit, shown: isLoaded },
    {
      input: 'figure',
      name: 'value2',
      label: '数值上限',
      width: 2,
      unit: line.givenUnit,
      shown: (values) => isLoaded(values) && line.given2 !== null,
    },
    { input: 'year', name: 'year', label: '年份', width: 1, shown: isLoaded },
    {
      input: 'year',
      name: 'baseYear',
      label: '从哪年算起',
      width: 1,
      shown: (values) => isLoaded(values) && line.mode === 'growth',
    },
    {
      input: 'year',
      name: 'firstYear',
      label: '累计从哪年起',
      width: 1,
      shown: (values) => isLoaded(values) && line.mode === 'cumulative',
    },
    { input: 'long', name: 'reason', label: '理由（更正数值、采用有错的行、不载入时要写）', most: 500 },
  ];
}
