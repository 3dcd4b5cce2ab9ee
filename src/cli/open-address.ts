import { spawn } from "node:child_process";
import process from "node:process";

/** Opens an address in the browser of the person at this machine; false where there is none to open it in. */
export async function openAddress(address: string): Promise<boolean> {
  const { platform, env } = process;
  const hasScreen = platform !== "linux" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  if (!hasScreen || env.CI) return false;
  const [command, args] = commandFor(platform, address);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "ignore", detached: true });
    child.once("error", () => resolve(false));
    child.once("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}

/** The address is made here, of letters, digits and slashes, so that no shell can take a part of it for something else. */
function commandFor(platform: NodeJS.Platform, address: string): readonly [string, readonly string[]] {
  if (platform === "darwin") return ["open", [address]];
  if (platform === "win32") return ["rundll32", ["url.dll,FileProtocolHandler", address]];
  return ["xdg-open", [address]];
}
