/**
 * How somebody dealt with one assignment. "on": in time. "out": began too late, and the time ran out half-way. "at": in
 * the middle of it now.
 */
export type Way = "on" | "late" | "never" | "out" | "at";

/** A student of the sample class, the same one through all weeks. */
export type Character = {
  name: string;
  /** The chance to know a question of middling difficulty, when the course begins. */
  knows: number;
  /** What each further week adds to that. */
  drift: number;
  /** What they did with each assignment, in the order of the course. */
  ways: readonly [Way, Way, Way, Way];
  /** Says on the sign-in page who they are; only these can be looked around as. */
  sample?: string;
};

/** Those whom a visitor can look around as. */
const samples: Record<string, string> = {
  "Ana Alves": "student, half-way through the capstone",
  "Ben Okafor": "student who is often late",
  "Chiara Conti": "student with everything handed in",
  "Dmitri Volkov": "student who missed things and has not begun",
};

const rows: [string, number, number, Character["ways"]][] = [
  ["Ana Alves", 0.84, 0, ["on", "on", "on", "at"]],
  ["Ben Okafor", 0.5, 0.02, ["late", "late", "late", "never"]],
  ["Chiara Conti", 0.95, 0, ["on", "on", "on", "on"]],
  ["Dmitri Volkov", 0.6, 0, ["late", "never", "never", "never"]],
  ["Emma Berg", 0.8, 0, ["on", "on", "on", "at"]],
  ["Farid Haddad", 0.7, 0.02, ["on", "on", "on", "at"]],
  ["Grace Kim", 0.92, 0, ["on", "on", "on", "on"]],
  ["Hugo Martin", 0.55, 0.03, ["on", "on", "on", "at"]],
  ["Ines Duarte", 0.75, 0, ["on", "on", "on", "at"]],
  ["Jonas Weber", 0.35, 0.05, ["on", "late", "on", "at"]],
  ["Kofi Mensah", 0.65, 0, ["on", "on", "on", "at"]],
  ["Lea Novak", 0.42, 0.16, ["on", "on", "on", "at"]],
  ["Mei Chen", 0.9, 0, ["on", "on", "on", "on"]],
  ["Nadia Rahman", 0.78, -0.02, ["on", "on", "on", "at"]],
  ["Omar Aziz", 0.6, 0, ["late", "on", "late", "at"]],
  ["Paula Gil", 0.82, -0.15, ["on", "on", "late", "never"]],
  ["Quentin Roy", 0.4, 0, ["on", "late", "out", "never"]],
  ["Rosa Lima", 0.73, 0, ["on", "on", "on", "at"]],
  ["Sami Korhonen", 0.82, 0, ["on", "on", "on", "at"]],
  ["Tara Singh", 0.88, 0.02, ["on", "on", "on", "on"]],
  ["Uwe Brandt", 0.58, 0, ["on", "on", "on", "never"]],
  ["Vera Petrova", 0.77, 0, ["on", "on", "on", "on"]],
  ["Will Turner", 0.48, 0, ["late", "late", "on", "never"]],
  ["Ximena Rojas", 0.84, 0, ["on", "on", "on", "on"]],
  ["Yusuf Demir", 0.62, 0.04, ["on", "on", "on", "at"]],
  ["Zoe Laurent", 0.7, 0, ["on", "on", "on", "at"]],
  ["Amina Diallo", 0.79, 0.03, ["on", "on", "on", "on"]],
  ["Bruno Costa", 0.53, 0, ["on", "on", "late", "on"]],
  ["Carl Lindqvist", 0.5, 0, ["on", "never", "never", "never"]],
  ["Dina Katz", 0.66, -0.05, ["on", "on", "never", "never"]],
];

/** Thirty students: good and struggling, getting better and losing touch, punctual and late. */
export const cast: Character[] = rows.map(([name, knows, drift, ways]) => ({
  name,
  knows,
  drift,
  ways,
  ...(samples[name] ? { sample: samples[name] } : {}),
}));

/** Who has not answered anything for so many minutes: one is stuck at a question, one is away. The others are at it now. */
export const pausing: Record<string, number> = { "Lea Novak": 13, "Omar Aziz": 14 };

/** Those who tried the first quiz again when they had seen how it went. The better go counts. */
export const triedAgain = ["Jonas Weber", "Uwe Brandt", "Yusuf Demir"];
