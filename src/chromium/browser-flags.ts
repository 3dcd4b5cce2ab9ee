import type { BrowserChoice } from "./browser-choice.ts";

/** The command line of a browser that prints and does nothing else: no network, no services, no first-run work. */
export function browserFlags({
  choice,
  profileFolder,
  isSandboxed,
  isDrawing,
  platform,
}: {
  readonly choice: BrowserChoice;
  readonly profileFolder: string;
  readonly isSandboxed: boolean;
  /** Whether it will be asked for pictures of pages. */
  readonly isDrawing: boolean;
  readonly platform: NodeJS.Platform;
}): string[] {
  return [
    "--headless",
    "--remote-debugging-pipe",
    `--user-data-dir=${profileFolder}`,
    // Hinted glyphs have other widths, and a page would fit on one machine and not on another.
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    // Frames that nobody sees are otherwise made by threads of their own, at a sixth of all the work. A picture needs one.
    ...(isDrawing ? [] : ["--disable-threaded-compositing"]),
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
    ...NO_NETWORK,
    ...NO_SERVICES,
    // Shared memory is 64 MB in a container, too little for a page with large images.
    ...(platform === "linux" ? ["--disable-dev-shm-usage"] : []),
    // Without a sandbox the zygote, which sets it up for each new process, only costs time.
    ...(isSandboxed ? [] : ["--no-sandbox", "--no-zygote"]),
    ...choice.args,
    "about:blank",
  ];
}

/** Port 9 discards; loopback is not exempt; every name is unknown. */
const NO_NETWORK = [
  "--proxy-server=http://127.0.0.1:9",
  "--proxy-bypass-list=<-loopback>",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--dns-prefetch-disable",
  "--no-pings",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
];

const NO_SERVICES = [
  "--disable-breakpad",
  "--disable-crash-reporter",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-features=AcceptCHFrame,MediaRouter,OptimizationHints,Translate",
  "--disable-gpu",
  "--disable-search-engine-choice-screen",
  "--in-process-gpu",
  "--metrics-recording-only",
  "--mute-audio",
  "--no-default-browser-check",
  "--no-first-run",
  "--password-store=basic",
  "--use-mock-keychain",
];
