import { numbered } from '../../../../platform/web/layout/numbered.ts';
import type { ClauseJson } from '../../contract.ts';

/** How the amount comes about, line by line. */
export function Benefit({ clause: { benefit } }: { readonly clause: ClauseJson }) {
  return (
    <section aria-labelledby="clause-benefit">
      <h2 id="clause-benefit">给多少</h2>
      <table className="clause-benefit">
        <tbody>
          {numbered(benefit).map(({ at, value: { depth, label, words } }) => (
            <tr key={at} data-depth={depth}>
              <th scope="row">{label}</th>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
