import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Empty } from '../../../../platform/web/feedback/empty.tsx';
import { Markdown } from '../../../../platform/web/markdown/markdown.tsx';
import { ruleText } from './rule-texts.ts';
import './rules.css';

const route = getRouteApi('/rules/$rule');

/** One rule of the lint, explained. */
export function RulePage() {
  const { rule } = route.useParams();
  const text = ruleText(rule);
  useEffect(() => {
    document.title = `${text?.title ?? '没有这条规则'} · 经纬`;
  }, [text]);
  if (text === undefined)
    return (
      <Empty title={`没有名为 ${rule} 的规则`}>
        <Link to="/rules">看全部规则</Link>
      </Empty>
    );
  return (
    <article className="rules">
      <p className="rules-way">
        <Link to="/rules">体检规则</Link>
      </p>
      <h1>{text.title}</h1>
      <Markdown text={text.body} />
    </article>
  );
}
