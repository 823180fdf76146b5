import { Once } from "~/components/once";
import type { ListedStudent } from "~/models/device-link.server";

/** The students of a class as buttons: one press and one is in. */
export function DeviceNames({ students }: { students: ListedStudent[] }) {
  if (students.length === 0) return <p className="read">Nobody is in this class yet. Ask your teacher.</p>;
  return (
    <form method="post">
      <Once />
      <ul className="names">
        {students.map(({ personId, name, standing }) => (
          <li key={personId}>
            {standing === "free" ? (
              <button className="btn" type="submit" name="person" value={personId}>
                {name}
              </button>
            ) : standing === "taken" ? (
              <p>
                {name}
                <span className="small line">in use on a device</span>
              </p>
            ) : (
              <a className="btn" href="/sign-in?next=/me">
                <span>
                  {name}
                  <span className="small line">sign in with your password</span>
                </span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </form>
  );
}
