import { expect, test } from "vitest";
import { openTurns } from "../../src/links/turns.ts";

test("a host gets one piece of work at a time, and only so many hosts are worked for at once", async () => {
  const take = openTurns(4);
  const working: string[] = [];
  let most = 0;
  const hosts = Array.from({ length: 30 }, (_, index) => `host-${index % 10}`);
  const done = await Promise.all(
    hosts.map((host, index) =>
      take(host, async () => {
        expect(working).not.toContain(host);
        working.push(host);
        most = Math.max(most, working.length);
        await new Promise((resolve) => setImmediate(resolve));
        working.splice(working.indexOf(host), 1);
        return index;
      }),
    ),
  );
  expect(most).toBe(4);
  expect(done).toEqual(hosts.map((_, index) => index));
});
