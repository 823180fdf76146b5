/**
 * The number somebody typed, or null. Comma or point as decimal mark, thousands separators, spaces and a trailing unit
 * are accepted; a comma followed by exactly three digits is a thousands mark (brief part 4, "Numeric").
 * @param unit the unit of the item; "%" and "million" are accepted whatever it is
 */
export function parseNumber(text: string, unit: string): number | null {
  const written = text.trim().replace(/\.$/, "").replace("\u2212", "-");
  const parts = /^([+-]?)\s*([\d.,'’\s]*)(.*)$/su.exec(written);
  if (!parts) return null;
  const [, sign, digits = "", tail = ""] = parts;
  if (!["", "%", "million", stem(unit)].includes(stem(tail))) return null;
  const size = read(digits.trim());
  return size === null ? null : sign === "-" ? -size : size;
}

/** How a number may be written, tried in this order; `drop` are its thousands marks. `\s` includes thin and no-break spaces. */
const forms: { form: RegExp; drop: RegExp }[] = [
  // 75,378 and 1,234.5. Not 0,021: no number has thousands of nothing, so that comma is a decimal mark.
  { form: /^0*[1-9]\d*(,\d{3})+(\.\d*)?$/, drop: /,/g },
  // 1.234.567 and 1.234,5. A single point alone is a decimal mark, also before a stray comma.
  { form: /^[1-9]\d{0,2}(\.\d{3}){2,}(,\d*)?$|^[1-9]\d{0,2}\.\d{3},\d+$/, drop: /\./g },
  // 75 378 and 75'378,5
  { form: /^\d{1,3}([\s'’]\d{3})+([.,]\d*)?$/, drop: /[\s'’]/g },
  // 2.1, 2,1, .5 and 3
  { form: /^(\d+([.,]\d*)?|[.,]\d+)$/, drop: /\s/g },
];

function read(digits: string): number | null {
  const found = forms.find(({ form }) => form.test(digits));
  return found ? Number(digits.replace(found.drop, "").replace(",", ".")) : null;
}

/** A unit without case, plural and spare spaces: "Observers" and "observer" are the same. */
function stem(unit: string): string {
  return unit.trim().toLowerCase().replace(/\s+/g, " ").replace(/s\b/g, "");
}

/** A value with the decimals that its tolerance asks for: 6 within 0.05 is "6.0". */
export function writeNumber(value: number, tolerance: number): string {
  const decimals = tolerance > 0 ? Math.round(-Math.log10(2 * tolerance)) : 0;
  const minimumFractionDigits = Math.min(Math.max(decimals, 0), 10);
  return withDecimals(minimumFractionDigits).format(value);
}

const formats = new Map<number, Intl.NumberFormat>();

/** One for each number of decimals, of which there are eleven: to make it takes long. */
function withDecimals(minimumFractionDigits: number): Intl.NumberFormat {
  const known =
    formats.get(minimumFractionDigits) ??
    new Intl.NumberFormat("en", { minimumFractionDigits, maximumFractionDigits: 10 });
  formats.set(minimumFractionDigits, known);
  return known;
}
