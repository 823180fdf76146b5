import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from "node:zlib";

/** In what a page goes over the line; "" is as it is. */
type Packing = "br" | "gzip" | "";

/**
 * In what the header Accept-Encoding asks for a page, of what we have. As negotiation would have it.
 * @returns undefined where it gives weights or takes neither, which browsers do not
 */
export function packingFor(accepted: string | null | undefined): Packing | undefined {
  if (!accepted || accepted === "identity") return "";
  if (!/^[a-z]+(?:, ?[a-z]+)*$/.test(accepted)) return undefined;
  const all = accepted.split(/, ?/);
  return all.includes("br") ? "br" : all.includes("gzip") ? "gzip" : undefined;
}

const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);
const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_SIZE_HINT: sizeHint } = constants;
/** Packed in the main thread this takes two milliseconds at most; to have it done beside it costs a third more of CPU. */
const little = 100_000;

/**
 * Packs a page in one piece. Of a lesson of 42 kB quality 5 makes 8.6 kB in 0.8 ms of CPU and 11 makes 7.5 in 60; 4 would make
 * 9.3 in 0.6, which is more than the quiz page may weigh.
 * @param often whether it will be sent again and again
 */
export async function pack(page: Buffer, packing: "br" | "gzip", often: boolean): Promise<Buffer<ArrayBuffer>> {
  const params = { [quality]: often ? 11 : 5, [sizeHint]: page.length };
  const level = often ? 9 : 3;
  const ways =
    often || page.length > little
      ? { br: () => inBrotli(page, { params }), gzip: () => inGzip(page, { level }) }
      : { br: () => brotliCompressSync(page, { params }), gzip: () => gzipSync(page, { level }) };
  return (await ways[packing]()) as Buffer<ArrayBuffer>;
}
