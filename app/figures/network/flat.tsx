import type { ObserverId } from "~/lab/model";
import { Canvas } from "./canvas";
import type { Drawing } from "./drawing";
import { FlatFlags } from "./flat-flags";
import { Message, type Way } from "./message";
import { Observers } from "./observers";
import { Box, Disk, Lock, Pipe } from "./parts";
import { Pins, roomFor, type Stands } from "./pins";
import { Lines, Words } from "./words";

const stands: Record<ObserverId, [number, number]> = {
  O1_wifi: [163, 128],
  O2_backbone: [286, 128],
  O3_inter_dc: [640, 128],
  O4_disk_thief: [842, 279],
  O5_provider: [446, 292],
  O6_demand: [446, 206],
  O7_device_thief: [8, 304],
};

const pinStands: Stands = {
  sender_device: [58, 126, "up"],
  access_network: [163, 126, "up"],
  backbone: [286, 126, "up"],
  front_end: [400, 126, "up"],
  dc_a: [512, 126, "up"],
  inter_dc_link: [640, 126, "up"],
  dc_b: [792, 126, "up"],
  storage_disk: [792, 292, "down"],
  recipient_device: [58, 318, "down"],
};

const way: Way = {
  out: {
    sender_device: [58, 112],
    access_network: [163, 156],
    backbone: [286, 156],
    front_end: [400, 152],
    dc_a: [512, 112],
    inter_dc_link: [640, 156],
    dc_b: [792, 112],
    storage_disk: [792, 266],
  },
  back: {
    front_end: [400, 289],
    backbone: [286, 291],
    access_network: [163, 291],
    recipient_device: [58, 332],
  },
};

/** The way from left to right: out along the top, back underneath. */
export function Flat({ id, alt, told, watched, flagged, pins, learns, run }: Drawing) {
  const own = `${id}-flat`;
  const sealable = { tint: `${own}-tint`, told };
  // Flags need a row of their own above the brackets, and their legend one below.
  const lift = flagged ? 36 : 0;
  const above = roomFor(pins, pinStands, "up");
  // Without the brackets and the outer line a question needs only the middle of the drawing.
  const [top, height] = told
    ? [10 - lift, 394 + 2 * lift]
    : [112 - above, 216 + above + roomFor(pins, pinStands, "down")];
  return (
    <Canvas kind="flat" id={own} alt={alt} width={920} top={top} height={height} told={told}>
      {told && <Brackets flagged={flagged} lift={lift} />}
      <Pipe node="access_network" on="tls" {...sealable} x={108} y={128} width={110} height={46} />
      <Pipe node="backbone" on="tls" {...sealable} x={218} y={128} width={136} height={46} />
      <Pipe node="backbone" on="tls" {...sealable} x={218} y={268} width={136} height={46} />
      <Pipe node="access_network" on="tls" {...sealable} x={108} y={268} width={110} height={46} />
      <path className="thin" d="M218 128v46M218 268v46" />
      <Box node="sender_device" lines={["Sender’s", "device"]} x={8} y={122} width={100} height={58} />
      <Box node="recipient_device" lines={["Recipient’s", "device"]} x={8} y={262} width={100} height={58} />
      <Box node="front_end" lines={["Provider", "front end"]} x={354} y={122} width={92} height={198} />
      {told && <Words on="inside" x={400} y={257} />}
      <path className="wire" d="M446 151h26M792 180v36" />
      <Box node="dc_a" lines={["Data", "centre A"]} x={472} y={122} width={80} height={58} />
      <Pipe node="inter_dc_link" on="inter" {...sealable} x={552} y={128} width={176} height={46} />
      <Box node="dc_b" lines={["Data centre B"]} x={728} y={122} width={128} height={58} />
      <Disk {...sealable} x={742} y={216} width={100} height={78} />
      <Lines className="soft" lines={["Access network", "(café Wi-Fi)"]} x={163} y={200} step={16} />
      <Lines className="soft" lines={["Backbone /", "Tier 1 fibre"]} x={286} y={200} step={16} />
      <Lines
        className="soft"
        lines={[told ? "Link between data centres" : "Inter-data-centre link"]}
        x={flagged ? 650 : 640}
        y={192}
      />
      <Lines className="soft e" lines={["Storage disk"]} x={732} y={255} />
      <path className="go" d="M120 232h220" markerEnd={`url(#${own}-head)`} />
      <path className="go" d="M340 250H120" markerEnd={`url(#${own}-head)`} />
      {flagged && <FlatFlags />}
      <Pins at={pinStands} pins={pins} />
      {run && <Message run={run} way={way} tint={sealable.tint} />}
      {watched && <Observers at={stands} learns={learns} run={run} />}
    </Canvas>
  );
}

/** What each kind of encryption covers, with its lock and its name. */
function Brackets({ flagged, lift }: { flagged: boolean; lift: number }) {
  const aside = flagged ? 112 : 0;
  return (
    <>
      <path className="cover" d={`M58 128V${34 - lift}H908V392H58V314`} />
      <rect className="cov-b" x="322" y={18 - lift} width="340" height="30" />
      <Lock on="e2e" x={340} y={31 - lift} />
      <Lines className="s lab-l" lines={["End-to-end: only the two devices have keys"]} x={356} y={33 - lift} />
      <path className="thin br" d="M114 104v-8h234v8M114 338v8h234v-8M558 104v-8h164v8" />
      <Lock on="tls" x={152} y={79} />
      <Lines className="s lab-l" lines={["TLS: user to provider"]} x={167} y={81} />
      <Lock on="tls" x={152} y={366} />
      <Lines className="s lab-l" lines={["TLS: user to provider"]} x={167} y={368} />
      <Lock on="inter" x={520 - aside} y={79} />
      <Lines className="s lab-l" lines={["Link encryption: between data centres"]} x={535 - aside} y={81} />
      <Lock on="rest" x={724} y={322} />
      <Lines className="s lab-l" lines={["At rest: provider’s key"]} x={739} y={324} />
    </>
  );
}
