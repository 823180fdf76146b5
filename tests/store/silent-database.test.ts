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
