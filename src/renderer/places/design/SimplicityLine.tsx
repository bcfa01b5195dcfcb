/** How much there is to explain in a plan, and what would take some of it away. */
import type { ReactElement } from "react";
import type { SimplicityReading } from "#shared/statement/index.ts";
import { Popover } from "../../controls/Popover.tsx";

function pointsOf(count: number): string {
  return `${count} ${count === 1 ? "point" : "points"}`;
}

export function SimplicityLine({ reading: { points, scale, reasons } }: { readonly reading: SimplicityReading }): ReactElement {
  return (
    <div className="words-tab__reading">
      <span>
        <strong>{pointsOf(points)}</strong> to explain: {scale}
      </span>
      {reasons.length === 0 ? null : (
        <Popover label="What makes the plan long to explain" trigger={<span className="link-text">{reasons.length === 1 ? "1 reason" : `${reasons.length} reasons`}</span>}>
          <table className="words-reasons">
            <caption>What makes the plan long to explain</caption>
            <thead>
              <tr>
                <th scope="col">Points</th>
                <th scope="col">What there is</th>
                <th scope="col">What would take it away</th>
              </tr>
            </thead>
            <tbody>
              {reasons.map((reason) => (
                <tr key={`${reason.text}/${reason.act}`}>
                  <td>{reason.points}</td>
                  <th scope="row">{reason.text}</th>
                  <td>{reason.act}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="words-reasons__note">Paymix counts these points by a rule of its own. It is no published norm and says nothing about whether a plan is right.</p>
        </Popover>
      )}
    </div>
  );
}
