import { ADDRESS_FAULTS } from "../diagnostics/catalogue/list.ts";
import { shorten } from "../diagnostics/shorten.ts";
import { type Diagnostic, diagnose, loadDelivery, type MailAddress } from "../index.ts";

/** Addresses that an option names, and what is wrong with the others. */
export async function commandLineAddresses(
  option: string,
  texts: readonly string[],
  allowedDomains: readonly string[],
): Promise<{ addresses: MailAddress[]; diagnostics: Diagnostic[] }> {
  const { parseAddress } = await loadDelivery();
  const addresses: MailAddress[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const text of texts) {
    const address = parseAddress(text);
    if (typeof address === "string") {
      const why = ADDRESS_FAULTS[address];
      diagnostics.push(diagnose("delivery-address-invalid", { option, text: shorten(text), why }));
    } else if (allowedDomains.length > 0 && !allowedDomains.includes(address.domain)) {
      const { domain } = address;
      diagnostics.push(diagnose("delivery-domain-refused", { option, domain, allowed: allowedDomains }));
    } else {
      addresses.push(address);
    }
  }
  return { addresses, diagnostics };
}
