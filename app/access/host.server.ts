import { grant } from "./grant";
import type { Host, Teacher } from "./rights";
import { type Args, notFound, person } from "./visitor.server";

/** Who looks after this installation. @throws 404 for everybody else who is signed in */
export async function host(args: Args): Promise<Host> {
  const found = await person(args);
  if (!found.host) throw notFound();
  return grant(found);
}

/** Who may make others teachers: a teacher or the host. @throws 404 */
export async function inviter(args: Args): Promise<Teacher | Host> {
  const found = await person(args);
  if (found.mayTeach) return grant<"may teach", typeof found>(found);
  if (found.host) return grant<"host", typeof found>(found);
  throw notFound();
}
