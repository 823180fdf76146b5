import { type ReaderSettings, readerAttributes } from "./reader-choices";

/** What is never sent back to a browser, and so has to be typed once more. */
const secrets: Record<string, string> = { password: "Password", current: "Password until now", pin: "PIN" };

/**
 * A whole document that needs no database: where a page would have been, or the answer to a form.
 * @param sheet the address of the style sheet
 * @param address of what was asked for, the path with its query
 * @param posted whether something was sent there, and not only asked for
 * @param fields what was sent, where it was a form that can be sent from here again
 */
export function AwayPage({
  sheet,
  reader,
  address,
  posted,
  fields,
}: {
  sheet: string;
  reader: ReaderSettings;
  address: string;
  posted: boolean;
  fields: [string, string][] | null;
}) {
  return (
    <html lang="en" {...readerAttributes(reader)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={sheet} />
        <title>Keyhole cannot reach its database · Keyhole</title>
      </head>
      <body>
        <main id="main" className="stack">
          <h1>Keyhole cannot reach its database</h1>
          <p className="read">Nothing that was saved is lost. It usually takes less than a minute to come back.</p>
          {fields ? <Again address={address} fields={fields} /> : <Back address={address} posted={posted} />}
        </main>
      </body>
    </html>
  );
}

function Back({ address, posted }: { address: string; posted: boolean }) {
  if (posted) return <p className="read">What you sent was not kept. Go back in a moment and send it again.</p>;
  return (
    <p className="btns">
      <a className="btn go" href={address}>
        Try again
      </a>
    </p>
  );
}

/** The form as it came, to be sent as it is. What was written stands there to be read, and goes along as it stands. */
function Again({ address, fields }: { address: string; fields: [string, string][] }) {
  const isSecret = ([name, value]: [string, string]) => name in secrets && value !== "";
  const asked = [...new Set(fields.filter(isSecret).map(([name]) => name))];
  return (
    <form method="post" action={address} className="stack">
      <p className="read">What you sent may not have been kept. It is all in this page: send it again in a moment.</p>
      {fields
        .filter((one) => !isSecret(one))
        .map(([name, value], index) =>
          /\s/.test(value.trim()) ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: fields are drawn once, and a name may stand there several times
            <p key={index} className="field">
              <label htmlFor={`field${index}`}>What you wrote</label>
              <textarea id={`field${index}`} name={name} rows={value.split("\n").length + 1} defaultValue={value} />
            </p>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <input key={index} type="hidden" name={name} value={value} />
          ),
        )}
      {asked.map((name) => (
        <p key={name} className="field">
          <label htmlFor={name}>{secrets[name]}</label>
          <input id={name} name={name} type="password" required />
        </p>
      ))}
      <p className="btns">
        <button className="btn go" type="submit">
          Send it again
        </button>
      </p>
    </form>
  );
}
