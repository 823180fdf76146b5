import { Once } from "~/components/once";
/** What can be done with a question. What is not this teacher's can only be copied. */
export function ItemActions({
  id,
  state,
  mayEdit,
  blocked,
}: {
  id: string;
  state: string;
  mayEdit: boolean;
  blocked: boolean;
}) {
  return (
    <div className="stack">
      <div className="btns">
        {mayEdit && state === "draft" ? (
          <Press to={`${id}/readiness`} words="Make it ready" className={blocked ? "btn" : "btn go"} />
        ) : null}
        {mayEdit && state === "retired" ? <Press to={`${id}/return`} words="Bring it back" className="btn go" /> : null}
        {mayEdit ? (
          <a className="btn" href={`/teach/items/${id}/edit`}>
            Change it
          </a>
        ) : null}
        <Press to={`${id}/copy`} words="Make a copy of it" className="btn" />
        {mayEdit && state !== "retired" ? <Press to={`${id}/retirement`} words="Retire it" className="btn" /> : null}
      </div>
      <p className="soft">
        {mayEdit ? "" : "You may use it in your quizzes as it is. To change it, make a copy. "}A quiz that uses it gets
        its later changes; a copy is yours and goes its own way.
        {state === "retired" ? " Retired: it keeps its place in quizzes, and is not offered for new ones." : ""}
        {state === "draft" ? " Draft: nobody else sees it, and no quiz can be given with it." : ""}
      </p>
    </div>
  );
}

function Press({ to, words, className }: { to: string; words: string; className: string }) {
  return (
    <form method="post" action={`/teach/items/${to}`}>
      <Once />
      <button className={className} type="submit">
        {words}
      </button>
    </form>
  );
}
