import { Link } from '@tanstack/react-router';
import { Fact, Facts } from '../../../../platform/web/layout/facts.tsx';
import { dayWords } from '../../../task/domain/index.ts';
import type { BulletinJson } from '../../contract.ts';
import { bulletinSteps } from '../../domain/index.ts';
import { momentWords } from '../parts/words.ts';

interface Props {
  readonly paper: BulletinJson;
}

/** What the paper was written from. */
export const PaperFacts = ({ paper }: Props) => (
  <section aria-labelledby="paper-from">
    <h2 id="paper-from">依据</h2>
    <Facts>
      <Fact name="调度">
        {paper.place.region.name}
        {paper.place.chain?.name} {paper.cycle.title}
      </Fact>
      <Fact name="算到">{dayWords(paper.cycle.judgedOn)}</Fact>
      <Fact name="冻结于">{momentWords(paper.cycle.frozenAt)}</Fact>
      <Fact name="比较">
        {paper.comparedWith.length === 0 ? '没有可比的上期' : paper.comparedWith.map(({ title }) => title).join('、')}
      </Fact>
      {paper.unit !== null && <Fact name="责任单位">{paper.unit.name}</Fact>}
      {paper.replyBy !== null && <Fact name="回复期限">{dayWords(paper.replyBy)}</Fact>}
      <Fact name="代字">{paper.sign}</Fact>
      <Fact name="模板">
        {paper.template === null ? '随程序带来的' : `${paper.template.name}（第 ${paper.template.version} 版）`}
      </Fact>
      {paper.corrects !== null && (
        <Fact name="更正">
          <Link to="/bulletins/$bulletinId" params={{ bulletinId: paper.corrects.id }}>
            {paper.corrects.number ?? paper.corrects.title}
          </Link>
        </Fact>
      )}
      <Fact name="依据摘要">
        <code className="figure-digest">{paper.factsDigest}</code>
      </Fact>
    </Facts>
  </section>
);

/** Who got it, and what units that had to answer said. */
export function Recipients({ paper }: Props) {
  if (paper.recipients.length === 0) return null;
  return (
    <section aria-labelledby="paper-to">
      <h2 id="paper-to">发给 {paper.recipients.length} 个</h2>
      <ul className="paper-list">
        {paper.recipients.map(({ kind, id, name, mustAnswer, answer }) => (
          <li key={`${kind} ${id}`}>
            {name}
            {mustAnswer && answer === null && <em>等待回复</em>}
            {answer !== null && (
              <p>
                {answer.words}
                <small>
                  {answer.by}，{momentWords(answer.at)}
                </small>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Everything that was done with it, the last first. */
export const Steps = ({ paper }: Props) => (
  <section aria-labelledby="paper-steps">
    <h2 id="paper-steps">经过</h2>
    <ol className="paper-list">
      {paper.steps.toReversed().map(({ step, at, by, words }) => (
        <li key={`${at} ${step}`}>
          <b>{bulletinSteps[step]}</b> {by}
          <small>{momentWords(at)}</small>
          {words !== null && <p>{words}</p>}
        </li>
      ))}
    </ol>
  </section>
);
