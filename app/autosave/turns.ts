import type { PageName } from "./pages";
import { sayInBar } from "./say";

type Needs = {
  attempt: string;
  pages: { turn(name: PageName): boolean };
  flush(): Promise<boolean>;
  reachable(): Promise<boolean>;
  handIn(form: HTMLFormElement): Promise<void>;
};

/**
 * Turning pages and handing in. Answers under way are waited for a moment. Where the server does not answer, the kept
 * page is shown in its stead; otherwise the form is posted and the link followed as without a script.
 */
export function watchTurns({ attempt, pages, flush, reachable, handIn }: Needs): void {
  let passing = false;
  let busy = false;

  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const button = event.submitter as HTMLButtonElement | null;
    const address = button?.getAttribute("formaction") ?? form.getAttribute("action") ?? "";
    if (passing || !address.startsWith(`/attempts/${attempt}/`)) return;
    event.preventDefault();
    if (address.endsWith("/submission")) return void once(() => handIn(form));
    void once(async () => {
      if ((await gone()) && away(address.endsWith("/answers") ? (button?.value ?? "") : "")) return;
      passing = true;
      form.requestSubmit(button);
      passing = false;
    });
  });

  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("main a[href]");
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const { pathname, search, hash } = link;
    const summary = pathname === `/attempts/${attempt}/summary`;
    if ((pathname !== `/attempts/${attempt}` && !summary) || link.getAttribute("href")?.startsWith("#")) return;
    event.preventDefault();
    void once(async () => {
      const to = summary ? "summary" : (new URLSearchParams(search).get("page") ?? "1");
      if (!((await gone()) && away(to))) location.assign(link.href);
      else if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
    });
  });

  async function once(act: () => Promise<void>): Promise<void> {
    if (busy) return;
    busy = true;
    await act().finally(() => {
      busy = false;
    });
  }

  /** Whether the server is out of reach. Answers that go out show it as well as a question would. */
  async function gone(): Promise<boolean> {
    const sent = await Promise.race([flush(), new Promise<false>((resolve) => setTimeout(resolve, 3000, false))]);
    return !sent || !(await reachable());
  }

  /** @returns false when a page is not kept, so that only the browser can try */
  function away(to: PageName): boolean {
    if (to) return pages.turn(to);
    sayInBar("The line is down. Ask again when it is back.", "device");
    return true;
  }
}
