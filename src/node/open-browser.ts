/** By platform, the program that opens an address in whatever the user has for it, and what comes before the address. */
const OPENERS: Readonly<Record<string, readonly string[]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/** Asks the desktop to open an address. Whether it does, nobody can tell; where there is no desktop, nothing happens. */
export async function openBrowser(address: string): Promise<void> {
  const { spawn } = await import("node:child_process");
  const [program = "", ...before] = OPENERS[process.platform] ?? ["xdg-open"];
  const child = spawn(program, [...before, address], { stdio: "ignore", detached: true });
  child.on("error", () => {}); // no such program: the address is printed anyway
  child.unref();
}
