/** That the class of a student is being asked something now, where they will see it. */
export function AskedNow({ votes }: { votes: { assignment: string; title: string; className: string }[] }) {
  return votes.map(({ assignment, title, className }) => (
    <p className="said is-waiting" key={assignment}>
      <span>
        Your teacher asks {className} a question of “{title}” now.{" "}
        <a href={`/assignments/${assignment}/vote`}>Answer it</a>
      </span>
    </p>
  ));
}
