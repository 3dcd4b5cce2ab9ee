import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { checkLinks, type LinkCheck } from "../../src/links/check-links.ts";
import { folderOf } from "../render/folder-of.ts";
import { type BehavingServer, type Behaviour, openBehavingServer, says } from "./behaving-server.ts";

const START = Date.UTC(2025, 1, 3);

const manner = (parts: Partial<LinkCheck> = {}): LinkCheck => ({
  userAgent: "execbrief/test (link check)",
  mayAsk: (address) => address === "127.0.0.1",
  cacheFolder: path.join(folderOf({}), "cache"),
  now: () => START,
  ...parts,
});
const links = (...urls: string[]) =>
  urls.map((url, index) => ({ url, where: { file: "brief.yaml", line: index + 1, column: 1 } }));
const codesAndMessages = async (urls: string[], check = manner()) =>
  (await checkLinks(links(...urls), check)).map(({ code, message }) => [code, message]);

const onlyGet =
  (status: number): Behaviour =>
  (response, { method }) =>
    says(method === "HEAD" ? status : 200)(response, { method, path: "", userAgent: "", count: 0 });

interface Case {
  readonly name: string;
  readonly behaviours: Readonly<Record<string, Behaviour>>;
  /** What is found at `/`, if anything. */
  readonly found: readonly [code: string, words: string] | undefined;
  readonly visits: readonly string[];
}

const CASES: readonly Case[] = [
  { name: "200", behaviours: { "/": says(200) }, found: undefined, visits: ["HEAD /"] },
  { name: "204", behaviours: { "/": says(204) }, found: undefined, visits: ["HEAD /"] },
  ...[405, 403, 501, 404, 500].map((status) => ({
    name: `${status} to HEAD alone`,
    behaviours: { "/": onlyGet(status) },
    found: undefined,
    visits: ["HEAD /", "GET /"],
  })),
  ...[404, 410].map((status) => ({
    name: `${status}`,
    behaviours: { "/": says(status) },
    found: ["link-broken", `answers with ${status}`] as const,
    visits: ["HEAD /", "GET /"],
  })),
  ...[400, 401, 403, 406, 451].map((status) => ({
    name: `${status}`,
    behaviours: { "/": says(status) },
    found: ["link-unsure", `with ${status}`] as const,
    visits: ["HEAD /", "GET /"],
  })),
  ...[500, 503].map((status) => ({
    name: `${status}`,
    behaviours: { "/": says(status) },
    found: ["link-unreachable", "reports a fault of its own"] as const,
    visits: ["HEAD /", "GET /"],
  })),
  {
    name: "a temporary redirect",
    behaviours: { "/": says(302, { location: "/new" }), "/new": says(200) },
    found: undefined,
    visits: ["HEAD /", "HEAD /new"],
  },
  {
    name: "a permanent redirect",
    behaviours: { "/": says(301, { location: "/new?a=1" }), "/new?a=1": says(200) },
    found: ["link-moved", "/new?a=1."],
    visits: ["HEAD /", "HEAD /new?a=1"],
  },
  {
    name: "a permanent redirect, then a temporary one",
    behaviours: {
      "/": says(308, { location: "/new" }),
      "/new": says(307, { location: "/today" }),
      "/today": says(200),
    },
    found: ["link-moved", "/new."],
    visits: ["HEAD /", "HEAD /new", "HEAD /today"],
  },
  {
    name: "a temporary redirect, then a permanent one",
    behaviours: {
      "/": says(302, { location: "/new" }),
      "/new": says(301, { location: "/newer" }),
      "/newer": says(200),
    },
    found: undefined,
    visits: ["HEAD /", "HEAD /new", "HEAD /newer"],
  },
  {
    name: "a redirect to a document that is gone",
    behaviours: { "/": says(301, { location: "/new" }), "/new": says(410) },
    found: ["link-broken", "answers with 410"],
    visits: ["HEAD /", "HEAD /new", "GET /new"],
  },
  {
    name: "a redirect in a circle",
    behaviours: { "/": says(301, { location: "/" }) },
    found: ["link-unreachable", "more than five times"],
    visits: Array.from({ length: 6 }, () => "HEAD /"),
  },
  {
    name: "a redirect to another scheme",
    behaviours: { "/": says(302, { location: "file:///etc/passwd" }) },
    found: ["link-unsure", "with 302"],
    visits: ["HEAD /"],
  },
  {
    name: "a redirect to nowhere",
    behaviours: { "/": says(301) },
    found: ["link-unsure", "with 301"],
    visits: ["HEAD /"],
  },
  {
    name: "a connection that breaks off",
    behaviours: { "/": (response) => response.destroy() },
    found: ["link-unreachable", "broke off"],
    visits: ["HEAD /", "GET /"],
  },
  {
    name: "429 with the wish to wait",
    behaviours: {
      "/": (response, visit) => says(visit.count === 1 ? 429 : 200, { "retry-after": "0" })(response, visit),
    },
    found: undefined,
    visits: ["HEAD /", "GET /"],
  },
  {
    name: "429 with the wish to wait, again and again",
    behaviours: { "/": says(429, { "retry-after": new Date(START).toUTCString() }) },
    found: ["link-unsure", "with 429"],
    visits: ["HEAD /", "GET /"],
  },
  {
    name: "429 with the wish to wait for an hour",
    behaviours: { "/": says(429, { "retry-after": "3600" }) },
    found: ["link-unsure", "with 429"],
    visits: ["HEAD /"],
  },
  {
    name: "429 without a wish",
    behaviours: { "/": says(429) },
    found: ["link-unsure", "with 429"],
    visits: ["HEAD /"],
  },
];

const visited = ({ visits }: BehavingServer) => visits.map(({ method, path: at }) => `${method} ${at}`);

describe("a server that answers", () => {
  test.each(CASES)("$name is understood", async ({ behaviours, found, visits }) => {
    await using server = await openBehavingServer(behaviours);
    const findings = await codesAndMessages([server.at("/")]);
    expect(findings.map(([code]) => code)).toEqual(found === undefined ? [] : [found[0]]);
    if (found !== undefined) expect(findings[0]?.[1]).toContain(found[1]);
    expect(visited(server)).toEqual(visits);
  });
});

test("an answer whose body never ends is not read", async () => {
  await using server = await openBehavingServer({
    "/": (response, { method }) => {
      if (method === "HEAD") return says(405)(response, { method, path: "", userAgent: "", count: 0 });
      const timer = setInterval(() => response.write("x".repeat(100_000)), 1);
      response.writeHead(200).on("close", () => clearInterval(timer));
    },
  });
  expect(await codesAndMessages([server.at("/")])).toEqual([]);
});

test("a server that says nothing is given up after the time limit", async () => {
  await using server = await openBehavingServer({ "/": () => {} });
  const [found] = await codesAndMessages([server.at("/")], manner({ timeLimitMs: 100 }));
  expect(found).toEqual(["link-unreachable", expect.stringContaining("more than 10 seconds")]);
});

test("a port that nobody listens on, and a host that there is not", async () => {
  const { port } = await openBehavingServer({}).then(async (server) => {
    await server[Symbol.asyncDispose]();
    return server;
  });
  const found = await codesAndMessages([`http://127.0.0.1:${port}/`, "http://no-such-host.invalid/"]);
  expect(found).toEqual([
    ["link-unreachable", expect.stringContaining("takes no connection")],
    ["link-unreachable", expect.stringContaining("there is no such host")],
  ]);
});

test("where no host is known the machine is offline, and no link is blamed", async () => {
  const found = await checkLinks(links("http://a.invalid/", "http://b.invalid/"), manner());
  expect(found.map(({ code, cause }) => [code, cause])).toEqual([["links-offline", "environment"]]);
});

describe("the machine’s own network", () => {
  const refused = async (url: string) => {
    await using other = await openBehavingServer({ "/": says(200), "/secret": says(200) });
    const full = url.replace("PORT", String(other.port));
    const found = await codesAndMessages([full], manner({ mayAsk: () => false }));
    return { found, visits: other.visits };
  };

  test.each([
    "http://127.0.0.1:PORT/",
    "http://localhost:PORT/",
    "http://2130706433:PORT/",
    "http://0x7f.1:PORT/",
    "http://[::1]:PORT/",
    "http://[::ffff:127.0.0.1]:PORT/",
  ])("is not asked as %s", async (url) => {
    const { found, visits } = await refused(url);
    expect(found).toEqual([["link-local", expect.stringContaining("private network")]]);
    expect(visits).toEqual([]);
  });

  test("is not asked by way of a redirect", async () => {
    // 127.0.0.1 stands for the public network here, and 127.0.0.2 for the private one.
    await using secret = await openBehavingServer({ "/": says(200) }, "127.0.0.2");
    await using server = await openBehavingServer({ "/": says(301, { location: secret.at("/") }) });
    const found = await codesAndMessages([server.at("/")]);
    expect(found.map(([code]) => code)).toEqual(["link-local"]);
    expect(secret.visits).toEqual([]);
  });
});

describe("manners", () => {
  test("the program says who it is", async () => {
    await using server = await openBehavingServer({ "/": says(200) });
    await codesAndMessages([server.at("/")]);
    expect(server.visits.map(({ userAgent }) => userAgent)).toEqual(["execbrief/test (link check)"]);
  });

  test("a host gets one request at a time", async () => {
    const slowly: Behaviour = (response, visit) => void sleep(5).then(() => says(200)(response, visit));
    const paths = Array.from({ length: 8 }, (_, index) => `/${index}`);
    await using server = await openBehavingServer(Object.fromEntries(paths.map((at) => [at, slowly])));
    await codesAndMessages(paths.map((at) => server.at(at)));
    expect(server.visits).toHaveLength(8);
    expect(server.crowd()).toBe(1);
  });

  test("an address is asked once, however often it stands in the brief, and each place is told", async () => {
    await using server = await openBehavingServer({});
    const found = await checkLinks(links(server.at("/x#a"), server.at("/x"), server.at("/x#b")), manner());
    expect(found.map(({ where }) => where?.line)).toEqual([1, 2, 3]);
    expect(visited(server)).toEqual(["HEAD /x", "GET /x"]);
  });

  test("whoever stops the check gets no complaint about what was not asked", async () => {
    const stop = new AbortController();
    await using server = await openBehavingServer({ "/": () => stop.abort() });
    expect(await codesAndMessages([server.at("/")], manner({ signal: stop.signal }))).toEqual([]);
  });
});

describe("answers are kept", () => {
  const DAY_MS = 24 * 60 * 60 * 1000;

  test.each([
    { laterMs: DAY_MS - 1, visits: 1 },
    { laterMs: DAY_MS, visits: 2 },
    { laterMs: -1, visits: 2 },
  ])("for a day: after $laterMs ms there were $visits visits", async ({ laterMs, visits }) => {
    await using server = await openBehavingServer({
      "/": says(301, { location: "/new" }),
      "/new": says(200),
    });
    const check = manner();
    const first = await codesAndMessages([server.at("/")], check);
    const second = await codesAndMessages([server.at("/")], { ...check, now: () => START + laterMs });
    expect(second).toEqual(first);
    expect(server.visits.filter(({ path: at }) => at === "/")).toHaveLength(visits);
  });

  test("but not that there was none", async () => {
    await using server = await openBehavingServer({
      "/": (response, visit) => says(visit.count <= 2 ? 503 : 200)(response, visit),
    });
    const check = manner();
    expect(await codesAndMessages([server.at("/")], check)).toHaveLength(1);
    expect(await codesAndMessages([server.at("/")], check)).toEqual([]);
  });

  test.each(["", "{", "[]", '{"version":1,"answers":{"http://127.0.0.1/":7}}', '{"version":9,"answers":{}}'])(
    "and a file that is none of ours, such as %s, is as good as none",
    async (text) => {
      await using server = await openBehavingServer({ "/": says(200) });
      const check = manner();
      mkdirSync(check.cacheFolder, { recursive: true });
      writeFileSync(path.join(check.cacheFolder, "links.json"), text);
      expect(await codesAndMessages([server.at("/")], check)).toEqual([]);
      const kept = JSON.parse(readFileSync(path.join(check.cacheFolder, "links.json"), "utf8"));
      expect(Object.keys(kept.answers)).toEqual([server.at("/")]);
    },
  );

  test("and a folder that cannot be written is no fault of the brief", async () => {
    await using server = await openBehavingServer({ "/": says(200) });
    const folder = folderOf({ file: "" });
    expect(
      await codesAndMessages([server.at("/")], manner({ cacheFolder: path.join(folder, "file") })),
    ).toEqual([]);
  });
});
