/*
 * What every request meets before anything reads it, whatever it asks for: the headers of its answer, and who and what is
 * not let in. Each refusal says why.
 */

/** Room for a page of long answers in any script; one character may take nine bytes in a form. */
export const bodyLimit = 1024 * 1024;

/** Where no page can be drawn, or need be. */
export const say = (response, status, words) => response.status(status).type("txt").send(words);

/**
 * Sets the headers that every answer carries, refusals and redirects too. Files that never change under their name do without
 * those that are about pages.
 * @param ownOrigin the public address, where one is set
 * @param dev whether pages may be told of changes by a socket
 */
export function headers({ ownOrigin, dev }) {
  const ofFiles = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...onlyHttps(ownOrigin),
  };
  const ofPages = {
    ...ofFiles,
    "Content-Security-Policy": `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'${dev ? " ws:" : ""}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    // Pages and their data are personal; what is not says so itself.
    "Cache-Control": "private, no-cache",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
  };
  return (request, response, next) => {
    response.set(request.path.startsWith("/assets/") ? ofFiles : ofPages);
    next();
  };
}

const onlyHttps = (origin) => (origin?.startsWith("https:") ? { "Strict-Transport-Security": "max-age=31536000" } : {});

/** Refuses methods and addresses that no page has. */
export function onlyAddresses(request, response, next) {
  if (!["GET", "HEAD", "POST", "OPTIONS"].includes(request.method))
    return say(response.set("Allow", "GET, HEAD, POST, OPTIONS"), 405, "Keyhole takes GET and POST.");
  // PostgreSQL cannot hold NUL, so no address has one; nor one that is no text at all. _data is how Remix once asked itself.
  // The router falls over a backslash.
  const broken = /%00|[?&]_data=/.test(request.url) || /%5c|\\/i.test(request.path) || !isText(request.path);
  if (broken) return say(response, 404, "Nothing is here.");
  next();
}

function isText(path) {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Refuses a change that another site sends, and one that is longer than anything here asks for. A browser names the origin of
 * every change it sends.
 * @param ownOrigin the public address; without one it is the address that was asked
 */
export function onlyOwnForms({ ownOrigin }) {
  return (request, response, next) => {
    if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return next();
    const expected = ownOrigin ?? `${request.protocol}://${request.get("host")}`;
    const origin = request.get("origin");
    if (origin ? origin !== expected : request.get("sec-fetch-site") === "cross-site")
      return say(
        response,
        403,
        "This form was sent from another site, so Keyhole did not read it. Open the page here and try again.",
      );
    if (Number(request.get("content-length") ?? 0) > bodyLimit)
      return say(
        response,
        413,
        "That is more than Keyhole takes at once (1 MB). Go back: what you typed is still in the form. Shorten it and send it again.",
      );
    if (request.get("transfer-encoding") && !request.get("content-length"))
      return say(response, 411, "A length is needed.");
    next();
  };
}

/** What each way of failing means that a request can have before anybody reads it. */
const broken = {
  HPE_HEADER_OVERFLOW: [
    "431 Request Header Fields Too Large",
    "The address or the headers are longer than Keyhole reads.",
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "The request took too long to arrive. Send it again."],
};

/** Answers what never became a request, or not in time, in words: Node does it without. For "clientError". */
export function refuseBroken(error, socket) {
  if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
  const [status, words] = broken[error.code] ?? ["400 Bad Request", "That was not a request that Keyhole understands."];
  const lines = [`HTTP/1.1 ${status}`, "Connection: close", "Content-Type: text/plain; charset=utf-8"];
  socket.end(`${lines.join("\r\n")}\r\nContent-Length: ${words.length}\r\n\r\n${words}`);
}
