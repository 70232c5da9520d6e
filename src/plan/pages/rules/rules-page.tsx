import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ruleTexts } from './rule-texts.ts';
import './rules.css';

/** All rules of the lint, each with its page. */
export function RulesPage() {
  useEffect(() => {
    document.title = '体检规则 · 经纬';
  }, []);
  return (
    <div className="rules">
      <h1>公文体检的规则</h1>
      <p>体检不判断政策好坏，只看写得对不对：数字合不合得上，时间、单位、名称、序号有没有错，该写的写了没有。</p>
      <ul className="rule-list">
        {ruleTexts.map(({ rule, title }) => (
          <li key={rule}>
            <Link to="/rules/$rule" params={{ rule }}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
