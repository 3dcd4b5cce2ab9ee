/** Why a server gave no answer; `stopped` where the user ended the check. */
export type Fault =
  | "name"
  | "refused"
  | "time"
  | "certificate"
  | "broken"
  | "redirects"
  | "server"
  | "local"
  | "stopped";

/** What is known of an address after asking. */
export type Answer =
  | { readonly kind: "there" }
  | { readonly kind: "moved"; readonly to: string }
  | { readonly kind: "gone" | "unsure"; readonly status: number }
  | { readonly kind: "none"; readonly fault: Fault };
