import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildFolder, runTool } from "./build-folder.ts";
import { operationNames, wsdlFile } from "./messages.ts";
import type { Program } from "./program.ts";

/** Debian's JAX-WS RI; its manifest names all that it needs. */
const JAR = "/usr/share/java/jaxws-tools.jar";

/** Canonical XML comes from the JDK's own signatures, whose package is not exported. */
const EXPORTS = ["", ".c14n"].map(
  (name) => `--add-exports=java.xml.crypto/com.sun.org.apache.xml.internal.security${name}=ALL-UNNAMED`,
);

/** Version of Debian's JAX-WS RI with a JDK to compile for it, or `undefined`. */
export function jaxWsVersion(): string | undefined {
  if (!existsSync(JAR) || spawnSync("javac", ["-version"], { timeout: 30_000 }).status !== 0) return undefined;
  const run = spawnSync("wsimport", ["-version"], { encoding: "utf8", timeout: 30_000 });
  return /\d+(\.\d+)+/.exec(`${run.stdout}${run.stderr}`)?.[0];
}

const CODE = "example.ccpit_coo.reference.v1";
const NS = "urn:example:ccpit-coo:reference:v1";

/** Operations take and give the whole wrapper, so that both shapes look alike. */
function binding(wsdl: string): string {
  return `<jaxws:bindings xmlns:jaxws="http://java.sun.com/xml/ns/jaxws" wsdlLocation="${wsdl}">
  <jaxws:enableWrapperStyle>false</jaxws:enableWrapperStyle>
</jaxws:bindings>
`;
}

/** Implementations of the four ports, which hand each operation to JaxWsPeer. */
function implementations(service: "Exchange" | "Push", wsdl: string): Readonly<Record<string, string>> {
  const names = operationNames(service === "Exchange" ? "call" : "push");
  const typeOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
  const typed = names.map((name) => {
    const type = `${CODE}.typed.${typeOf(name)}`;
    return `  public ${type}Response ${name}(${type} request) {
    return JaxWsPeer.typed("${name}", request, ${type}Response.class);
  }`;
  });
  const string = names.map((name) => {
    const type = `${CODE}.${typeOf(name)}`;
    return `  public ${type}Response ${name}(${type} request) {
    ${type}Response answer = new ${type}Response();
    answer.setResponseXml(JaxWsPeer.string("${name}", request.getRequestXml()));
    return answer;
  }`;
  });
  const port = (
    shape: "String" | "Typed",
    suffix: "" | "12",
    methods: readonly string[],
  ): readonly [string, string] => {
    const type = suffix === "12" ? "SOAP12HTTP_BINDING" : "SOAP11HTTP_BINDING";
    const name = `${service}${shape}${suffix}`;
    return [
      name,
      `@javax.jws.WebService(endpointInterface = "${CODE}.${service}${shape}PortType", targetNamespace = "${NS}",
  serviceName = "${service}Service", portName = "${name}", wsdlLocation = "${basename(wsdl)}")
@javax.xml.ws.BindingType(javax.xml.ws.soap.SOAPBinding.${type})
public class ${name} implements ${CODE}.${service}${shape}PortType {
${methods.join("\n")}
}
`,
    ];
  };
  return Object.fromEntries([
    port("String", "", string),
    port("String", "12", string),
    port("Typed", "", typed),
    port("Typed", "12", typed),
  ]);
}

const builds = new Map<string, Promise<string>>();

/** Classes from the WSDL through wsimport and javac; compiled once a run. */
async function build(service: "Exchange" | "Push", wsdl: string): Promise<string> {
  const folder = buildFolder("jax-ws");
  writeFileSync(join(folder, "binding.xml"), binding(wsdl));
  await runTool(folder, "wsimport", ["-extension", "-quiet", "-Xnocompile", "-s", ".", "-b", "binding.xml", wsdl]);
  for (const [name, text] of Object.entries(implementations(service, wsdl))) {
    writeFileSync(join(folder, `${name}.java`), text);
  }
  const generated = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".java"));
  const peer = fileURLToPath(new URL("JaxWsPeer.java", import.meta.url));
  await runTool(folder, "javac", [...EXPORTS, "-nowarn", "-proc:none", "-cp", JAR, "-d", ".", ...generated, peer]);
  return folder;
}

/** JAX-WS RI: wsimport, JAXB and its own engine, on the JDK's HTTP. */
export const jaxWs: Program = {
  name: "jax-ws",
  async start(service) {
    const wsdl = wsdlFile(service === "Exchange" ? "exchange.wsdl" : "push.wsdl");
    const program = builds.get(service) ?? build(service, wsdl);
    builds.set(service, program);
    // Monitoring needs a library that Debian does not package.
    const flags = ["-XX:TieredStopAtLevel=1", "-Dcom.sun.xml.ws.monitoring.endpoint=false"];
    const options = [...EXPORTS, ...flags, "-cp", `${await program}:${dirname(wsdl)}:${JAR}`];
    return spawn("java", [...options, "JaxWsPeer", service, wsdl], { env: { PATH: process.env["PATH"] ?? "" } });
  },
};
