type Described = { title: string; description?: string | undefined };

/**
 * What a page of the course says of itself to a tab, to a search engine and to who gets its link. The root adds picture and
 * address.
 */
export function described({ title, description }: Described) {
  return [
    { title: `${title} · Keyhole` },
    { property: "og:title", content: title },
    ...(description
      ? [
          { name: "description", content: description },
          { property: "og:description", content: description },
        ]
      : []),
  ];
}
