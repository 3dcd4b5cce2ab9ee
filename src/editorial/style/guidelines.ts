/** The guidelines that the rules rest on. */
export const GUIDELINES = {
  amazon: {
    title: "Amazon’s rules for six-page narratives (Bryar and Carr, Working Backwards, 2021)",
  },
  plainLanguage: {
    title: "Federal Plain Language Guidelines",
    url: "https://www.plainlanguage.gov/guidelines/",
  },
  icd203: {
    title: "Intelligence Community Directive 203, Analytic Standards",
    url: "https://www.dni.gov/files/documents/ICD/ICD-203.pdf",
  },
  icd206: {
    title: "Intelligence Community Directive 206, Sourcing Requirements for Disseminated Analytic Products",
    url: "https://www.dni.gov/files/documents/ICD/ICD-206.pdf",
  },
  admiralty: { title: "NATO AJP-2.1, Allied Joint Doctrine for Intelligence Procedures (Admiralty grades)" },
  smartBrevity: { title: "Smart Brevity (VandeHei, Allen and Schwartz, 2022)" },
  govUk: { title: "GOV.UK style guide", url: "https://www.gov.uk/guidance/style-guide" },
} as const;
