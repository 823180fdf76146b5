import type { ObserverId } from "~/lab/model";
import { Canvas } from "./canvas";
import type { Drawing } from "./drawing";
import { Message, type Way } from "./message";
import { Observers } from "./observers";
import { Box, Disk, Lock, Pipe } from "./parts";
import { namesAt, Pins, roomFor, type Stands } from "./pins";
import { TallFlags } from "./tall-flags";
import { Lines, Words } from "./words";

const stands: Record<ObserverId, [number, number]> = {
  O1_wifi: [92, 80],
  O2_backbone: [92, 170],
  O3_inter_dc: [170, 370],
  O4_disk_thief: [236, 468],
  O5_provider: [268, 288],
  O6_demand: [302, 288],
  O7_device_thief: [318, 15],
};

const pinStands: Stands = {
  sender_device: [65, 16, "up"],
  access_network: [68, 76, "down"],
  backbone: [68, 166, "down"],
  front_end: [288, 242, "down"],
  dc_a: [54, 368, "down"],
  inter_dc_link: [155, 368, "down"],
  dc_b: [286, 368, "down"],
  storage_disk: [282, 500, "down"],
  recipient_device: [275, 16, "up"],
};

const way: Way = {
  out: {
    sender_device: [65, 2],
    access_network: [65, 116],
    backbone: [65, 206],
    front_end: [52, 265],
    dc_a: [54, 312],
    inter_dc_link: [142, 347],
    dc_b: [286, 312],
    storage_disk: [282, 446],
  },
  back: {
    front_end: [284, 256],
    backbone: [275, 197],
    access_network: [275, 107],
    recipient_device: [275, 2],
  },
};

/** The way as a U: both people on top, the provider under them. */
export function Tall({ id, alt, told, watched, flagged, pins, learns, run }: Drawing) {
  const own = `${id}-tall`;
  const sealable = { tint: `${own}-tint`, told };
  const stretch = { ...sealable, on: "tls", upright: true, width: 54, height: 90 } as const;
  // What hangs below data centre B or the link pushes the disk down.
  const drop = flagged ? 26 : 17 * Math.max(0, namesAt("dc_b", pins).length - 1);
  const above = Math.max(roomFor(pins, pinStands, "up"), run ? 20 : 0);
  const under = namesAt("storage_disk", pins).length;
  const [left, width] = flagged ? [-16, 358] : [0, 340];
  const height = above + drop + (told ? 562 : 510) + (flagged ? 176 : 0) + (under && 17 * under + 8);
  return (
    <Canvas kind="tall" id={own} alt={alt} left={left} top={-above} width={width} height={height} told={told}>
      {told && <Brackets left={left} drop={drop} />}
      <Pipe node="access_network" {...stretch} x={38} y={62} />
      <Pipe node="backbone" {...stretch} x={38} y={152} />
      <Pipe node="access_network" {...stretch} x={248} y={62} />
      <Pipe node="backbone" {...stretch} x={248} y={152} />
      <path className="thin" d="M38 152h54M248 152h54" />
      <path className="go" d="M25 74v154" markerEnd={`url(#${own}-head)`} />
      <path className="go" d="M315 230V76" markerEnd={`url(#${own}-head)`} />
      <Box node="sender_device" lines={["Sender’s", "device"]} x={12} y={14} width={106} height={48} />
      <Box node="recipient_device" lines={["Recipient’s", "device"]} x={222} y={14} width={106} height={48} />
      <Lines className="soft" lines={["Access network", "(café Wi-Fi)"]} x={170} y={told ? 130 : 107} step={16} />
      <Lines className="soft" lines={["Backbone /", "Tier 1 fibre"]} x={170} y={197} step={16} />
      <Box node="front_end" lines={["Provider front end"]} x={12} y={242} width={316} height={46} />
      {told && <Words on="inside" x={276} y={265} />}
      <path className="wire" d={`M54 288v36M286 370v${34 + drop}`} />
      <Lines className="soft" lines={[told ? "Link between data centres" : "Inter-data-centre link"]} x={170} y={308} />
      <Box node="dc_a" lines={["Data", "centre A"]} x={12} y={324} width={84} height={46} />
      <Pipe node="inter_dc_link" on="inter" {...sealable} x={96} y={324} width={148} height={46} />
      <Box node="dc_b" lines={["Data", "centre B"]} x={244} y={324} width={84} height={46} />
      <Disk {...sealable} x={236} y={404 + drop} width={92} height={74} />
      <Lines className="soft" lines={["Storage disk"]} x={282} y={492 + drop} />
      {flagged && <TallFlags drop={drop} foot={562 + drop} />}
      <Pins at={{ ...pinStands, storage_disk: [282, 500 + drop, "down"] }} pins={pins} />
      {run && <Message run={run} way={way} tint={sealable.tint} />}
      {watched && <Observers at={stands} learns={learns} run={run} />}
    </Canvas>
  );
}

/** What each kind of encryption covers, with its lock and its name. */
function Brackets({ left, drop }: { left: number; drop: number }) {
  return (
    <>
      <path className="cover" d={`M12 38H${left + 3}V${538 + drop}H337V38h-9`} />
      <rect className="cov-b" x="10" y={524 + drop} width="320" height="28" />
      <Lock on="e2e" x={24} y={536 + drop} />
      <Lines className="s lab-l" lines={["End-to-end: only the two devices have keys"]} x={38} y={538 + drop} />
      <path className="thin br" d="M108 70h6v166h-6M232 70h-6v166h6" />
      <Lock on="tls" x={131} y={84} />
      <Lines className="s lab-l" lines={["TLS: user", "to provider"]} x={145} y={86} />
      <Lock on="inter" x={24} y={398 + drop} />
      <Lines className="s lab-l" lines={["Link encryption:", "between data centres"]} x={38} y={409 + drop} />
      <Lock on="rest" x={24} y={450 + drop} />
      <Lines className="s lab-l" lines={["At rest: provider’s key"]} x={38} y={452 + drop} />
    </>
  );
}
