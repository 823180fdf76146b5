import fc from "fast-check";
import { hostileWord, unasked } from "./hostile-words";

/** A form or an address as somebody meets it. `fields`: as the page filled them. `open`: to them, and not only there. */
export type Target<Who extends string = string> = {
  who: Who;
  method: "GET" | "POST";
  path: string;
  fields: [name: string, value: string][];
  open: boolean;
};

/** A request as it is sent. `body` is null where there is none. */
export type Hostile<Who extends string = string> = {
  who: Who;
  method: string;
  path: string;
  type: string | null;
  body: string | null;
};

type Fields = [string, string][];

/** What an honest page would send, bent in some way. @param known values that mean something here */
export function hostileRequest<Who extends string>(
  targets: Target<Who>[],
  known: string[],
): fc.Arbitrary<Hostile<Who>> {
  const word = hostileWord(known);
  const some = (open: boolean) => fc.constantFrom(...targets.filter((target) => target.open === open));
  // Most of them where they are let in: what refuses at the door reads nothing.
  const target = fc.oneof({ weight: 7, arbitrary: some(true) }, { weight: 1, arbitrary: some(false) });
  return target.chain(({ who, method, path, fields }) =>
    fc
      .record({
        who: fc.constant(who),
        sent:
          method === "GET"
            ? fc.constant("GET")
            : fc.oneof({ weight: 19, arbitrary: fc.constant("POST") }, otherMethods),
        path: bentPath(path, word),
        fields: bentFields(fields, word),
        shape: fc.oneof({ weight: 12, arbitrary: fc.constant("form" as const) }, otherShapes),
      })
      .map(({ sent, path, fields, shape, ...rest }) =>
        sent === "POST" || sent === "PUT"
          ? { ...rest, method: sent, path, ...bodies[shape](fields) }
          : { ...rest, method: sent, path: withQuery(path, fields), type: null, body: null },
      ),
  );
}

const otherMethods = fc.constantFrom("GET", "PUT", "OPTIONS", "HEAD");
const otherShapes = fc.constantFrom<keyof typeof bodies>(
  "parts",
  "json",
  "deep",
  "text",
  "mislabelled",
  "typeless",
  "cut",
);

const form = "application/x-www-form-urlencoded";

/** What is in the body, and what is said of it. */
const bodies = {
  form: (fields: Fields) => ({ type: form, body: String(new URLSearchParams(fields)) }),
  parts: (fields: Fields) => ({
    type: "multipart/form-data; boundary=b",
    body: `${fields.map(([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("")}--b--\r\n`,
  }),
  json: (fields: Fields) => ({ type: "application/json", body: JSON.stringify(Object.fromEntries(fields)) }),
  deep: (fields: Fields) => ({
    type: "application/json",
    body: `${'{"answers":['.repeat(400)}${JSON.stringify(fields)}`,
  }),
  text: (fields: Fields) => ({ type: "text/plain", body: fields.join("\n") }),
  mislabelled: (fields: Fields) => ({
    type: "multipart/form-data; boundary=other",
    body: String(new URLSearchParams(fields)),
  }),
  typeless: (fields: Fields) => ({ type: "/;;=", body: String(new URLSearchParams(fields)) }),
  cut: (fields: Fields) => ({ type: form, body: `${new URLSearchParams(fields)}%`.replaceAll("=", "%") }),
};

/** Each field stays, is said otherwise, twice, as a list or not at all; others come that were not asked for. */
function bentFields(fields: Fields, word: fc.Arbitrary<string>): fc.Arbitrary<Fields> {
  const each = fields.slice(0, 60).map(([name, value]) =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constant<Fields>([[name, value]]) },
      { weight: 4, arbitrary: word.map((other): Fields => [[name, other]]) },
      { weight: 1, arbitrary: fc.constant<Fields>([]) },
      {
        weight: 1,
        arbitrary: word.map(
          (other): Fields => [
            [name, value],
            [name, other],
          ],
        ),
      },
      { weight: 1, arbitrary: word.map((other): Fields => [[`${name}[]`, other]]) },
      { weight: 1, arbitrary: word.map((other): Fields => Array.from({ length: 40 }, () => [name, other])) },
    ),
  );
  const more = fc.array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(...unasked),
        word.map((one) => one.slice(0, 50)),
      ),
      word,
    ),
    { maxLength: 2 },
  );
  return fc.tuple(...each, more).map((parts) => parts.flat() as Fields);
}

/** One part of the address is another one, now and then; or another door is knocked at. */
function bentPath(path: string, word: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const parts = path.split("/");
  const swapped = fc
    .tuple(fc.integer({ min: 1, max: Math.max(1, parts.length - 1) }), word)
    .map(([at, other]) => parts.map((part, index) => (index === at ? escaped(other.slice(0, 300)) : part)).join("/"));
  return fc.oneof(
    { weight: 45, arbitrary: fc.constant(path) },
    { weight: 5, arbitrary: swapped },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        `${path}.data`,
        `${path}/`,
        `${path}?_data=root`,
        `${path}.data?_routes=root`,
        `${path}?index`,
      ),
    },
  );
}

/** As in an address, also of halves of characters, which encodeURIComponent refuses. */
const escaped = (text: string) =>
  String(new URLSearchParams([["", text]]))
    .slice(1)
    .replaceAll("+", "%20");

function withQuery(path: string, fields: Fields): string {
  const query = String(new URLSearchParams(fields)).slice(0, 6000);
  return query ? `${path}${path.includes("?") ? "&" : "?"}${query}` : path;
}
