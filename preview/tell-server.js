// @ts-check

/**
 * Posts to the server. What went wrong is told in words for the reader, never thrown.
 * @param {"select" | "try" | "keep" | "open"} order
 * @param {unknown} body
 * @returns {Promise<{ readonly ok: true, readonly answer: unknown } | { readonly ok: false, readonly reason: string }>}
 */
export async function tellServer(order, body) {
  try {
    const answer = await fetch(order, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) return { ok: false, reason: reasonOf(text) ?? `The preview answered ${answer.status}.` };
    return { ok: true, answer: text === "" ? null : JSON.parse(text) };
  } catch {
    return { ok: false, reason: "The preview cannot be reached." };
  }
}

/**
 * What the server’s findings say; a refusal without any says nothing more than its number.
 * @param {string} text
 * @returns {string | undefined}
 */
function reasonOf(text) {
  try {
    const { findings } = JSON.parse(text);
    return findings.map((/** @type {{ message: string }} */ { message }) => message).join(" ");
  } catch {
    return undefined;
  }
}
