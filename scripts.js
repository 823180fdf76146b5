/*
 * What the scripts of pages ask every other second, and the answers that they save: a class asks for nothing as often. So it is
 * answered without the detour through Remix. A script that was told no tries again.
 */

/**
 * What answers each of these addresses.
 * @param built what of the application does it
 * @param fail is told why something could not be done
 */
export function scripts({ answers, clock, liveRows }, fail) {
  const doing = (act) => async (request, response) => {
    try {
      await act(request, response);
    } catch (cause) {
      fail(cause);
      tell(response.set("Retry-After", "2"), { status: 503, body: { error: "Not done. Try again." } });
    }
  };
  const save = doing(async (request, response) => {
    const json = await read(request);
    if (json === undefined) return tell(response, { status: 400, body: { error: "That is not JSON." } });
    return tell(response, await answers(asker(request), request.params.attempt, json));
  });
  return {
    answers: (request, response, next) => (request.is("application/json") ? save(request, response) : next()),
    clock: doing(async (request, response) => {
      const client = new URLSearchParams(request.url.split("?")[1]).get("client") ?? "";
      tell(response, await clock(asker(request), request.params.attempt, client));
    }),
    liveRows: doing(async (request, response) => {
      const answer = await liveRows({ request: asOfPage(request), params: request.params }).catch(thrown);
      for (const [name, value] of answer.headers) response.set(name, value);
      response.status(answer.status).send(Buffer.from(await answer.arrayBuffer()));
    }),
  };
}

/** The JSON that was sent, which the door has measured; undefined for what is none. Who goes away meanwhile waits for nothing. */
function read(request) {
  const pieces = [];
  request.on("data", (piece) => pieces.push(piece));
  return new Promise((done) => {
    request.on("end", () => {
      try {
        done(JSON.parse(Buffer.concat(pieces).toString()));
      } catch {
        done(undefined);
      }
    });
  });
}

/** A few bytes, which packing would make more. */
function tell(response, { status, body }) {
  response.statusCode = status;
  response.setHeader("Content-Type", "application/json");
  response.setHeader("Cache-Control", "no-store");
  response.end(JSON.stringify(body));
}

const asker = (request) => ({ headers: { get: (name) => request.get(name) ?? null } });

/** A request as loaders of pages take it, and as browsers say it of what a script asks for; on plain http they do not. */
function asOfPage(request) {
  const said = { cookie: request.get("cookie") ?? "", "if-none-match": request.get("if-none-match") ?? "" };
  const url = `${request.protocol}://${request.get("host")}${request.originalUrl}`;
  return new Request(url, { headers: { ...said, "sec-fetch-dest": "empty" } });
}

function thrown(cause) {
  if (cause instanceof Response) return cause;
  throw cause;
}
