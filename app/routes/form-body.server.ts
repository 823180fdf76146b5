/**
 * The form that a request carries.
 * @throws 400 for a body that is not a form
 */
export async function formBody(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Response("That was not a form. Go back and send the page again; what you typed is still in it.", {
      status: 400,
    });
  }
}

/** Whether a loader runs for a form that was refused: Remix loads after an action with a GET that keeps the headers of the form. */
export function isRefused(request: Request): boolean {
  return request.headers.has("Content-Type");
}
