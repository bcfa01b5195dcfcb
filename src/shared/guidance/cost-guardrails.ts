/** Guardrails on quotas, company cost, payment and crediting. */
import { guardrail, says, type Guardrail, type Statement } from "./guardrail.ts";

function scalingGtm(value: string): Statement {
  return says("Scaling GTM", "B", value, "How to set AE OTE the right way", "https://www.scalinggtm.com/p/how-to-set-ae-ote-the-right-way-use");
}
function score(value: string): Statement {
  return says("SCORE", "A", value, "Costs of employees, digest of SBA (Weltman)", "https://seminnesota.score.org/resource/costs-employees");
}

export const COST_GUARDRAILS: readonly Guardrail[] = [
  guardrail("G22", "Quota:OTE", says("Visdum", "B", "4–6× healthy", "Quota to OTE ratio", "https://www.visdum.com/blog/quota-to-ote-ratio"), {
    others: [scalingGtm("< 3 too dear, > 6 unreachable")],
  }),
  guardrail(
    "G23", "Quota:OTE, others",
    says("The CRO Report", "C", "5:1 standard, < 4 rich, > 6 attrition", "Quota to OTE ratio", "https://thecroreport.com/glossary/quota-to-ote-ratio"),
    {
      others: [
        says("QuotaPath", "B", "3–5", "Sales compensation calculator", "https://www.quotapath.com/sales-compensation-calculator/"),
        says("revenue.fyi", "C", "≥ 5, ideally 6–8", "Relationship between quota and OTE", "https://revenue.fyi/snippets/relationship-between-quota-and-ote"),
        says("BenchSights", "B", "mean 4.8 of 83 members", "First look from BenchSights", "https://benchsights.com/first-look-from-benchsights_v7/"),
      ],
      caveat: "AE figures; no reliable partner-role ratio found.",
    },
  ),
  guardrail("G24", "CCOS range", says("ZS", "A", "generally 3–9 %", "Putting CCOS to work for your incentive program", "https://www.zs.com/insights/putting-ccos-to-work-for-your-incentive-program"), {
    caveat: "Definition varies.",
  }),
  guardrail(
    "G25", "CCOS spread",
    says("Sibson", "A", "industry median from 1.9 % up; example: bottom-quartile sellers 52 %, top 17 %", "Understanding CCOS (2010)", "http://www.sibson.com/publications/perspectives/Volume_18_Issue_2/understanding-ccos.html"),
    { caveat: "Figures of 2010." },
  ),
  guardrail(
    "G26", "CCOS is an internal measure first",
    says("rewarding.blog", "B", "benchmark with care", "What do we mean by compensation cost of sales? (2020)", "https://rewarding.blog/2020/04/23/what-do-we-mean-by-compensation-cost-of-sales/"),
    { others: [says("Better Sales Comp", "B", "benchmark with care", "Compensation costs", "http://bettersalescomp.com/tag/compensation-costs-2/")] },
  ),
  guardrail(
    "G27", "Share of selling cost",
    says("WorldatWork", "A", "cash pay ≈ 40 % of total sales cost", "Why compensation cost of sales is a metric that deserves your attention", "https://worldatwork.org/resources/publications/workspan-daily/why-compensation-cost-of-sales-is-a-metric-that-deserves-your-attention"),
  ),
  guardrail("G28", "SaaS check", scalingGtm("5× quota:OTE ⇒ ~20 % of new ARR"), { caveat: "Arithmetic." }),
  guardrail("G29", "Burden rule of thumb", score("1.25–1.4 × salary"), { caveat: "By relay." }),
  guardrail(
    "G30", "Burden, measured",
    says("BLS", "A", "benefits 29.9 % of compensation, US private, Dec 2019", "Employer costs for employee compensation, December 2019 (copy)", "https://pdfslide.us/documents/employer-costs-for-employee-compensation-december-2019-within-occupational-groups.html"),
    { caveat: "Makes 1.43× wages (own arithmetic). Dated; the series is at bls.gov. BLS benefits include paid leave." },
  ),
  guardrail("G31", "Payroll tax on variable (US)", score("7.65 % to the wage base (2019: $132,900), 1.45 % above"), { caveat: "2019 wage base: make it an input." }),
  guardrail("G32", "Over-assignment", says("Tigereye", "B", "0–50 % seen, 50 % worrying", "Over-assignment drives sales culture", "https://www.tigereye.com/blog/over-assignment-drives-sales-culture")),
  guardrail(
    "G33", "Over-assignment, typical",
    says("Ashley Lowndes", "C", "10–15 % typical in SaaS; many enterprise firms ~20 %", "Coffee thoughts 09: over-assign", "https://www.ashleylowndes.com/Coffee-Thoughts-09-Overassign-cc282240f863438b8fd9ad5a34640915"),
  ),
  guardrail(
    "G34", "Over-assignment, limit",
    says("Forrester", "A", "beyond a point quotas become unreachable and stars leave first", "The tao of quota over-assignment", "https://www.forrester.com/blogs/the-tao-of-quota-over-assignment/"),
    { caveat: "No number." },
  ),
  guardrail(
    "G35", "Payout frequency",
    says("salescomp.blogspot.com", "B", "cycle < 1 month: monthly; 1–3: quarterly; 3–12: annual plan paid quarterly on YTD", "Sales compensation blog (2009)", "http://salescomp.blogspot.com/search?updated-max=2009-02-18T10%3A15%3A00-08%3A00"),
  ),
  guardrail("G36", "MBO payouts", says("Donya Rose", "B", "a few fixed steps (0/50/100/125/150 %), sparingly", "Flexible components", "https://donyarose.com/tag/flexible-components/")),
  guardrail("G37", "Draw/guarantee for hires", says("Intelligent SPM", "C", "3–6 months, 50–100 % of TI", "Policy template scp-008", "https://intelligentspm.vercel.app/learn/policies/scp-008")),
  guardrail(
    "G38", "Overlay credit",
    says("RevOps Masters", "C", "25–50 %, raising commission cost 25–50 % on assisted deals", "Split crediting rules", "https://revopsmasters.com/category/sales-compensation/split-crediting-rules"),
    { caveat: "The equality assumes equal rates." },
  ),
  guardrail(
    "G39", "Deal-registration protection",
    says("xAmplify", "B", "90–180 days; 5–15 % extra margin", "What is deal protection", "https://xamplify.com/glossary/what-is-deal-protection/"),
    { others: [says("PartnerPack", "B", "90 + 60 days", "Deal registration form template", "https://partnerpack.mydoublecheck.app/library/deal-registration-form-template/")] },
  ),
  guardrail(
    "G40", "Influenced : sourced revenue",
    says("eLinkages", "C", "2–3×", "Partner-influenced revenue", "https://elinkages.com/glossary/partner-influenced-revenue"),
    { others: [says("Triad", "C", "2–5×", "Influence revenue", "https://gettriad.io/glossary/influence-revenue")], caveat: "Between B and C; no data given." },
  ),
  guardrail(
    "G41", "Marketplace fee",
    says("Invisory", "B", "1–3 % AWS/Azure/Google, up to 15 % Salesforce", "Why comp neutrality is essential for a successful cloud marketplace motion", "https://invisory.co/resources/blog/why-comp-neutrality-is-essential-for-a-successful-cloud-marketplace-motion-isv"),
  ),
  guardrail(
    "G42", "Cost of sale past 130 %",
    says("RevOps Masters", "C", "Cost of sale should not climb past 130 %", "Comp plan modeling spreadsheet", "https://revopsmasters.com/category/sales-compensation/comp-plan-modeling-spreadsheet"),
  ),
];
