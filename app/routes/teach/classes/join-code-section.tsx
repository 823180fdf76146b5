type Props = { id: string; code: string | null; address: string; empty: boolean; archived: boolean };

/** How students get into a class, and the code for the projector. */
export function JoinCode({ id, code, address, empty, archived }: Props) {
  if (archived) return <StillIn id={id} code={code} address={address} />;
  return (
    <section aria-labelledby="code" className="stack">
      <h2 id="code">How students join</h2>
      {code ? (
        <>
          <p>
            On their own device they open <strong>{address}</strong> and type this code:
          </p>
          <p className="joincode">{code}</p>
          <p className="soft">
            {empty ? "Nobody has joined yet. Show this on the projector. " : ""}Everybody who knows the code can join.
            Close it when all are in.
          </p>
        </>
      ) : (
        <p className="read">Nobody can join now. Make a code when somebody should.</p>
      )}
      <p className="soft">
        For a lesson on the school’s own devices, <a href={`/teach/classes/${id}/devices`}>open a link</a> on which
        students pick their name.
      </p>
      <div className="btns">
        <form method="post" action={`/teach/classes/${id}/join-code`}>
          <button className="btn" type="submit">
            {code ? "Make a new code in its place" : "Make a code"}
          </button>
        </form>
        {code ? (
          <form method="post" action={`/teach/classes/${id}/join-code/closure`}>
            <button className="btn" type="submit">
              Close the code
            </button>
          </form>
        ) : null}
      </div>
    </section>
  );
}

/** Nobody joins an archived class; with its code and a PIN one still comes in to read. */
function StillIn({ id, code, address }: Pick<Props, "id" | "code" | "address">) {
  return (
    <section aria-labelledby="code" className="stack">
      <h2 id="code">How students come back to read</h2>
      {code ? (
        <p className="read">
          Who has a PIN opens <strong>{address}</strong>, types <strong>{code}</strong>, then name and PIN. Nobody new
          can join.
        </p>
      ) : (
        <>
          <p className="read">Who signs in with a PIN needs the code of the class, and there is none now.</p>
          <form method="post" action={`/teach/classes/${id}/join-code`}>
            <button className="btn" type="submit">
              Make a code
            </button>
          </form>
        </>
      )}
    </section>
  );
}
