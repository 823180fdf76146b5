import { type Control, controls, type Settings, switchWords } from "./model";

/** Switches of the lab and how they stand, in words. */
export function Setting({ settings, only = controls }: { settings: Settings; only?: readonly Control[] }) {
  return (
    <dl className="setting">
      {only.map((control) => (
        <div key={control}>
          <dt>{switchWords[control].name}</dt>
          <dd>{settings[control] ? switchWords[control].on : switchWords[control].off}</dd>
        </div>
      ))}
    </dl>
  );
}
