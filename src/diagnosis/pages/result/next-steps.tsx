import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, useContext, useMemo } from 'react';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { EntitlementViewContext } from '../../../../platform/web/shell/entitlement-view.ts';
import { enterpriseApi } from '../../../enterprise/contract.ts';
import type { DiagnosisResultJson } from '../../contract.ts';

interface Props {
  readonly result: DiagnosisResultJson;
}

/** Which policies pay for it, by what the file of the enterprise knows and the level that this diagnosis comes to. */
export function Paying({ result }: Props) {
  const View = useContext(EntitlementViewContext);
  const { id } = result.diagnosis.enterprise;
  const facts = useQuery(queryFor(enterpriseApi.readFacts, { params: { enterpriseId: id }, query: {} }));
  const levels = useMemo(
    () => result.standings.flatMap(({ fact, level }) => (fact === null ? [] : [[fact, level] as const])),
    [result.standings],
  );
  const values = useMemo(() => {
    const known = (facts.data?.facts ?? []).flatMap(({ fact, value }) =>
      value === null ? [] : [[fact, value] as const],
    );
    return Object.fromEntries([...known, ...levels]);
  }, [facts.data, levels]);
  const asking = useMemo(() => levels.map(([fact]) => fact), [levels]);
  return (
    <section className="diagnosis-paying" aria-labelledby="diagnosis-paying">
      <h2 id="diagnosis-paying">哪些政策给钱</h2>
      <p className="pale">
        {result.checked
          ? '按这次的等级和企业档案里已知的情况算，只列看数字化等级的条款。'
          : '先按自评的等级算一遍，核验以后才作数；只列看数字化等级的条款。'}
        <Link to="/enterprises/$enterpriseId" params={{ enterpriseId: id }} hash="entitlements">
          全部能拿什么，看企业档案
        </Link>
        。
      </p>
      {facts.error && facts.data === undefined ? (
        <Failure error={facts.error} onRetry={() => void facts.refetch()} />
      ) : facts.data === undefined || View === null ? (
        <Waiting lines={3} />
      ) : (
        <Suspense fallback={<Waiting lines={3} />}>
          <View values={values} on={facts.data.on} asking={asking} />
        </Suspense>
      )}
    </section>
  );
}

/** Who helps, first those for the side that falls shortest. */
export function Helping({ result: { sides, providers } }: Props) {
  const short = sides
    .toSorted((a, b) => a.got * b.worth - b.got * a.worth)
    .filter(({ got, worth }) => got < worth)
    .map(({ id }) => id);
  const nearness = (of: readonly string[]): number => {
    const at = short.findIndex((id) => of.includes(id));
    return at < 0 ? short.length : at;
  };
  const sorted = providers.toSorted((a, b) => nearness(a.sides) - nearness(b.sides));
  const namesOf = (of: readonly string[]): string =>
    sides
      .filter(({ id }) => of.includes(id))
      .map(({ name }) => name)
      .join('、');
  return (
    <section aria-labelledby="diagnosis-helping">
      <h2 id="diagnosis-helping">谁能帮忙</h2>
      {providers.length === 0 && <p className="pale">还没有登记本地的服务商。登记在“数字化诊断”的“服务商”一栏。</p>}
      <ul className="diagnosis-cards">
        {sorted.map(({ id, name, services, sides: of, contact }) => (
          <li key={id} className="diagnosis-card">
            <h3>{name}</h3>
            <p>{services}</p>
            <p className="pale">
              帮{namesOf(of)}
              {contact !== '' && `；${contact}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
