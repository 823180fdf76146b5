/** The controls for hearing a section. `aloud.ts` shows them where the browser has a voice. */
export function ReadAloud() {
  return (
    <p className="aloud" data-aloud hidden>
      <button type="button" className="btn" data-play>
        Read aloud
      </button>
      <button type="button" className="btn plain" data-stop hidden>
        Stop
      </button>
      <span className="small soft" data-whose role="status" />
    </p>
  );
}
