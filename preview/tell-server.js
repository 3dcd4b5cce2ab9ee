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
 * The message of a finding, as the server sends it, or the words themselves.
 * @param {string} text
 */
function reasonOf(text) {
  try {
    const { message } = JSON.parse(text);
    return typeof message === "string" ? message : undefined;
  } catch {
    return text.trim() === "" || text.length > 300 ? undefined : text.trim();
  }
}
