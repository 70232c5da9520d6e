interface Props {
  readonly reasons: readonly { readonly name: string; readonly why: string }[];
}

/** What cannot be done now, with the reason; moves of one reason stand together. */
export function WhyNot({ reasons }: Props) {
  if (reasons.length === 0) return null;
  const byReason = new Map<string, string[]>();
  for (const { name, why } of reasons) byReason.set(why, [...(byReason.get(why) ?? []), name]);
  return (
    <details className="why-not">
      <summary>还有 {reasons.length} 件事现在不能办，看原因</summary>
      <dl>
        {[...byReason].map(([why, names]) => (
          <div key={why}>
            <dt>{names.join('、')}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
