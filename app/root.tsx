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
import { foundAt, leftOut } from "./components/found";
import { Page } from "./components/page";
import { readerAttributes, readReader } from "./components/reader-choices";
import { publicOrigin, readableOnTheWay } from "./models/installation.server";
import base from "./styles/base.css?url";
import atkinson from "./styles/fonts/atkinson.woff2?no-inline";
import literata from "./styles/fonts/literata.woff2?no-inline";
import icon from "./styles/icon.svg?no-inline";
import preview from "./styles/preview.png?no-inline";

export const links = () => [
  ...[literata, atkinson].map((href) => ({
    rel: "preload",
    href,
    as: "font" as const,
    type: "font/woff2",
    crossOrigin: "anonymous" as const,
  })),
  { rel: "stylesheet", href: base },
];

export function loader({ request }: LoaderFunctionArgs) {
  return {
    readable: readableOnTheWay(),
    reader: readReader(request.headers.get("Cookie")),
    origin: publicOrigin(request),
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const { readable = false, reader = {}, origin = "" } = useRouteLoaderData<typeof loader>("root") ?? {};
  const { pathname } = useLocation();
  return (
    <html lang="en" {...readerAttributes(reader)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {/* First of all, since a section names more sheets among what it says of itself, and the order of layers is theirs. */}
        <Links />
        <Meta />
        <Found origin={origin} pathname={pathname} />
        <link rel="icon" href={icon} type="image/svg+xml" />
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
      </body>
    </html>
  );
}

/** What a link to this page shows elsewhere; of a page that is somebody's own nothing, and most ask not to be found. */
function Found({ origin, pathname }: { origin: string; pathname: string }) {
  const address = foundAt(pathname);
  if (address === null || !origin) return leftOut(pathname) ? <meta name="robots" content="noindex" /> : null;
  return (
    <>
      <link rel="canonical" href={origin + address} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content="Keyhole" />
      <meta property="og:url" content={origin + address} />
      <meta property="og:image" content={origin + preview} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content="One message on its way, and the seven places where someone could look" />
      <meta name="twitter:card" content="summary_large_image" />
    </>
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
