/** The style sheet of a proof. */
export const PROOF_STYLE = `
body { margin: 0; padding: 32px; background: #dfe3e8; color: #1c2430; font: 15px/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 24px; line-height: 1.25; }
h2 { margin: 0 0 8px; font-size: 16px; }
header p { margin: 4px 0 0; color: #55606e; }
section { margin-top: 28px; }
.list { display: grid; grid-template-columns: 190px 1fr auto; gap: 0 16px; padding: 10px 16px; margin-bottom: 12px; background: #fff; border-radius: 6px; }
.list.wide { max-width: 1180px; }
.list.slim { width: 343px; grid-template-columns: 1fr auto; }
.sender { font-weight: 700; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.date { grid-column: 3; color: #55606e; }
.slim .date { grid-column: 2; }
.line { grid-column: 2; grid-row: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.slim .line { grid-column: 1 / span 2; grid-row: 2; white-space: normal; }
.slim .line span { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.slim .line .preheader { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; white-space: normal; }
.subject { font-weight: 600; }
.preheader { color: #55606e; }
.wide .preheader::before { content: "– "; }
.gauge { position: relative; max-width: 640px; height: 12px; background: #fff; border-radius: 6px; overflow: hidden; }
.gauge .filled { height: 100%; background: #2a6f4e; }
.gauge .mark { position: absolute; inset-block: 0; width: 2px; background: #b3261e; }
.views { display: flex; flex-wrap: wrap; gap: 28px; align-items: flex-start; }
figure { margin: 0; }
figcaption { margin-bottom: 8px; }
.screen { background: #fff; border-radius: 6px; overflow: hidden; box-shadow: 0 1px 4px #0003; }
`;
