// The expected incentive of a population as a spreadsheet would have it: one row a KPI, every formula on two cells that are moved.

/** Cells: A1 is added to every average, B1 multiplies all pay, C1 is the total. KPIs stand from row 2 on. */
export function workbookOf(scenario, distribution) {
  const rows = scenario.roles.flatMap((role) => role.kpis.map((kpi) => ({ role, kpi })));
  const cells = [[0, 1, `=SUM(G2:G${rows.length + 1})`, null, null, null, null]];
  for (const [index, { role, kpi }] of rows.entries()) {
    const row = index + 2;
    const { mean, spread, shape } = kpi.outlook;
    const share = role.onTargetEarnings * (1 - role.baseShare) * (kpi.weight / 10_000);
    cells.push([mean, spread, share, `=A${row}+$A$1`, `=SQRT(LN(1+(B${row}/D${row})^2))`, `=LN(D${row})-E${row}^2/2`, `=C${row}*$B$1*(${factor(kpi.curve, shape, row, distribution)})`]);
  }
  return cells;
}

/** Σ over corners: jump × people at or above it + bend × what they attain beyond it. */
function factor({ points }, shape, row, { share, density }) {
  return points
    .map((point, index) => {
      const [before, next] = [points[index - 1], points[index + 1]];
      const slope = (from, to) => (from === undefined || to === undefined ? 0 : (to.payout - from.payout) / (to.attainment - from.attainment));
      const [jump, bend, x] = [before === undefined ? point.payout : 0, slope(point, next) - slope(before, point), point.attainment];
      const z = shape === "normal" ? `(${x}-D${row})/B${row}` : `(LN(${x})-F${row})/E${row}`;
      const attained = shape === "normal" ? `D${row}*(1-${share(z)})+B${row}*${density(z)}` : `D${row}*(1-${share(`${z}-E${row}`)})`;
      return `${jump}*(1-${share(z)})+(${bend})*(${attained}-${x}*(1-${share(z)}))`;
    })
    .join("+");
}
