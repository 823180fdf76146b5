import { type ReaderSetting, type ReaderSettings, readerChoices } from "./reader-choices";

/** The reader's own settings, at the foot of every page. @param back the address to which the form comes back */
export function ReaderForm({ settings, back }: { settings: ReaderSettings; back: string }) {
  return (
    <section className="reader" aria-label="How pages look" id="reader">
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
