/** Who may import whom, by the longest matching folder or file. `types` may be imported as types only. */
export const rooms: Record<string, { may: string[]; types?: string[] }> = {
  "app/routes": {
    may: [
      "app/access",
      "app/session.server",
      "app/models",
      "app/components",
      "app/figures",
      "app/lessons",
      "app/lab",
      "app/text",
      "app/answers.server",
      "app/environment.server",
      "app/mail.server",
      "app/autosave",
      "app/live",
      "app/routes",
      "app/styles",
      "app/statistics/words",
    ],
    types: ["app/statistics"],
  },
  "app/access": {
    may: [
      "app/session.server",
      "app/db.server",
      "app/access",
      "app/together",
      "app/models/asked.server",
      "app/models/submission.server",
      "app/models/assignment.server",
      "app/models/held-back.server",
      "app/models/shown.server",
      "app/models/review-matrix",
      "app/models/item.server",
      "app/models/item-sight.server",
      "app/models/quiz-sight.server",
      "drizzle/schema",
    ],
  },
  "app/session.server": {
    may: [
      "app/clock",
      "app/db.server",
      "app/environment.server",
      "app/models/browser-name",
      "app/models/session-life.server",
      "drizzle/schema",
    ],
    types: ["app/access/rights"],
  },
  "app/models": {
    may: [
      "app/db.server",
      "app/together",
      "app/interactions",
      "app/lab/model",
      "app/clock",
      "app/models",
      "app/statistics",
      "app/environment.server",
      "drizzle/schema",
    ],
    types: ["app/access/rights", "app/lessons"],
  },
  "app/strangers": {
    may: ["app/strangers", "app/components/reader-choices", "app/lessons/sync.server", "app/packing.server"],
    types: ["app/environment.server"],
  },
  "app/mail.server": { may: ["app/environment.server"] },
  "app/admin": {
    may: ["app/admin", "app/backup", "app/db.server", "app/models/account.server", "app/models/person.server"],
  },
  "app/backup": {
    may: ["app/backup", "app/db.server", "app/environment.server", "app/models/secret.server", "drizzle/schema"],
  },
  "app/lab/model": { may: [] },
  "app/lab/grid": { may: ["app/lab/model"] },
  "app/lab/setting": { may: ["app/lab/model"] },
  "app/clock": { may: [] },
  "app/statistics": { may: ["app/statistics"] },
  "app/lab": { may: ["app/lab", "app/components", "app/figures", "app/text"] },
  "app/figures": { may: ["app/figures", "app/lab/model", "app/text"] },
  "app/components": {
    may: ["app/components", "app/interactions/views", "app/interactions/contract", "app/text", "app/styles"],
    types: ["app/models", "app/access/rights"],
  },
  "app/lessons/blocks": {
    may: ["app/lessons", "app/components", "app/figures", "app/lab", "app/text", "app/interactions/views"],
    types: ["app/models"],
  },
  "app/lessons": {
    may: [
      "app/lessons",
      "app/interactions",
      "app/models",
      "app/db.server",
      "app/lab",
      "app/components",
      "drizzle/schema",
    ],
  },
  "app/interactions": {
    may: [
      "app/interactions",
      "app/components/field",
      "app/figures",
      "app/lab/model",
      "app/lab/grid",
      "app/lab/setting",
    ],
  },
  "app/live": { may: ["app/live"] },
  "app/autosave": { may: ["app/autosave", "app/text"] },
  "app/text": { may: [], types: ["app/interactions/contract"] },
  "drizzle/schema": { may: ["drizzle/schema"] },
};

/** The room that a file stands in: the longest folder or file of the table that holds it. */
export function roomOf(file: string): string | undefined {
  return Object.keys(rooms)
    .filter((room) => within(file, room))
    .sort((a, b) => b.length - a.length)[0];
}

/** Whether a file is this file or folder, or in it. */
export function within(file: string, place: string): boolean {
  return file === place || file.startsWith(`${place}/`) || file.startsWith(`${place}.`);
}
