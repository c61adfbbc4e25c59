import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildFolder, runTool } from "./build-folder.ts";
import { wsdlFile } from "./messages.ts";
import type { Shape } from "./peer.ts";
import type { Program } from "./program.ts";

/** Version of Mono with its tool for WSDL and its compiler, or `undefined`. */
export function monoVersion(): string | undefined {
  const run = spawnSync("mono", ["--version"], { encoding: "utf8", timeout: 30_000 });
  if (run.status !== 0 || spawnSync("mcs", ["--version"], { timeout: 30_000 }).status !== 0) return undefined;
  return /version (\d+(\.\d+)+)/.exec(run.stdout)?.[1];
}

/** Puts our SOAP extension between Mono's serializer and the network. */
const CONFIG = `<configuration><system.web><compilation defaultLanguage="c#"/><webServices><soapExtensionTypes>
<add type="SigningExtension, peer" priority="1" group="0"/>
</soapExtensionTypes></webServices></system.web></configuration>
`;

type Side = "client" | "server";
type Service = "Exchange" | "Push";

/** The proxies by shape. */
function proxies(service: Service): string {
  return `using System.Web.Services.Protocols;
static class Operations {
  public static SoapHttpClientProtocol String() { return new ${service}StringBinding(); }
  public static SoapHttpClientProtocol Typed() { return new ${service}TypedBinding(); }
}
`;
}

/**
 * Mono's abstract services with every operation handed to Peer. They are filled in rather than derived from, as attributes of
 * operations do not pass to what overrides them. By default ASP.NET finds an operation by the SOAPAction, which is empty here.
 */
function services(generated: string): string {
  return generated
    .replaceAll(
      /public abstract partial class/g,
      "[System.Web.Services.Protocols.SoapDocumentService(RoutingStyle = System.Web.Services.Protocols.SoapServiceRoutingStyle.RequestElement)]\npublic partial class",
    )
    .replaceAll(/public abstract string (\w+)\((.*)\);/g, (_, name: string, parameters: string) => {
      return `public string ${name}(${parameters}) { return Peer.AnswerString("${name}", requestXml); }`;
    })
    .replaceAll(/public abstract ResponseHead (\w+)\((.*)\);/g, (_, name: string, parameters: string) => {
      return `public ResponseHead ${name}(${parameters}) { return Peer.AnswerTyped("${name}", Head, Body, out Body1); }`;
    });
}

const builds = new Map<string, Promise<string>>();

/** A program through Mono's `wsdl`, which does not follow imports to other files, and `mcs`; compiled once a run. */
async function build(service: Service, side: Side): Promise<string> {
  const folder = buildFolder("mono");
  const wsdl = wsdlFile(service === "Exchange" ? "exchange.wsdl" : "push.wsdl");
  const schemas = readdirSync(dirname(wsdl))
    .filter((name) => name.endsWith(".xsd"))
    .map((name) => join(dirname(wsdl), name));
  await runTool(folder, "wsdl", ["-out:generated.cs", ...(side === "server" ? ["-server"] : []), wsdl, ...schemas]);
  const generated = join(folder, "generated.cs");
  if (side === "server") writeFileSync(generated, services(readFileSync(generated, "utf8")));
  writeFileSync(join(folder, "operations.cs"), side === "client" ? proxies(service) : "");
  for (const name of ["peer.exe.config", "Web.config"]) writeFileSync(join(folder, name), CONFIG);
  const own = ["mono_peer.cs", `mono_${side}.cs`].map((name) => fileURLToPath(new URL(name, import.meta.url)));
  const references = "-r:System.Web.Services.dll,System.Security.dll,System.Web.dll,System.Xml.dll";
  await runTool(folder, "mcs", ["-out:peer.exe", "-nowarn:0219", references, "generated.cs", "operations.cs", ...own]);
  if (side === "server") {
    // ASP.NET looks for assemblies there.
    mkdirSync(join(folder, "bin"));
    copyFileSync(join(folder, "peer.exe"), join(folder, "bin", "peer.exe"));
    copyFileSync(join(folder, "peer.exe"), join(folder, "bin", "peer.dll"));
  }
  return folder;
}

async function start(service: Service, side: Side, shape: Shape): Promise<ChildProcessWithoutNullStreams> {
  const name = `${service} ${side}`;
  const program = builds.get(name) ?? build(service, side);
  builds.set(name, program);
  const folder = await program;
  if (side === "server") {
    const type = `${service}${shape === "typed" ? "Typed" : "String"}Binding`;
    writeFileSync(join(folder, "service.asmx"), `<%@ WebService Language="C#" Class="${type}, peer" %>\n`);
  }
  return spawn("mono", [join(folder, "peer.exe")], { env: { PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8" } });
}

/** Mono's `wsdl` and System.Web.Services: proxies as a client. */
export const monoClient: Program = { name: "mono", start: (service, shape) => start(service, "client", shape) };

/** The same as a server: services of ASP.NET. */
export const monoServer: Program = { name: "mono", start: (service, shape) => start(service, "server", shape) };
