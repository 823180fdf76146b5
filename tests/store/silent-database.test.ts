import net from "node:net";
import postgres from "postgres";
import { describe, expect, inject, it } from "vitest";
import { linesToPostgres } from "~/database-line.server";
import { Line } from "../chaos/line";

describe("a database whose machine went without a word", () => {
  it("fails what was asked of it after a while, and is asked over a new line when it is back", async () => {
    const url = new URL(inject("postgres"));
    const line = await Line.open([Number(url.port)]);
    url.port = String(line.port);
    const options = { max: 1, backoff: () => 0, socket: linesToPostgres(2000) };
    const sql = postgres(url.href, options as Parameters<typeof postgres>[1]);
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
    const silent = line.hold(6000);
    await expect(sql`select 2`).rejects.toMatchObject({ code: "ETIMEDOUT" });
    await silent;
    expect(await sql`select 3 as three`).toEqual([{ three: 3 }]);
    await sql.end();
    await line.close();
  });
});

describe("an address that takes a line and ends it without a word", () => {
  it("fails what was asked of it at once, and does not knock for ever", async () => {
    let knocked = 0;
    const nobody = net.createServer((line) => {
      knocked++;
      line.on("error", () => {}).end();
    });
    await new Promise<void>((done) => nobody.listen(0, "127.0.0.1", done));
    const { port } = nobody.address() as net.AddressInfo;
    const options = { max: 1, backoff: () => 0, socket: linesToPostgres() };
    const sql = postgres(`postgres://nobody@127.0.0.1:${port}/none`, options as Parameters<typeof postgres>[1]);
    await expect(sql`select 1`).rejects.toMatchObject({ code: "ECONNREFUSED" });
    expect(knocked).toBeLessThan(5);
    await sql.end();
    nobody.close();
  });
});
