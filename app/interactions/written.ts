import type { Interaction, Written } from "./contract";
import { text } from "./form-rows";

/** What an author wrote into the fields of an Editor. It may not be whole, see `problemsOf`; nothing typed makes it throw. */
export function readWritten<Body, Key, Response>(
  type: Interaction<Body, Key, Response>,
  form: FormData,
): Written<Body, Key> {
  const { body, key } = type.authoring.read(form) as { body: Body; key: Key };
  const renamed = type.authoring.recoded?.(form) ?? {};
  const codes = new Set(type.codes(body, key));
  /** The fields `<kind>.<code>` of the codes that this draft has, by those codes. */
  const byCode = (kind: string) =>
    [...new Set(form.keys())].flatMap((name) => {
      if (!name.startsWith(`${kind}.`)) return [];
      const drawn = name.slice(kind.length + 1);
      const code = Object.hasOwn(renamed, drawn) ? (renamed[drawn] as string) : drawn;
      return codes.has(code) ? [{ name, code }] : [];
    });
  return {
    body,
    key,
    texts: Object.fromEntries(
      byCode("text")
        .map(({ name, code }) => [code, text(form, name)] as const)
        .filter(([, words]) => words !== ""),
    ),
    misconceptions: Object.fromEntries(
      byCode("misconception")
        .map(({ name, code }): [string, string[]] => [code, chosenIds(form, name)])
        .filter(([, ids]) => ids.length > 0),
    ),
  };
}

function chosenIds(form: FormData, name: string): string[] {
  return [...new Set(form.getAll(name).map(String))].filter((id) => /^[^\0]{1,80}$/.test(id));
}
