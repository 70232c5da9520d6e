import { useEffect, useState } from 'react';
import { useSession } from '../../../platform/web/shell/session-context.ts';

const MINUTE_MS = 60_000;
const moments = new Intl.DateTimeFormat('zh-CN', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Asia/Shanghai',
});

/** Who looks at the page, and when, across all of it, on paper too: a picture of it can be traced to its person. */
export function Watermark() {
  const session = useSession();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  const { person, post } = session ?? {};
  if (!person) return null;
  return (
    <svg className="watermark" aria-hidden="true">
      <defs>
        <pattern id="watermark" width="320" height="180" patternUnits="userSpaceOnUse" patternTransform="rotate(-22)">
          <text x="10" y="60">
            {[person.name, post?.unitName].filter(Boolean).join(' ')}
          </text>
          <text x="10" y="82">
            {moments.format(now)}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#watermark)" />
    </svg>
  );
}
