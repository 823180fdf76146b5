/**
 * Remembers what a pure function made of a text, so that texts which come again, as those of questions do, are read once.
 * @param most how many texts; the one that came first makes room
 */
export function remembered<Value>(make: (text: string) => Value, most = 2000): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    if (made.size >= most) made.delete(made.keys().next().value as string);
    made.set(text, value);
    return value;
  };
}
