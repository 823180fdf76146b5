const things = [
  { to: "/lab", name: "Follow a message", about: "Set the locks, say who can read it, and let it travel." },
  {
    to: "/pairs",
    name: "Who holds the key?",
    about: "Two services that differ in one thing. Decide before you read on.",
  },
  { to: "/timeline", name: "What happened when", about: "The dated events of the course, and what came first." },
];

/** What the course has to try out, beside its lessons and quizzes. */
export function TriedOut() {
  return (
    <section aria-labelledby="try">
      <h2 id="try">To try out</h2>
      <dl className="statuses">
        {things.map(({ to, name, about }) => (
          <div key={to}>
            <dt>
              <a href={to}>{name}</a>
            </dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
