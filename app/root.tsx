import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { Page } from "./components/page";
import { readerAttributes, readReader } from "./components/reader-choices";
import { ReaderForm } from "./components/reader-form";
import { readableOnTheWay } from "./models/installation.server";
import base from "./styles/base.css?url";
import atkinson from "./styles/fonts/atkinson.woff2?no-inline";
import literata from "./styles/fonts/literata.woff2?no-inline";
import tokens from "./styles/tokens.css?url";

export const links = () => [
  ...[literata, atkinson].map((href) => ({
    rel: "preload",
    href,
    as: "font" as const,
    type: "font/woff2",
    crossOrigin: "anonymous" as const,
  })),
  { rel: "stylesheet", href: tokens },
  { rel: "stylesheet", href: base },
];

export function loader({ request }: LoaderFunctionArgs) {
  return { readable: readableOnTheWay(), reader: readReader(request.headers.get("Cookie")) };
}

export function Layout({ children }: { children: ReactNode }) {
  const { readable = false, reader = {} } = useRouteLoaderData<typeof loader>("root") ?? {};
  const { pathname, search } = useLocation();
  return (
    <html lang="en" {...readerAttributes(reader)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        {import.meta.env.DEV ? <script type="module" src="/@vite/client" /> : null}
      </head>
      <body>
        {readable ? (
          <p className="onair">
            This connection is not encrypted: whoever shares this Wi-Fi can read what you send.{" "}
            <a href="/privacy">What that means</a>
          </p>
        ) : null}
        {children}
        <ReaderForm settings={reader} back={pathname + search} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** What went wrong, in words for a person, and where to go on. */
export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  // What the router says of an address without a route is meant for developers.
  const ours = isRouteErrorResponse(error) && !("internal" in error && error.internal);
  const said = ours && typeof error.data === "string" && error.data ? error.data : null;
  const [title, words] =
    status === 404
      ? [
          "Nothing is here for you",
          "The address may be mistyped, or the page belongs to somebody else. If you have an account, you may be signed in as another person.",
        ]
      : status < 500
        ? ["That did not work", "Go back and try again; what you typed is still in the form."]
        : [
            "Something is broken on our side",
            "Nothing you saved is lost. Try again in a moment; if it stays like this, tell your teacher.",
          ];
  return (
    <Page visitor={null}>
      <title>{`${title} · Keyhole`}</title>
      <h1>{title}</h1>
      <p className="read">{said ?? words}</p>
      <p className="btns">
        <a className="btn go" href="/">
          To the course
        </a>
        <a className="btn" href="/sign-in">
          Sign in
        </a>
      </p>
    </Page>
  );
}
