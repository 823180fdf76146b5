import { withNews } from "./result";

/** `news`: how it went, where something was just sent. */
type Described = { title: string; description?: string | undefined; news?: string | null | undefined };

/**
 * What a page of the course says of itself to a tab, to a search engine and to who gets its link. The root adds picture and
 * address.
 */
export function described({ title, description, news }: Described) {
  return [
    { title: `${withNews(title, news)} · Keyhole` },
    { property: "og:title", content: title },
    ...(description
      ? [
          { name: "description", content: description },
          { property: "og:description", content: description },
        ]
      : []),
  ];
}
