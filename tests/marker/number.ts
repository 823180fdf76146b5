import { fieldsOf, type Json, textOf } from "./reading";

/** Numeric: 1 within tolerance, compared as |answer − key| ≤ tolerance + 1e-9; else 0. */
export function markNumber(body: Json, key: Json, response: Json): number {
  const { value, tolerance } = fieldsOf(key);
  const given = readNumber(textOf(response), String(fieldsOf(body).unit ?? ""));
  return given !== undefined && Math.abs(given - Number(value)) <= Number(tolerance) + 1e-9 ? 1 : 0;
}

/**
 * Reads a number: comma or point as decimal mark, thousands separators, spaces and a trailing unit (%, million, or the
 * item's own). A comma followed by exactly three digits is a thousands mark.
 * @returns undefined for what is no number
 */
export function readNumber(text: string, unit: string): number | undefined {
  let rest = text.trim().toLowerCase();
  for (const word of [unit.toLowerCase(), "%", "million"])
    if (word !== "" && rest.endsWith(word)) {
      rest = rest.slice(0, -word.length).trim();
      break;
    }
  const sign = /^[-−]/.test(rest) ? -1 : 1;
  const digits = rest.replace(/^[-−+]/, "").trim();
  if (!/^[\d., \u00a0\u2009\u202f]*\d[\d., \u00a0\u2009\u202f]*$/.test(digits)) return undefined;
  const plain = decimal(digits.replace(/(\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))/g, "$1"));
  return plain === undefined ? undefined : sign * plain;
}

/** Digits with points and commas, spaces gone. The mark that comes last and once is the decimal mark, if it may be. */
function decimal(text: string): number | undefined {
  const commas = text.split(",").length - 1;
  const points = text.split(".").length - 1;
  // Only thousands marks, each before exactly three digits.
  if (/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text)) return Number(text.replaceAll(",", ""));
  if (points > 1 && commas <= 1 && /^\d{1,3}(\.\d{3})+(,\d*)?$/.test(text)) return european(text);
  if (points === 1 && commas === 1 && /^\d{1,3}\.\d{3},\d+$/.test(text)) return european(text);
  if (commas + points <= 1 && /^(\d+[.,]?\d*|[.,]\d+)$/.test(text)) return Number(text.replace(",", "."));
  return undefined;
}

const european = (text: string) => Number(text.replaceAll(".", "").replace(",", "."));
