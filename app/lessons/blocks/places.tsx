import { Mark } from "~/components/mark";
import { NetworkFigure } from "~/figures/network-figure";
import { nodes } from "~/lab/model";
import { type PlacedPin, pinAt } from "../pins";

/** A list of places for each pin; the drawing shows where the places are, and the pins that stand already. */
export function Places({ pins, anchor, refused }: { pins: PlacedPin[]; anchor: string; refused: boolean }) {
  return (
    <div className="places">
      <div className="fig">
        <NetworkFigure
          id={`${anchor}-map`}
          question
          pins={pins.flatMap(({ name, place }) => (place ? { name, place: place.id } : []))}
        />
      </div>
      <div>
        {pins.map((pin) => (
          <PlaceField key={pin.pin} pin={pin} id={`${anchor}-${pin.pin}`} missing={refused && !pin.place} />
        ))}
      </div>
    </div>
  );
}

function PlaceField({ pin: { pin, name, place }, id, missing }: { pin: PlacedPin; id: string; missing: boolean }) {
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      {missing ? (
        <span className="error" id={`${id}-error`}>
          <Mark name="not-saved" />
          Choose a place for {name}.
        </span>
      ) : null}
      <select
        className="in"
        id={id}
        name="chosen"
        defaultValue={place ? pinAt(pin, place.id) : ""}
        aria-invalid={missing || undefined}
        aria-describedby={missing ? `${id}-error` : undefined}
      >
        <option value="">Choose a place</option>
        {nodes.map((node) => (
          <option key={node.id} value={pinAt(pin, node.id)}>
            {node.name}
          </option>
        ))}
      </select>
    </div>
  );
}
