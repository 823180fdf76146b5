import type { Saved } from "~/models/answer-log.server";
import type { Json } from "../marker/reading";
import { Device, type Packet } from "./device";
import { type Call, devices, type Script, type Step } from "./script";
import type { Stored } from "./stored";

/** Where the devices knock: the models themselves, or the server's own address. */
export type Door = {
  save(packet: Packet): Promise<Saved[]>;
  submit(device: Device): Promise<void>;
  /** What a report does with an attempt that ran out. */
  close?(): Promise<void>;
  /** Lets time pass for this attempt. */
  pass?(seconds: number): Promise<void>;
  /** What the database holds of the attempt. */
  read?(): Promise<Stored>;
};

/** A packet that reached the server and what it was told, between two readings of a counter. */
export type Delivery = { client: string; answers: Packet["answers"]; saved: Saved[]; began: number; ended: number };
/** `sealed`: between these readings the attempt was handed in; `then` is what was stored right after. */
export type Story = { deliveries: Delivery[]; sealed: { began: number; ended: number }; then: Stored | undefined };

/**
 * Plays a script to its end: the attempt is handed in, packets under way arrive too late, the line comes back everywhere.
 * @param answer the answer that a pick stands for
 */
export async function play(script: Script, door: Door, answer: (slot: number, pick: number) => Json): Promise<Story> {
  const pages = Array.from(
    { length: devices },
    (_, index) => new Device(`device-${index}-page`, 1000 + index * 777_777, script.wall[index] ?? 0),
  );
  const page = (index: number) => pages[index] as Device;
  const deliveries: Delivery[] = [];
  let delayed: Packet[] = [];
  let now = 0;
  let ticks = 0;
  let sealed: Story["sealed"] | undefined;
  let then: Stored | undefined;
  let handedIn = false;

  async function deliver(packet: Packet, heard: boolean): Promise<void> {
    if (packet.answers.length === 0) return;
    const began = ticks++;
    const saved = await door.save(packet);
    deliveries.push({ client: packet.device.client, answers: packet.answers, saved, began, ended: ticks++ });
    if (heard) packet.device.hear(saved);
  }

  async function make(call: Call): Promise<void> {
    if (call.do === "close") return void (await door.close?.());
    if (call.do === "arrive") {
      const packet = delayed[call.packet];
      if (!packet) return;
      if (!call.again) delayed = delayed.filter((one) => one !== packet);
      return deliver(packet, true);
    }
    const device = page(call.device);
    if (!device.online) return;
    if (call.do === "submit") {
      await deliver(device.pack("all", now), true);
      await door.submit(device);
      handedIn = true;
      then ??= await door.read?.();
      return;
    }
    const packet = device.pack(call.share, now);
    if (call.fate === "lost") return;
    if (call.fate === "delayed") return void delayed.push(packet);
    const heard = call.fate !== "reply lost";
    await Promise.all([deliver(packet, heard), call.fate === "twice" && deliver(packet, heard)]);
  }

  /** Sees afterwards whether one of these calls handed in. Whatever was under way with it came before or after. */
  async function reach(calls: Call[]): Promise<void> {
    const began = ticks++;
    await Promise.all(calls.map(make));
    if (sealed || !calls.some((call) => call.do === "submit" || call.do === "close")) return;
    const stored = await door.read?.();
    if (stored ? stored.attempt.state === "in_progress" : !handedIn) return;
    sealed = { began, ended: ticks++ };
    then ??= stored;
  }

  async function take(step: Step): Promise<void> {
    if (step.do === "change") {
      const slot = script.slots[step.slot] as number;
      page(step.device).change(slot, answer(slot, step.pick), now);
    } else if (step.do === "line") page(step.device).online = !page(step.device).online;
    else if (step.do === "pass") {
      await door.pass?.(step.seconds);
      now += step.seconds * 1000;
    } else await reach(step.do === "together" ? step.calls : [step]);
  }

  for (const step of script.steps) await take(step);
  page(0).online = true;
  await reach([{ do: "close" }]);
  await reach([{ do: "submit", device: 0 }]);
  for (const packet of delayed) await deliver(packet, true);
  for (const device of pages) await deliver(device.pack("all", now), true);
  return { deliveries, sealed: sealed as Story["sealed"], then };
}
