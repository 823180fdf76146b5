/** How something was given, beside its dates: what it is, for whom, what comes before it, its password. */
export type HowGiven = {
  what: string;
  forWhom: string | null;
  after: { id: string; title: string; percent: number | null } | null;
  password: string | null;
};

/** What was given, for whom, and what a student needs before it opens. */
export function HowItIsGiven({ what, forWhom, after, password }: HowGiven) {
  return (
    <dl className="given-how">
      <div>
        <dt>What it is</dt>
        <dd>{what}</dd>
      </div>
      {forWhom ? (
        <div>
          <dt>For</dt>
          <dd>{forWhom}</dd>
        </div>
      ) : null}
      {after ? (
        <div>
          <dt>Opens after</dt>
          <dd>
            <a href={`/teach/assignments/${after.id}`}>{after.title}</a>
            {after.percent === null ? "" : `, from ${after.percent}% of its points`}
          </dd>
        </div>
      ) : null}
      {password ? (
        <div>
          <dt>Password to start</dt>
          <dd>
            <strong>{password}</strong>
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
