import { ObserverGrid } from "~/lab/grid";
import { Setting } from "~/lab/setting";
import type { InputProps } from "../contract";
import type { Body, Response } from "./schema";

/** The grid of the lab, for the observers of this question. */
export function Input({ body, response, name, labelledBy }: InputProps<Body, Response>) {
  return (
    <>
      {body.setting ? <Setting settings={body.setting} /> : null}
      <ObserverGrid rows={body.rows} name={name} said={response?.cells} labelledBy={labelledBy} />
    </>
  );
}
