/** Guardrails on the plan itself: pay mix, scorecard, threshold, upside, how attainment spreads. */
import { guardrail, says, type Guardrail, type SourceTag, type Statement } from "./guardrail.ts";

function article(value: string): Statement {
  return says("Partner GTM Institute", "B", value, "How to Compensate Partner Sales Roles the Right Way (Rick Flores, 2025)", "https://www.partnergtminstitute.com/post/how-to-compensate-partner-sales-roles-the-right-way");
}
function betterSalesComp(value: string): Statement {
  return says("Better Sales Comp", "A", value, "Should we use thresholds in our sales incentive plans? (2010)", "https://bettersalescomp.com/2010/11/18/should-we-use-thresholds-in-our-sales-incentive-plans/");
}
function ecsellStructure(tag: SourceTag, value: string): Statement {
  return says("ecSELL", tag, value, "Sales compensation plans, step 8: define structure details", "https://www.ecsellinstitute.com/coaching-effect-blog/blog/bid/47425/sales-compensation-plans-step-8-define-structure-details");
}
function alexanderUpside(value: string): Statement {
  return says("Alexander Group", "A", value, "Is your sales compensation upside in overdrive (mirror)", "https://vuink.com/post/nyrknaqretebhc-d-dpbz/insights/is-your-sales-compensation-upside-in-overdrive");
}

export const PLAN_GUARDRAILS: readonly Guardrail[] = [
  guardrail("G1", "Mix, quota-carrying partner role", article("50/50 may fit")),
  guardrail("G2", "Mix, non-quota partner role", article("70/30 or 60/40")),
  guardrail("G3", "Mix, enablement/ops/strategic", article("toward 80/20, even 90/10")),
  guardrail(
    "G4", "Mix, partner managers",
    says("Partnerled", "B", "60–70 % base", "What metrics should we be tying partner manager commissions to, and why (Box director)", "https://partnerled.com/questions/what-metrics-should-we-be-tying-partner-manager-commissions-to-and-why"),
    { caveat: "One opinion." },
  ),
  guardrail(
    "G5", "Mix, partner managers, dissent",
    says("Forecastable", "B", "legacy 70/30–80/20; \"sales-minded\" 50/50", "Partner manager salary", "https://forecastable.com/partner-manager-salary/"),
    { caveat: "Vendor view." },
  ),
  guardrail(
    "G6", "\"Aggressive\" vs \"less aggressive\" mix",
    says("Xactly", "B", "50/50–60/40 vs 80/20–90/10", "Pay mix by sales role", "https://www.xactlycorp.com/blog/pay-mix-differ-sales-role/"),
    { caveat: "Sales roles in general, not partner roles." },
  ),
  guardrail(
    "G7", "Measures per plan",
    says("ecSELL", "A", "≤ 3", "Sales compensation plans, step 6: weights and measures", "https://www.ecsellinstitute.com/coaching-effect-blog/blog/bid/47423/sales-compensation-plans-step-6-weights-measures"),
    { others: [says("WorldatWork", "A", "listed as a conventional rule that may be broken", "Breaking the rules of sales compensation", "https://worldatwork.org/resources/publications/workspan-daily/breaking-the-rules-of-sales-compensation")] },
  ),
  guardrail(
    "G8", "Measures per plan, prevalence",
    says("Bullseye", "A", "71 % of responding organisations use ≤ 3 (2016, 246 responses)", "Keep it simple for sales compensation success (2016)", "http://bullseye.consulting/blog-1/2016/11/16/keep-it-simple-for-sales-compensation-success"),
    { caveat: "Relayed." },
  ),
  guardrail(
    "G9", "Minimum weight",
    says("Performio", "B", "< 20 % (with 4+ measures) is an alarm", "Overweight incentive plans", "https://performio.co/insight/overweight-incentive-plans?hs_amp=true"),
    { caveat: "No citable source found for 10 % or 15 %." },
  ),
  guardrail("G10", "Seed scorecard", article("40/30/20/10 (sourced/influenced/enablement/strategic)"), { caveat: "Four measures and one of 10 %: more, and a smaller one, than other sources say." }),
  guardrail(
    "G11", "Threshold, common expression",
    says("Alexander Group", "A", "70 % of quota", "Sales compensation: careful about that threshold", "https://www.alexandergroup.com/insights/sales-compensation-careful-about-that-threshold/"),
    { caveat: "Illustrative." },
  ),
  guardrail("G12", "Threshold, other points", ecsellStructure("B", "75 % → pays 50 %"), {
    others: [
      says("SalesGlobe", "A", "40 %", "Thresholds in the age of COVID-19", "https://www.salesglobe.com/blog/thresholds-in-the-age-of-covid-19/"),
      says("Intelligent SPM", "C", "75 % policy template (scp-014)", "Policy template scp-014", "https://intelligentspm.vercel.app/learn/policies/scp-014"),
      betterSalesComp("managers 50–70 %"),
    ],
    caveat: "No single source states \"50–80 %\"; the points span 40–75 %.",
  }),
  guardrail(
    "G13", "Threshold too high",
    says("onebigtable", "C", "e.g. 70 % risks a dead zone; typical 0–50 %", "Attainment curves", "https://onebigtable.us/Advanced%20Analytics/Microsoft%20Sales%20Compensation/domain3_attainment_curves.html"),
    { caveat: "Contradicts the 70 % of Alexander Group." },
  ),
  guardrail("G14", "No cliff at threshold", betterSalesComp("ramp from zero")),
  guardrail("G15", "New-business role", betterSalesComp("usually no threshold")),
  guardrail("G16", "Excellence point", alexanderUpside("level the top 10 % reach; 120 % in Alexander's example"), {
    others: [ecsellStructure("B", "150 % in ecSELL's example")],
    caveat: "First source by relay. The range 120–150 % is a span of two examples.",
  }),
  guardrail(
    "G17", "Upside at excellence",
    says("SalesGlobe", "A", "200 % or 300 % of TI at the 90th percentile", "The importance of differentiating top performers", "https://www.salesglobe.com/blog/the-importance-of-differentiating-top-performers/"),
  ),
  guardrail("G18", "Upside affordability", alexanderUpside("3× TI at 120 % on a $300k quota and $30k TI pays all above-goal revenue to the seller"), {
    caveat: "By relay. It asks for marginal pay that stays within the marginal margin.",
  }),
  guardrail(
    "G19", "Accelerator multiple",
    says("Level6", "C", "1.5–2× past 120 %; ~80 % of plans use accelerators", "Accelerators in sales commission plans", "https://www.level6.com/accelerators-sales-commission-plans"),
    { caveat: "Credits Forrester." },
  ),
  guardrail(
    "G20", "Distribution",
    says("OpenSymmetry", "A", "90/60–70/10", "Getting the payout curve right", "https://salesmanagement.org/blog/getting-the-payout-curve-right/"),
    {
      others: [
        says("Blue Horizons", "B", "9 in 10 and ~65 %", "Understanding the payout curve", "https://bluehorizonsgroup.com/understanding-the-payout-curve-how-best-to-reward-your-team/"),
        says("Aurochs Solutions", "B", "90 % and 10 %", "Structure of incentive payout curve", "https://www.aurochssolutions.com/structure-of-incentive-payout-curve/"),
      ],
      caveat: "Share of sellers at threshold, at target and at excellence.",
    },
  ),
  guardrail("G21", "At quota", says("The CRO Report", "C", "< 50 % too hard, > 80 % too easy", "Quota attainment", "https://thecroreport.com/glossary/quota-attainment")),
];
