/** At the end of a lesson: where to practise what it taught, and where one finds again what one got wrong. */
export function Afterwards() {
  return (
    <aside className="go-on" aria-labelledby="afterwards">
      <h2 id="afterwards">To keep it</h2>
      <ul>
        <li>
          <a href="/pairs">Who holds the key?</a> Pairs of services, to decide before reading why.
        </li>
        <li>
          <a href="/timeline">What happened when:</a> put five events in order, then see them all. Three of the five are
          told in lesson 3.
        </li>
        <li>
          <a href="/me">Your work</a> has the questions that you missed, on the day when they come back.{" "}
          <a href="/me/progress">How far you are</a> says it goal by goal.
        </li>
      </ul>
    </aside>
  );
}
