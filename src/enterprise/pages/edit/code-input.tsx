import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import type { OwnInput } from '../../../../platform/web/form/model.ts';
import { cleanCode } from '../../../kernel/index.ts';
import { type EnterpriseCodeJson, enterpriseApi } from '../../contract.ts';
import './code-input.css';

/** A credit code and, where it does not keep every rule, why it is right for all that. */
export interface CodeValue {
  readonly code: string;
  readonly reason: string;
}

const codeLength = 18;
const pauseMs = 250;

export const codeValue = (value: unknown): CodeValue =>
  typeof value === 'object' && value !== null && 'code' in value ? (value as CodeValue) : { code: '', reason: '' };

/** Reads a credit code while it is typed: right, doubtful with a reason to be given, or wrong; and who has it already. */
export function CodeInput({ own, enterpriseId }: { readonly own: OwnInput; readonly enterpriseId: string | null }) {
  const { id, value, onChange, values: _values, ...given } = own;
  const { code, reason } = codeValue(value);
  const cleaned = cleanCode(code);
  const calm = useCalm(cleaned);
  const read = useQuery({
    ...queryFor(enterpriseApi.readCode, { params: { code: calm } }),
    enabled: calm.length >= codeLength && calm.length <= 60,
  });
  const answer = calm === cleaned ? read.data : undefined;
  return (
    <div className="enterprise-code">
      <Input
        {...given}
        {...(id !== undefined && { id })}
        value={code}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-read`}
        onChange={({ target }) => onChange?.({ code: target.value, reason })}
      />
      <div
        id={`${id}-read`}
        role="status"
        className={`enterprise-code-read enterprise-code-${answer?.verdict ?? 'none'}`}
      >
        {cleaned !== '' && cleaned.length < codeLength && <span>还差 {codeLength - cleaned.length} 位。</span>}
        {answer !== undefined && <Verdict answer={answer} enterpriseId={enterpriseId} />}
      </div>
      {answer?.verdict === 'warn' && (
        <label className="enterprise-code-reason" htmlFor={`${id}-reason`}>
          仍然用它的理由
          <Input
            id={`${id}-reason`}
            value={reason}
            maxLength={300}
            placeholder="例如：已核对营业执照原件"
            onChange={({ target }) => onChange?.({ code, reason: target.value })}
          />
        </label>
      )}
    </div>
  );
}

const verdictWords = { accept: '代码正确。', warn: '代码有疑点：', refuse: '代码不对：' } as const;

function Verdict({
  answer,
  enterpriseId,
}: {
  readonly answer: EnterpriseCodeJson;
  readonly enterpriseId: string | null;
}) {
  const { verdict, faults, kind, taken, isTaken } = answer;
  const other = isTaken && taken?.id !== enterpriseId;
  return (
    <>
      <span>
        {verdictWords[verdict]}
        {verdict === 'accept' && kind !== null && `${kind}。`}
        {faults.map(({ message }) => message).join('')}
      </span>
      {other && (
        <span className="enterprise-code-taken">
          {taken === null ? (
            '别处已有企业用这个代码。'
          ) : (
            <>
              已经登记给{' '}
              <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: taken.id }}>
                {taken.name}
              </Link>
              。
            </>
          )}
        </span>
      )}
    </>
  );
}

/** What was typed, once the fingers rest. */
function useCalm(typed: string): string {
  const [calm, setCalm] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return calm;
}
