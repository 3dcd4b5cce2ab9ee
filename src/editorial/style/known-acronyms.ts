/** Whether an acronym needs no explanation for an executive: everyday, a unit, a currency, a place, an organisation known by it. */
export function isKnownAcronym(acronym: string): boolean {
  return (
    KNOWN.has(acronym) ||
    KNOWN.has(acronym.replace(/s$/, "")) ||
    CURRENCIES.has(acronym) ||
    ROMAN.test(acronym) ||
    EMPHASISED.has(acronym)
  );
}

/** 2 to 39; the longer ones look like acronyms. */
const ROMAN = /^(?=[IVX]{2,})X{0,3}(?:IX|IV|V?I{0,3})$/;

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

const words = (...lists: string[]): string[] => lists.join(" ").split(" ");

/** Words in capitals for emphasis. */
const EMPHASISED: ReadonlySet<string> = new Set(
  words(
    "NOT NO AND OR ALL NEVER ONLY MUST ANY NONE BOTH YES NOW NEW DO IS ARE IF WHO WHY HOW WE THE VERY STOP",
  ),
);

const KNOWN: ReadonlySet<string> = new Set(
  words(
    // Countries, regions, blocs
    "US USA UK EU UN UAE USSR GB NI DC LA NY NYC SF HK NZ SA DACH EMEA APAC ASEAN BRIC BRICS G7 G20 EEA EFTA",
    // Roles
    "CEO CFO COO CIO CTO CMO CRO CHRO CISO CPO CCO CDO CLO CXO VP SVP EVP MD GM HQ PA MP MEP PM GP",
    // Business and money
    "AI IT HR PR TV GDP CPI VAT IPO ROI KPI FAQ CV ID PDF CSV HTML URL SMS USB GPS PC DVD CD LED PIN ATM RSVP FYI ETA ASAP DIY NGO SME PLC LLC LLP LP IP QR SIM VIP B2B B2C EBIT EBITDA CAPEX OPEX ESG FX TBC TBD AGM EGM QA RD PO PS OK EV SUV CCTV WIFI DJ AV VR AR DNA RNA HIV MRI MBA PHD BA ICU GMO LNG LPG CO UHT UV BBQ",
    // Hours, units, signs
    "AM PM BC AD BCE CE GMT UTC CET CEST BST EST EDT PST PDT ET PT CT MT MB GB TB PB KB KW MW GW TW KWH MWH GWH TWH KM KG HZ KHZ MHZ GHZ RPM PPM PPB DPI PPI MPH KPH BTU PSI",
    // Organisations and firms known by their letters
    "NATO NASA ESA WHO WTO IMF OECD OPEC UNESCO UNICEF ILO ECB FED FBI CIA NSA IRS FDA SEC FTC FCC FAA EPA DOJ DHS CDC NIH NIST NHS HMRC FCA CMA BBC ITV CNN NBC CBS ABC ESPN MTV HBO NPR PBS WSJ FT AP AFP DPA FIFA UEFA IOC NBA NFL NHL MLB FIA ATP WTA NCAA IBM SAP BMW VW GM GE HP HPE AMD ARM TSMC ASML LVMH UPS DHL DPD TNT FEDEX HSBC UBS ING BNP AXA RBS TSB ABB BASF BP KPMG PWC EY BCG IKEA LEGO LG BYD SAIC JCB MAN DAF RTX AIG CVS KFC TSB EDF EDP ENI RWE EON KLM IAG SAS BA TUI EMI AOL MSN AWS GCP MIT UCLA USC LSE NYU ETH CERN ISO DIN ANSI IEEE IETF IKEA NYSE NASDAQ DAX FTSE CAC ESTA MI5 MI6 UKIP CDU SPD CSU FDP AFD GOP ANC NPD TUC CBI ADAC NRW YMCA WWF RSPCA RNLI ACLU NAACP PETA CSIRO",
    // Laws and techniques that made the news under their letters
    "GDPR CCPA HIPAA SOX NAFTA USMCA COVID SARS MERS AIDS LGBT DVLA BREXIT PDA HDMI NFC RFID DNS VPN HTTP HTTPS WWW PhD",
  ),
);
