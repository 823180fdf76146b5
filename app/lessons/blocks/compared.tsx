import type { ReactNode } from "react";
import { Mark, type MarkName } from "~/components/mark";

/** One thing that was sorted: how it stands, where its reader put it, where we do, and why. */
export function Compared({ name, mark, standing, chosen, ours, children }: Told) {
  return (
    <div className={`said is-${mark}`}>
      <Mark name={mark} />
      <div>
        <b>
          {name}: {standing}
        </b>
        <p>
          You: {chosen}. Ours: {ours}.
        </p>
        {children}
      </div>
    </div>
  );
}

type Told = {
  name: string;
  mark: Extract<MarkName, "right" | "partly" | "waiting" | "wrong">;
  standing: string;
  chosen: string;
  ours: string;
  children?: ReactNode;
};
