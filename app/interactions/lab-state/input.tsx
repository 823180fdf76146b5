import { NetworkFigure } from "~/figures/network-figure";
import { type Control, controls, switchWords } from "~/lab/model";
import { Setting } from "~/lab/setting";
import type { InputProps } from "../contract";
import type { Body, Response } from "./schema";

/** Two radio buttons for each switch, none chosen at first. The picture is the bare way: a drawn lock would be an answer. */
export function Input({ body, response, name }: InputProps<Body, Response>) {
  const fixed = controls.filter((control) => !body.switches.includes(control));
  return (
    <>
      <p className="goal">
        <b>Goal:</b> {body.goal}
      </p>
      <div className="fig">
        <NetworkFigure id={name} question />
      </div>
      {fixed.length > 0 ? (
        <>
          <p className="small soft">These stay as they are:</p>
          <Setting settings={body.start} only={fixed} />
        </>
      ) : null}
      {body.switches.map((control) => (
        <Switch
          key={control}
          control={control}
          name={`${name}.${control}`}
          now={body.start[control]}
          set={response?.switches[control]}
        />
      ))}
    </>
  );
}

function Switch(props: { control: Control; name: string; now: boolean; set: boolean | undefined }) {
  const { name, note, on, off } = switchWords[props.control];
  return (
    <fieldset className="pair">
      <legend>
        {name}{" "}
        <span className="small soft">
          {note}. At the start: {props.now ? on : off}.
        </span>
      </legend>
      <div className="two">
        <label className="opt">
          <input type="radio" name={props.name} value="on" defaultChecked={props.set === true} />
          {on}
        </label>
        <label className="opt">
          <input type="radio" name={props.name} value="off" defaultChecked={props.set === false} />
          {off}
        </label>
      </div>
    </fieldset>
  );
}
