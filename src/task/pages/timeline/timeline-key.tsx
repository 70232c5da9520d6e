/** What the shapes mean. */
export const TimelineKey = () => (
  <ul className="timeline-key" aria-label="图例">
    <li>
      <span className="timeline-bar timeline-bar-green" />
      立项到时限
    </li>
    <li>
      <span className="timeline-extended" />
      延期
    </li>
    <li>
      <span className="timeline-overdue" />
      超期
    </li>
    <li>
      <span className="timeline-milestone" />
      节点
    </li>
    <li>
      <span className="timeline-milestone" data-reached />
      完成的节点
    </li>
    <li>
      <span className="timeline-key-link">→</span>
      先做完才能做
    </li>
  </ul>
);
