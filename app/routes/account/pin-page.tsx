import { Page } from "~/components/page";
import { Qr } from "~/components/qr";
import type { ShownPin } from "./join-class.server";

/** The answer to joining: the PIN, once, on a page that can be printed. */
export function PinPage({ shown, className }: { shown: ShownPin; className: string }) {
  const { name, pin, address, square } = shown;
  return (
    <Page visitor={{ name, guest: false, mayTeach: false }} at="/join">
      <div className="stack">
        <h1>You are in {className}</h1>
        <p className="read">This is your PIN. It is shown only now: write it down or print this page.</p>
        <p className="serif num" id="pin">
          {pin.slice(0, 3)} {pin.slice(3)}
        </p>
        <table className="tbl small">
          <caption>To come back on any device</caption>
          <tbody>
            <tr>
              <th scope="row">Go to</th>
              <td>{address}</td>
            </tr>
            <tr>
              <th scope="row">Your name</th>
              <td>{name}</td>
            </tr>
            <tr>
              <th scope="row">Your PIN</th>
              <td>the six digits above</td>
            </tr>
          </tbody>
        </table>
        <Qr square={square} says={address} />
        <p className="soft">The PIN works with this class only. If it is lost, your teacher can give you a new one.</p>
        <p className="btns">
          <a className="btn go" href="/me">
            Go on
          </a>
        </p>
      </div>
    </Page>
  );
}
