import { spawn, spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildFolder, runTool } from "./build-folder.ts";
import { wsdlFile } from "./messages.ts";
import type { Program } from "./program.ts";

/** Version of Mono with its tool for WSDL and its compiler, or `undefined`. */
export function monoVersion(): string | undefined {
  const run = spawnSync("mono", ["--version"], { encoding: "utf8", timeout: 30_000 });
  if (run.status !== 0 || spawnSync("mcs", ["--version"], { timeout: 30_000 }).status !== 0) return undefined;
  return /version (\d+(\.\d+)+)/.exec(run.stdout)?.[1];
}

/** Puts our SOAP extension between Mono's serializer and the network. */
const CONFIG = `<configuration><system.web><webServices><soapExtensionTypes>
<add type="SigningExtension, peer" priority="1" group="0"/>
</soapExtensionTypes></webServices></system.web></configuration>
`;

const builds = new Map<string, Promise<string>>();

/** Proxies from the WSDL through Mono's `wsdl`, compiled with `mcs` once a run. It does not follow imports to other files. */
async function build(service: "Exchange" | "Push"): Promise<string> {
  const folder = buildFolder("mono");
  const wsdl = wsdlFile(service === "Exchange" ? "exchange.wsdl" : "push.wsdl");
  const schemas = readdirSync(dirname(wsdl))
    .filter((name) => name.endsWith(".xsd"))
    .map((name) => join(dirname(wsdl), name));
  await runTool(folder, "wsdl", ["-out:proxies.cs", wsdl, ...schemas]);
  writeFileSync(
    join(folder, "operations.cs"),
    `using System.Web.Services.Protocols;
static class Operations {
  public static SoapHttpClientProtocol String() { return new ${service}StringBinding(); }
  public static SoapHttpClientProtocol Typed() { return new ${service}TypedBinding(); }
}
`,
  );
  writeFileSync(join(folder, "peer.exe.config"), CONFIG);
  const peer = fileURLToPath(new URL("mono_peer.cs", import.meta.url));
  const references = "-r:System.Web.Services.dll,System.Security.dll,System.Web.dll,System.Xml.dll";
  await runTool(folder, "mcs", ["-out:peer.exe", "-nowarn:0219", references, "proxies.cs", "operations.cs", peer]);
  return join(folder, "peer.exe");
}

/** Mono's `wsdl` proxies and its System.Web.Services. */
export const mono: Program = {
  name: "mono",
  async start(service) {
    const program = builds.get(service) ?? build(service);
    builds.set(service, program);
    return spawn("mono", [await program], { env: { PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8" } });
  },
};
