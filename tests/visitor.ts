import { parseHTML } from "linkedom";
import { plain } from "./interactions/plain";
import type { Keyhole } from "./keyhole";

type Page = { status: number; url: string; html: string; document: Document; headers: Headers };

/** A browser without scripts: keeps cookies, follows redirects, sends forms as they were rendered. */
export class Visitor {
  page!: Page;
  readonly seen: Page[] = [];
  private cookies = new Map<string, string>();

  /** @param cookie one that it has already, as `name=value` */
  constructor(
    readonly keyhole: Pick<Keyhole, "origin"> & Partial<Pick<Keyhole, "env">>,
    cookie?: string,
  ) {
    if (cookie) this.cookies.set(...(cookie.split(/=(.*)/s).slice(0, 2) as [string, string]));
  }

  async get(address: string): Promise<Page> {
    return this.send(new URL(address, this.page?.url ?? this.keyhole.origin), {});
  }

  /** One request without following; the raw answer. */
  async fetch(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, this.keyhole.origin);
    const headers = new Headers(init.headers);
    headers.set("Cookie", this.cookie);
    if (init.method && init.method !== "GET" && !headers.has("Origin"))
      headers.set("Origin", this.keyhole.env?.ORIGIN ?? this.keyhole.origin);
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair, ...attributes] = cookie.split(";");
      const at = pair?.indexOf("=") ?? 0;
      const name = pair?.slice(0, at) ?? "";
      if (attributes.some((one) => /max-age=0/i.test(one))) this.cookies.delete(name);
      else this.cookies.set(name, pair?.slice(at + 1) ?? "");
    }
    return response;
  }

  /**
   * Sends a form of the current page as a browser would: all its filled controls, then `answers` on top.
   * @param press the words on the button
   * @param answers field name to value, to values, or to null for none; a name that the form does not have is an error
   */
  async submit(press: string | RegExp, answers: Record<string, string | string[] | null> = {}): Promise<Page> {
    const button = [...this.page.document.querySelectorAll("button")].find((one) => {
      const words = (one.textContent ?? "").replace(/\s+/g, " ").trim();
      return !one.closest("[hidden]") && (typeof press === "string" ? words === press : press.test(words));
    });
    if (!button) throw new Error(`${this.page.url} has no button ${press}: ${this.page.html.slice(0, 400)}`);
    const form = (
      button.getAttribute("form")
        ? this.page.document.getElementById(button.getAttribute("form") as string)
        : button.closest("form")
    ) as HTMLFormElement;
    const fields = filled(form).filter(([name]) => !(name in answers));
    const names = new Set([...form.querySelectorAll("[name]")].map((one) => one.getAttribute("name")));
    for (const [name, value] of Object.entries(answers)) {
      if (!names.has(name)) throw new Error(`The form has no field ${name}, only ${[...names].join(", ")}`);
      for (const one of value === null ? [] : [value].flat()) fields.push([name, one]);
    }
    if (button.getAttribute("name"))
      fields.push([button.getAttribute("name") as string, button.getAttribute("value") ?? ""]);
    const address = new URL(
      button.getAttribute("formaction") ?? form.getAttribute("action") ?? this.page.url,
      this.page.url,
    );
    const body = new URLSearchParams(fields);
    // React writes this attribute as it is spelled in JSX, and linkedom keeps that.
    const method = button.getAttribute("formMethod") ?? form.getAttribute("method") ?? "get";
    if (method.toLowerCase() === "post") return this.send(address, { method: "POST", body });
    address.search = body.toString();
    return this.send(address, {});
  }

  private async send(url: URL, init: RequestInit): Promise<Page> {
    let response = await this.fetch(url.href, init);
    let at = url;
    for (let hops = 0; response.status >= 300 && response.status < 400 && hops < 10; hops++) {
      await response.arrayBuffer();
      at = new URL(response.headers.get("Location") ?? "", at);
      response = await this.fetch(at.href);
    }
    const html = await response.text();
    this.page = {
      status: response.status,
      url: at.href,
      html,
      document: parseHTML(html).document as unknown as Document,
      headers: response.headers,
    };
    this.seen.push(this.page);
    return this.page;
  }

  /** What a browser sends as Cookie. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** The words of the page's main part, white space folded. */
  get words(): string {
    return (this.page.document.querySelector("main")?.textContent ?? "").replace(/\s+/g, " ").trim();
  }
}

/** The successful controls of a form as rendered (HTML standard, "constructing the entry list"). */
export function filled(form: Element): [string, string][] {
  return [...form.querySelectorAll("input, select, textarea")].flatMap((control): [string, string][] => {
    const name = control.getAttribute("name");
    if (!name || control.hasAttribute("disabled")) return [];
    if (control.localName === "textarea") return [[name, plain(control.textContent ?? "").replace(/^\n/, "")]];
    if (control.localName === "select") {
      const options = [...control.querySelectorAll("option")];
      const chosen = options.find((option) => option.hasAttribute("selected")) ?? options[0];
      return chosen ? [[name, chosen.getAttribute("value") ?? chosen.textContent ?? ""]] : [];
    }
    const type = control.getAttribute("type") ?? "text";
    if (["submit", "button", "image", "reset", "file"].includes(type)) return [];
    if (["radio", "checkbox"].includes(type))
      return control.hasAttribute("checked") ? [[name, control.getAttribute("value") ?? "on"]] : [];
    return [[name, control.getAttribute("value") ?? ""]];
  });
}
