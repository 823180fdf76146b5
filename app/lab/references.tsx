/** Claims (C) have a page each; background references (B) stand in the list of sources. */
export function References({ ids }: { ids: string[] }) {
  return ids.map((id, position) => (
    <span key={id}>
      {position > 0 && ", "}
      <a href={id.startsWith("C") ? `/sources/${id}` : `/sources#${id}`}>{id}</a>
    </span>
  ));
}
