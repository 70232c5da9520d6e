import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { queryFor } from '../../../../platform/web/api.ts';
import { Waiting } from '../../../../platform/web/feedback/empty.tsx';
import { Failure } from '../../../../platform/web/feedback/failure.tsx';
import { usePageTitle } from '../../../../platform/web/shell/title.ts';
import { type MeetingJson, meetingApi } from '../../contract.ts';
import { dayWords, lightNames, taskStateNames } from '../../domain/index.ts';
import '../parts/parts.css';
import './meeting.css';

const route = getRouteApi('/meetings/$meetingId/minutes');

/** The minutes as they are printed, and what became of what was decided. */
export function MinutesPage() {
  const { meetingId } = route.useParams();
  const read = useQuery(queryFor(meetingApi.readMeeting, { params: { meetingId } }));
  usePageTitle('会议纪要');
  if (read.error && read.data === undefined) return <Failure error={read.error} onRetry={() => void read.refetch()} />;
  if (read.data === undefined) return <Waiting lines={10} />;
  return (
    <div className="page task-page">
      <div className="minutes-bar">
        <Link to="/meetings/$meetingId" params={{ meetingId }}>
          回到会议
        </Link>
        <Button type="primary" onClick={() => window.print()}>
          打印
        </Button>
        {read.data.state === 'open' && <span className="pale">还没有散会，纪要没有定稿。</span>}
      </div>
      <Minutes meeting={read.data} />
    </div>
  );
}

function Minutes({ meeting }: { readonly meeting: MeetingJson }) {
  const tasks = meeting.items.flatMap(({ decisions }) => decisions.flatMap(({ task }) => task ?? []));
  return (
    <article className="minutes">
      <h1>{meeting.title}纪要</h1>
      <dl>
        <dt>时间</dt>
        <dd>{dayWords(meeting.heldOn)}</dd>
        {meeting.place !== null && (
          <>
            <dt>地点</dt>
            <dd>{meeting.place}</dd>
          </>
        )}
        {meeting.chair !== null && (
          <>
            <dt>主持</dt>
            <dd>{meeting.chair}</dd>
          </>
        )}
        {meeting.sits.length > 0 && (
          <>
            <dt>参加</dt>
            <dd>{meeting.sits.map(({ name }) => name).join('、')}</dd>
          </>
        )}
      </dl>
      {meeting.items.map((item, at) => (
        <section key={item.id}>
          <h2>
            {at + 1}．{item.title}
          </h2>
          {item.why !== '' && <p>{item.why}</p>}
          {item.decisions.length === 0 ? (
            <p>没有议。</p>
          ) : (
            <ol>
              {item.decisions.map(({ at: when, what, words }) => (
                <li key={`${when} ${what}`}>
                  {what}
                  {words}
                </li>
              ))}
            </ol>
          )}
        </section>
      ))}
      {meeting.note !== null && (
        <section>
          <h2>会议要求</h2>
          <p>{meeting.note}</p>
        </section>
      )}
      {tasks.length > 0 && (
        <section>
          <h2>议定任务办理情况</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">任务</th>
                <th scope="col">时限</th>
                <th scope="col">状态</th>
                <th scope="col">灯</th>
              </tr>
            </thead>
            <tbody>
              {tasks.map(({ id, title, dueOn, state, light }) => (
                <tr key={id}>
                  <td>
                    <Link to="/tasks/$taskId" params={{ taskId: id }}>
                      {title}
                    </Link>
                  </td>
                  <td>{dueOn ?? '没有时限'}</td>
                  <td>{taskStateNames[state]}</td>
                  <td>{lightNames[light]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </article>
  );
}
