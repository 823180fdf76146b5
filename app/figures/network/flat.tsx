import type { ObserverId } from "~/lab/model";
import { Canvas } from "./canvas";
import type { Drawing } from "./drawing";
import { Observers } from "./observers";
import { Box, Disk, Lock, Pipe } from "./parts";
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

/** The way from left to right: out along the top, back underneath. */
export function Flat({ id, alt, told, watched, learns }: Drawing) {
  const own = `${id}-flat`;
  const sealable = { tint: `${own}-tint`, told };
  // Without the brackets and the outer line a question needs only the middle of the drawing.
  const [top, height] = told ? [10, 394] : [112, 216];
  return (
    <Canvas kind="flat" id={own} alt={alt} width={920} top={top} height={height} told={told}>
      {told && <Brackets />}
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
      <Lines className="soft" lines={["Inter-data-centre link"]} x={640} y={192} />
      <Lines className="soft e" lines={["Storage disk"]} x={732} y={255} />
      <path className="go" d="M120 232h220" markerEnd={`url(#${own}-head)`} />
      <path className="go" d="M340 250H120" markerEnd={`url(#${own}-head)`} />
      {watched && <Observers at={stands} learns={learns} />}
    </Canvas>
  );
}

/** What each kind of encryption covers, with its lock and its name. */
function Brackets() {
  return (
    <>
      <path className="cover" d="M58 128V34H908v358H58V314" />
      <rect className="cov-b" x="322" y="18" width="340" height="30" />
      <Lock on="e2e" x={340} y={31} />
      <Lines className="s lab-l" lines={["End-to-end: only the two devices have keys"]} x={356} y={33} />
      <path className="thin br" d="M114 104v-8h234v8M114 338v8h234v-8M558 104v-8h164v8" />
      <Lock on="tls" x={152} y={79} />
      <Lines className="s lab-l" lines={["TLS: user to provider"]} x={167} y={81} />
      <Lock on="tls" x={152} y={366} />
      <Lines className="s lab-l" lines={["TLS: user to provider"]} x={167} y={368} />
      <Lock on="inter" x={520} y={79} />
      <Lines className="s lab-l" lines={["Link encryption: between data centres"]} x={535} y={81} />
      <Lock on="rest" x={724} y={322} />
      <Lines className="s lab-l" lines={["At rest: provider’s key"]} x={739} y={324} />
    </>
  );
}
