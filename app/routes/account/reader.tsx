import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { anyone } from "~/access/visitor.server";
import { type ReaderSettings, readerCookie, writeReader } from "~/components/reader-choices";
import { readerKept } from "~/components/reader-form";
import { secureCookies } from "~/session.server";
import { formBody } from "../form-body.server";
import { nextAddress } from "./enter.server";

const year = 365 * 86_400;

/** Keeps how a reader wants pages to look in their browser, and goes back to where they were. */
export async function action(args: ActionFunctionArgs) {
  await anyone(args);
  const form = await formBody(args.request);
  const value = writeReader(Object.fromEntries(form) as ReaderSettings);
  const cookie = [
    `${readerCookie}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${value ? year : 0}`,
    ...(secureCookies() ? ["Secure"] : []),
  ].join("; ");
  return redirect(`${nextAddress(args.request).replace(/#.*/, "")}#${readerKept}`, {
    headers: { "Set-Cookie": cookie },
  });
}

/** The address belongs to the form at the foot of every page. */
export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return redirect("/#reader");
}
