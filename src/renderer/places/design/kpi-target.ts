/** How the target of a KPI is written, by its unit. */
import { PARAMETERS, type ParameterSpec } from "#shared/model/parameters.ts";
import type { Kpi } from "#shared/model/scenario.ts";
import { formatMoney, formatNumber } from "#shared/report/format.ts";
import { roundMoney } from "#shared/units/money.ts";

/** "$1.80M", "20", "80%": short enough for the row; the field shows every digit while it is edited. */
export function formatTarget(kpi: Kpi, value: number, currency: string): string {
  switch (kpi.unit) {
    case "currency":
      return formatMoney(roundMoney(value, currency), currency, "short");
    case "percent":
      return `${formatNumber(value)}%`;
    case "count":
    case "score":
      return formatNumber(value);
  }
}

/** A sensible step for the size of the target. */
export function targetParameter(kpi: Kpi): ParameterSpec {
  return { ...PARAMETERS.target, step: kpi.unit === "currency" ? 10_000 : 1 };
}
