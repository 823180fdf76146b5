import type { ReactNode } from "react";
import { Page } from "~/components/page";
import type { PinCard } from "~/models/pin.server";
import type { CardsPage } from "./cards-page.server";
import { PinCardSheet } from "./pin-card-sheet";

type Props = { page: CardsPage; title: string; cards: PinCard[]; children?: ReactNode };

/** The one page that shows new PINs. Only the cards come on paper. */
export function CardsMade({ page, title, cards, children }: Props) {
  const { visitor, id, className, code } = page;
  return (
    <Page visitor={visitor} at="/teach" className="cutting">
      <header className="stack">
        <p className="eyebrow">
          <a href={`/teach/classes/${id}/roster`}>{className}: students</a>
        </p>
        <h1>{title}</h1>
        {children}
        {cards.length > 0 ? (
          <>
            <p className="read">
              The PINs are shown only now: print this page from your browser’s menu, or with Ctrl+P (⌘P on a Mac). Only
              the cards come on paper, two in a row. Cut them apart, so that each student sees only their own.
            </p>
            <p className="read">
              {code
                ? "The code on the cards holds until you make another one; name and PIN hold with the next code too."
                : "The class has no code now, and without one nobody can sign in with a PIN. Make one on the page of the class and write it on the board."}
            </p>
          </>
        ) : null}
        <p className="btns">
          <a className="btn" href={`/teach/classes/${id}/roster`}>
            To the students
          </a>
        </p>
      </header>
      {cards.length > 0 ? <PinCardSheet {...page} cards={cards} /> : null}
    </Page>
  );
}
