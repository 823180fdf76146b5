import { controls, type Settings, switchWords } from "~/lab/model";
import { Tick } from "./editor-fields";

/** A box for each of the five switches of the lab, ticked where it is on. Read by `settingFrom`. */
export function SettingFields({ name, settings }: { name: string; settings: Settings | undefined }) {
  return controls.map((control) => (
    <Tick
      key={control}
      name={`${name}.${control}`}
      label={`${switchWords[control].name}: ${switchWords[control].on}`}
      checked={settings?.[control] ?? false}
    />
  ));
}
