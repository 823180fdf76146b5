const joining = [
  ["Your name", "You and your teacher"],
  ["Your answers", "You and your teacher"],
  ["Your PIN", "Nobody: only a scrambled form is kept"],
  ["Your e-mail", "Not asked for"],
];
const account = [
  ["Your name", "You and your teachers"],
  ["Your e-mail or user name", "You and whoever runs this Keyhole"],
  ["Your password", "Nobody: only a scrambled form is kept"],
  ["Your answers", "You; in a class, its teacher too"],
];

/** What signing up or joining leaves behind, beside the form that asks for it. */
export function WhatIsStored({ of }: { of: "account" | "joining" }) {
  return (
    <div className="stack">
      <h2>What this stores</h2>
      <table className="tbl small">
        <caption className="vh">What is stored about you, and who can read it</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Who can read it</th>
          </tr>
        </thead>
        <tbody>
          {(of === "joining" ? joining : account).map(([what, who]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{who}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">
        <a href="/privacy">All of it, with who holds the keys</a>
      </p>
    </div>
  );
}
