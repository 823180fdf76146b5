import { expect, test } from "vitest";
import { readEnvironment } from "~/environment.server";
import { installation, readableOnTheWay } from "~/models/installation.server";

const read = (given: Record<string, string>) => readEnvironment(given as NodeJS.ProcessEnv);
const secret = "a secret for tests that is long enough";

test("an installation says truly how it is reached, and where the database is", () => {
  const local = read({ DATA_DIR: "somewhere" });
  expect(installation(local, "embedded")).toMatchObject({
    transit: "local",
    database: { kind: "embedded" },
    cookie: { name: "session" },
  });

  const https = read({
    HOST: "0.0.0.0",
    ORIGIN: "https://keyhole.example.org",
    SESSION_SECRET: secret,
    DATABASE_URL: "postgres://u:p@db.example.org/k?sslmode=require",
  });
  expect(installation(https, "postgres")).toMatchObject({
    transit: "https",
    database: { host: "db.example.org", transit: "sealed" },
    cookie: { name: "__Host-session" },
  });
  expect(JSON.stringify(installation(https, "postgres"))).not.toContain(":p@");

  const open = read({
    HOST: "0.0.0.0",
    ORIGIN: "http://192.168.1.5:3000",
    ALLOW_PLAIN_HTTP: "1",
    DATABASE_URL: "postgres://db.example.org/k",
  });
  expect(installation(open, "postgres")).toMatchObject({ transit: "open", database: { transit: "open" } });

  const two = read({
    DATABASE_URL: "postgres://u:p@127.0.0.1:5432,db2.example.org:5432/k?target_session_attrs=primary",
  });
  expect(installation(two, "postgres").database).toEqual({
    kind: "postgres",
    host: "127.0.0.1, db2.example.org",
    transit: "open",
  });
  expect([local, https, open].map(readableOnTheWay)).toEqual([false, false, true]);
});
