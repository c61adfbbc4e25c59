import { failure } from "./fetch-failure.ts";

/** @throws {@link FetchFailure} for what is never asked for. */
export function checkAddress(url: URL): void {
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw failure(
      `${url.protocol} is not fetched, only http: and https:`,
      `不获取 ${url.protocol},仅支持 http: 与 https:`,
    );
  if (url.username !== "" || url.password !== "")
    throw failure("the address holds a user name or password", "地址中含有用户名或密码", [
      "remove them; where the address needs a login, save the document by hand",
      "请将其去掉;若需登录,请手动保存该文档",
    ]);
}

/**
 * Where a redirect leads.
 *
 * @param location - The header, relative to `from` or not.
 * @throws {@link FetchFailure} unless it is http or https, and https stays https.
 */
export function redirected(from: URL, location: string): URL {
  if (!URL.canParse(location, from.href)) throw failure("it redirects to no address", "重定向的目标不是地址");
  const to = new URL(location, from);
  to.hash = "";
  const known = to.protocol === "http:" || to.protocol === "https:";
  if (!known || (from.protocol === "https:" && to.protocol === "http:"))
    throw failure(
      `it redirects from ${from.protocol} to ${to.protocol}`,
      `从 ${from.protocol} 重定向到 ${to.protocol}`,
    );
  return to;
}
