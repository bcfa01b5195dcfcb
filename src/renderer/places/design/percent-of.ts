import { formatPercent } from "#shared/report/format.ts";

/** "40%", or with all of the decimals it may have where it is no whole percent: "12.50%". */
export function percentOf(share: number, decimals: 1 | 2): string {
  const unit = decimals === 1 ? 10 : 100;
  return formatPercent(share, Math.round(share * 100 * unit) % unit === 0 ? 0 : decimals);
}
