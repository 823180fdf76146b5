type Listed = { id: string; title: string; question: string };

/** The questions to find out in the lab. */
export function InvestigationList({ investigations }: { investigations: Listed[] }) {
  return (
    <section className="stack" aria-labelledby="lab-investigations">
      <h2 id="lab-investigations">Questions to find out</h2>
      {investigations.length === 0 ? (
        <p className="soft">There are none at present.</p>
      ) : (
        <ul className="questions">
          {investigations.map(({ id, title, question }) => (
            <li key={id}>
              <a href={`/lab/investigations/${id}`}>{title}</a>
              <span className="vh">: </span>
              <span className="small soft">{question}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Said above the switches while one of them is open. */
export function Investigating({ investigation: { id, title, question } }: { investigation: Listed }) {
  return (
    <p className="said is-waiting">
      <span />
      <span>
        <b>{title}</b> {question} <a href={`/lab/investigations/${id}`}>Answer it</a>
      </span>
    </p>
  );
}
