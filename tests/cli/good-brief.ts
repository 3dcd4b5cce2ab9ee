/** A short brief without a finding. */
export const GOOD_BRIEF = `title: Our fees fell while traffic grew
date: 2025-02-03
bottomLine: The new contract cut our fees in January, so the year’s budget holds [@ledger].
audiences: [c-level, marketing]
event:
  summary: Fees fell by 12% in January, while traffic grew [@ledger].
  figures:
    - value: −12%
      label: fees in January
      sources: [ledger]
caveats:
  - claim: Fees will stay low.
    caveat: The discount of the contract ends in December [@contract].
    confidence: high
    sources: [contract]
questions:
  - question: Which traffic would we drop if the discount ended?
    why: The answer decides what we order.
    owner: CFO
sources:
  - { id: ledger, title: Ledger of January, date: 2025-02-01 }
  - { id: contract, title: Contract, date: 2024-12-01 }
`;

/** The same with one weakness that is a warning: two questions in one. */
export const WEAK_BRIEF = GOOD_BRIEF.replace(
  "Which traffic would we drop if the discount ended?",
  "Which traffic would we drop, and which would we keep?",
);
