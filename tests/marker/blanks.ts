import { fieldsOf, type Json } from "./reading";

/** Cloze: right blanks ÷ blanks. */
export function markBlanks(key: Json, response: Json): number {
  const wanted = Object.entries(fieldsOf(fieldsOf(key).gaps));
  const given = fieldsOf(fieldsOf(response).gaps);
  return wanted.filter(([gap, option]) => Object.hasOwn(given, gap) && given[gap] === option).length / wanted.length;
}
