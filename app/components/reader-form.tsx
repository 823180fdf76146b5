import { useLocation, useRouteLoaderData } from "@remix-run/react";
import { type ReaderSetting, type ReaderSettings, readerChoices } from "./reader-choices";

/** Where the form comes back to: the line that says that it was kept, which shows only to who was led to it. */
export const readerKept = "reader-kept";

/** The reader's own settings, at the head of every page's foot. What they chose so far is told by the root. */
export function ReaderForm() {
  const { reader: settings = {} } = useRouteLoaderData<{ reader: ReaderSettings }>("root") ?? {};
  const { pathname, search } = useLocation();
  const back = pathname + search;
  return (
    <section className="reader" aria-label="How pages look" id="reader">
      <p className="reader-kept" id={readerKept} tabIndex={-1}>
        Saved. Pages look like this now, in this browser.
      </p>
      <details>
        <summary>Text size, spacing, contrast</summary>
        <form method="post" action={`/reader?next=${encodeURIComponent(back)}`}>
          <div className="settings">
            {(Object.keys(readerChoices) as ReaderSetting[]).map((setting) => (
              <fieldset key={setting}>
                <legend>{readerChoices[setting].name}</legend>
                {Object.entries(readerChoices[setting].choices).map(([choice, words]) => (
                  <label key={choice}>
                    <input
                      type="radio"
                      name={setting}
                      value={choice}
                      defaultChecked={(settings[setting] ?? "usual") === choice}
                    />
                    {words}
                  </label>
                ))}
              </fieldset>
            ))}
          </div>
          <p className="btns">
            <button type="submit" className="btn">
              Show pages like this
            </button>
            <span className="small soft">Kept in this browser for a year, in a cookie that holds nothing else.</span>
          </p>
        </form>
      </details>
    </section>
  );
}
