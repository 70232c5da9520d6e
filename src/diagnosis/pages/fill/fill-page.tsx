import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { keyOf, queryFor, send } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { notify } from '../../../../platform/web/feedback/toasts.ts';
import { Tabs } from '../../../../platform/web/layout/tabs.tsx';
import { useSession } from '../../../../platform/web/shell/session-context.ts';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type DiagnosisJson, diagnosisApi } from '../../contract.ts';
import {
  completeness,
  diagnosisStateNames,
  type Form,
  overlaid,
  shownQuestions,
  valueWords,
} from '../../domain/index.ts';
import { DropDraft } from './drop-draft.tsx';
import { Evidence } from './evidence.tsx';
import { QuestionField } from './question-field.tsx';
import { type SaveState, useAnswers } from './use-answers.ts';
import '../parts/diagnosis.css';

const route = getRouteApi('/diagnoses/$diagnosisId');

/** A questionnaire, one side at a time: filled in by the enterprise, checked by a second person beside what it said. */
export function FillPage() {
  const { diagnosisId } = route.useParams();
  const session = useSession();
  const diagnosis = useQuery({
    ...queryFor(diagnosisApi.readDiagnosis, { params: { diagnosisId } }),
    ...{ refetchOnWindowFocus: false, refetchOnReconnect: false },
  });
  usePageTitle(diagnosis.data === undefined ? '数字化诊断' : `${diagnosis.data.enterprise.name}数字化诊断`);
  if (diagnosis.error && diagnosis.data === undefined)
    return <Failure error={diagnosis.error} onRetry={() => void diagnosis.refetch()} />;
  if (diagnosis.data === undefined) return <Waiting lines={10} />;
  const { id, state } = diagnosis.data;
  return <Sheet key={`${id} ${state}`} diagnosis={diagnosis.data} personId={session?.person?.id ?? ''} />;
}

const saveWords: Readonly<Record<SaveState, (left: number) => string>> = {
  saved: () => '已全部保存',
  saving: () => '正在保存……',
  unsaved: (left) => `有 ${left} 题没有保存：连不上服务，或者填得不对。回答留在这台设备上，网络恢复后自动再存。`,
};

function Sheet({ diagnosis, personId }: { readonly diagnosis: DiagnosisJson; readonly personId: string }) {
  const { side: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  const [promised, setPromised] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const { may, form: told, enterprise } = diagnosis;
  const form = told as unknown as Form;
  const hand = diagnosis.state === 'filling' ? 'self' : 'inspector';
  const mayWrite = may.fill || may.inspect;
  const answers = useAnswers(diagnosis, hand, personId, mayWrite);
  const self = new Map(
    diagnosis.self.flatMap(({ questionId, value }) => (value === null ? [] : [[questionId, value] as const])),
  );
  const whole = hand === 'self' ? answers.values : overlaid(self, answers.values);
  const shown = shownQuestions(form, whole);
  const filled = completeness(form, whole);
  const at = Math.max(
    0,
    form.sides.findIndex(({ id }) => id === asked),
  );
  const side = form.sides[at];
  const take = (next: DiagnosisJson): void => {
    client.setQueryData(keyOf(diagnosisApi.readDiagnosis, { diagnosisId: diagnosis.id }), next);
  };
  const go = (to: string | undefined): void => {
    if (to === undefined) return;
    void navigate({ to: '.', search: { side: to } });
    window.scrollTo({ top: 0 });
  };
  const end = async (): Promise<void> => {
    setFault(null);
    try {
      await answers.flush();
      const params = { diagnosisId: diagnosis.id };
      const next =
        hand === 'self'
          ? await send(diagnosisApi.submitDiagnosis, { params, body: { promise: promised } })
          : await send(diagnosisApi.finishInspection, { params, body: { note: '' } });
      notify(hand === 'self' ? '已报送，等待核验。' : '核验完成，等级已写进企业档案。');
      for (const endpoint of [diagnosisApi.listDiagnoses, diagnosisApi.readProspect, diagnosisApi.readResult])
        await client.invalidateQueries({ queryKey: keyOf(endpoint) });
      take(next);
      await navigate({ to: '/diagnoses/$diagnosisId/result', params });
    } catch (cause) {
      setFault(cause);
    }
  };
  if (side === undefined)
    return (
      <article className="page diagnosis-page">
        <h1>{enterprise.name}数字化诊断</h1>
        <p>这份问卷已经不在资料包里，不能再填。</p>
        {may.drop && <DropDraft diagnosis={diagnosis} />}
      </article>
    );
  const mark = ({ id, name }: (typeof form.sides)[number]): string => {
    const done = filled.sides.get(id);
    return `${name} ${done?.answered ?? 0}/${done?.wanted ?? 0}`;
  };
  return (
    <article className="page diagnosis-page">
      <p className="page-back">
        <Link to="/enterprises/$enterpriseId/diagnosis" params={{ enterpriseId: enterprise.id }}>
          {enterprise.name}的全部诊断
        </Link>
      </p>
      <div className="page-head">
        <h1>数字化诊断</h1>
        {may.drop && <DropDraft diagnosis={diagnosis} />}
        {!mayWrite && (
          <Link to="/diagnoses/$diagnosisId/result" params={{ diagnosisId: diagnosis.id }}>
            看结果
          </Link>
        )}
      </div>
      <p>
        {enterprise.name}，{diagnosis.questionnaire.edition}，{diagnosis.questionnaire.table}，
        {diagnosisStateNames[diagnosis.state]}
        {form.isOwnWording && '。题目不是官方的，是自己写的'}。
      </p>
      {diagnosis.packChanged && <p role="alert">问卷的内容改过了，请放弃这一份，重新开始。</p>}
      {mayWrite && (
        <div className="diagnosis-save">
          <span role="status">{saveWords[answers.state](answers.unsaved)}</span>，已答 {filled.answered} /{' '}
          {filled.wanted} 题
        </div>
      )}
      <Tabs
        label="方面"
        tabs={form.sides.map((each) => ({ key: each.id, title: mark(each) }))}
        chosen={side.id}
        onChoose={go}
        panel="diagnosis-side"
      />
      <div id="diagnosis-side" role="tabpanel" aria-labelledby={`diagnosis-side-${side.id}`}>
        {side.questions
          .filter(({ id }) => shown.has(id))
          .map((question, i) => (
            <fieldset key={question.id} className="diagnosis-question">
              <legend>
                {i + 1}. {question.text}
                {question.optional && '（可以不答）'}
              </legend>
              {question.help !== '' && <p className="pale">{question.help}</p>}
              {hand === 'inspector' && <p>企业自评：{valueWords(question, self.get(question.id))}</p>}
              {(mayWrite || hand === 'self') && (
                <QuestionField
                  question={question}
                  value={whole.get(question.id)}
                  disabled={!mayWrite}
                  group={hand}
                  onChange={(value) => answers.change(question.id, value)}
                />
              )}
              {answers.faults.has(question.id) && <p role="alert">{answers.faults.get(question.id)}</p>}
              {hand === 'inspector' && may.inspect && answers.kept.has(question.id) && (
                <label className="diagnosis-reason">
                  理由
                  <input
                    type="text"
                    maxLength={500}
                    value={answers.kept.get(question.id)?.note ?? ''}
                    onChange={({ target }) =>
                      answers.change(question.id, answers.kept.get(question.id)?.value ?? null, target.value)
                    }
                  />
                </label>
              )}
              <Evidence diagnosis={diagnosis} question={question} mayAdd={mayWrite} onChanged={take} />
            </fieldset>
          ))}
        <div className="diagnosis-steps">
          <Button disabled={at === 0} onClick={() => go(form.sides[at - 1]?.id)}>
            上一方面
          </Button>
          <Button type="primary" disabled={at === form.sides.length - 1} onClick={() => go(form.sides[at + 1]?.id)}>
            下一方面
          </Button>
        </div>
      </div>
      {fault !== null && <Failure error={fault} onRetry={() => setFault(null)} />}
      {may.fill && (
        <section className="diagnosis-question" aria-label="报送">
          <label>
            <input type="checkbox" checked={promised} onChange={({ target }) => setPromised(target.checked)} />
            {told.promise}
          </label>
          <Button type="primary" onClick={() => void end()}>
            报送
          </Button>
        </section>
      )}
      {may.inspect && (
        <Button type="primary" onClick={() => void end()}>
          完成核验
        </Button>
      )}
    </article>
  );
}
