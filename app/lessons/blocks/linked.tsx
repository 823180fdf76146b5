const numbers = /\b((?:RC|[BCD])\d+)\b/;

/**
 * Words of an entry in which the number of another one leads to it, since a number alone tells a reader nothing.
 * @param passed whether Tab goes past these links, because the text before them has a way to the same place
 */
export function Linked({ text, passed = false }: { text: string; passed?: boolean }) {
  return text.split(numbers).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text that never changes
      <a key={index} href={`/sources/${part}`} tabIndex={passed ? -1 : undefined}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
