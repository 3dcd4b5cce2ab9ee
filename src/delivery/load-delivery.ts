/** Everything that mails briefs. Loaded when it is asked for: its libraries would slow down every other command. */
export const loadDelivery = () => import("./index.ts");
