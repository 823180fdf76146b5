import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Keyhole, startKeyhole } from "./keyhole";

/** The demo as `npm run demo` starts it the first time, on a free port: the server tells itself the sample class. */
export const startDemo = (): Promise<Keyhole> =>
  startKeyhole("embedded", {
    DATA_DIR: fs.mkdtempSync(path.join(os.tmpdir(), "keyhole-demo-")),
    KEYHOLE_DEMO: "1",
  });
