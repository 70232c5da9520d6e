/** The explanation of every lint rule, as docs/lint holds it; read into the pages when they are built. */
const files = import.meta.glob<string>('../../../../docs/lint/*.md', { query: '?raw', import: 'default', eager: true });

export interface RuleText {
  readonly rule: string;
  readonly title: string;
  readonly body: string;
}

export const ruleTexts: readonly RuleText[] = Object.entries(files)
  .map(([path, text]) => ({ rule: path.replace(/^.*\/|\.md$/g, ''), text }))
  .filter(({ rule }) => rule !== 'README' && rule !== 'index')
  .map(({ rule, text }) => {
    const [, title = rule, body = text] = /^#\s+(.+)\n([\s\S]*)$/.exec(text) ?? [];
    return { rule, title, body };
  });

export const ruleText = (rule: string): RuleText | undefined => ruleTexts.find((text) => text.rule === rule);
