import { fieldsOf, type Json, textOf } from "./reading";

/** Numeric: 1 within tolerance, compared as |answer − key| ≤ tolerance + 1e-9; else 0. */
export function markNumber(body: Json, key: Json, response: Json): number {
  const { value, tolerance } = fieldsOf(key);
  const given = readNumber(textOf(response), String(fieldsOf(body).unit ?? ""));
  return given !== undefined && Math.abs(given - Number(value)) <= Number(tolerance) + 1e-9 ? 1 : 0;
}

/** Spaces of every width, and the apostrophes that stand between thousands in Switzerland. */
const gap = "[ \u00a0\u2009\u202f'’]";

/**
 * Reads a number: comma or point as decimal mark, thousands separators, spaces and a trailing unit (%, million, or the
 * item's own), and the full stop of a sentence. A comma followed by exactly three digits is a thousands mark, unless
 * there are no thousands before it: 0,021 is a fraction.
 * @returns undefined for what is no number
 */
export function readNumber(text: string, unit: string): number | undefined {
  let rest = text.trim().toLowerCase().replace(/\.$/, "").trim();
  for (const word of [unit.toLowerCase(), "%", "million"])
    if (word !== "" && rest.endsWith(word)) {
      rest = rest.slice(0, -word.length).trim();
      break;
    }
  const [, sign = "", digits = ""] = /^([-−+]?)(.*)$/su.exec(rest) ?? [];
  const size = decimal(digits.trim());
  return size === undefined ? undefined : sign === "" || sign === "+" ? size : -size;
}

/** The size of what stands there without sign and unit, by the first way of writing that fits. */
function decimal(text: string): number | undefined {
  const fits = (form: string) => new RegExp(`^(?:${form})$`, "u").test(text);
  const without = (marks: RegExp) => Number(text.replace(marks, "").replace(",", "."));
  if (fits("\\d+[.,]?|\\d*[.,]\\d{1,2}|\\d*[.,]\\d{4,}|\\d*\\.\\d{3}|0*,\\d{3}")) return Number(text.replace(",", "."));
  if (fits("\\d+(,\\d{3})+(\\.\\d*)?") && !fits("0+,.*")) return Number(text.replaceAll(",", ""));
  if (fits("[1-9]\\d{0,2}(\\.\\d{3}){2,}(,\\d*)?") || fits("[1-9]\\d{0,2}\\.\\d{3},\\d+")) return without(/\./g);
  if (fits(`\\d{1,3}(${gap}\\d{3})+([.,]\\d*)?`)) return without(new RegExp(gap, "gu"));
  return undefined;
}
