/** More fields than the longest page has, by far: reading hundreds of thousands of them would keep everybody waiting. */
const mostFields = 10_000;

/**
 * The form that a request carries.
 * @throws 400 for a body that is not a form or breaks off, 413 for one with more fields than any form has
 */
export async function formBody(request: Request): Promise<FormData> {
  const type = request.headers.get("Content-Type") ?? "";
  // Who went away, or was sent away for being too slow, is no fault of the server or of its database.
  const whole = await request.arrayBuffer().catch(() => {
    throw new Response("That did not arrive whole. Send it again.", { status: 400 });
  });
  const bytes = Buffer.from(whole);
  if (separators(bytes, type.includes("multipart") ? "\n--" : "&") > mostFields)
    throw new Response("That form has more fields than Keyhole reads. Go back: what you typed is still in it.", {
      status: 413,
    });
  try {
    return await new Response(bytes, { headers: { "Content-Type": type } }).formData();
  } catch {
    throw new Response("That was not a form. Go back and send the page again; what you typed is still in it.", {
      status: 400,
    });
  }
}

/** How often these stand between the fields of a body, counted no further than it matters. */
function separators(bytes: Buffer, between: string): number {
  let found = 0;
  for (let at = bytes.indexOf(between); at >= 0 && found <= mostFields; at = bytes.indexOf(between, at + 1)) found++;
  return found;
}

/** Whether a loader runs for a form that was refused: Remix loads after an action with a GET that keeps the headers of the form. */
export function isRefused(request: Request): boolean {
  return request.headers.has("Content-Type");
}
