import { uuidv7 } from "uuidv7";

/** Stands in a form that makes something, so that sending it twice makes one; see models/once.server.ts. */
export function Once() {
  return <input type="hidden" name="once" value={uuidv7()} />;
}
