import type { Look } from "~/models/projected.server";

/** How one looks at the wall, from the address: `?question=3&running=1&show=1`. */
export function lookOf(request: Request): Look {
  const asked = new URL(request.url).searchParams;
  const question = Number(/^[1-9]\d{0,3}$/.exec(asked.get("question") ?? "")?.[0] ?? 1);
  return { question, running: asked.has("running"), show: asked.has("show") };
}
