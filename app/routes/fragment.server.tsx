import { createHash } from "node:crypto";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/**
 * A part of a page that is asked for again and again: with an ETag, so that what did not change is not sent.
 * @param version names everything that the part shows; without one, the part itself does
 * @param draw is called only when the asker has another version
 * @returns 304 or the HTML
 */
export function fragment(request: Request, draw: () => ReactElement, version?: string): Response {
  const html = version === undefined ? renderToStaticMarkup(draw()) : null;
  const tag = `"${
    version ??
    createHash("sha1")
      .update(html as string)
      .digest("base64url")
  }"`;
  const headers = { ETag: tag, Vary: "Cookie" };
  // A proxy that compresses may have made it a weak one.
  if (request.headers.get("If-None-Match")?.replace(/^W\//, "") === tag)
    return new Response(null, { status: 304, headers });
  return new Response(html ?? renderToStaticMarkup(draw()), {
    headers: { ...headers, "Content-Type": "text/html; charset=utf-8" },
  });
}
