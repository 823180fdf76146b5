import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { text } from "node:stream/consumers";
import { verbs, whyNot } from "./verbs.server";

/*
 * The embedded store belongs to one process. What the shell asks for while the server runs, the server does: it listens on
 * a socket beside the store, which only the user who runs it can open.
 */
type Asked = { verb: string; args: string[]; folder: string };
type Answer = { said: string } | { refused: string };

const socketOf = (folder: string) => path.join(path.dirname(folder), "admin.sock");

/** Lets the shell ask this process. @param folder the embedded store, which this process has locked */
export function listenForAdmin(folder: string): Promise<void> {
  const file = socketOf(folder);
  // The store is locked, so whoever left this one behind is gone.
  fs.rmSync(file, { force: true });
  const server = net.createServer({ allowHalfOpen: true }, async (line) => {
    line.on("error", () => line.destroy());
    const answer = await answerTo(await heard(line));
    line.end(JSON.stringify(answer));
  });
  return new Promise((done) => {
    // The path of a socket may have some hundred letters only. Then the shell has to wait for the server to stop.
    server.once("error", () => done());
    // Nobody else may ask, from the first moment on.
    const usual = process.umask(0o177);
    server.listen(file, () => {
      server.unref();
      done();
    });
    process.umask(usual);
  });
}

/** What the other side says until it has said all. Reading it as a stream would close the line before the answer. */
function heard(line: net.Socket): Promise<string> {
  let words = "";
  line.setEncoding("utf8").on("data", (piece) => {
    words += piece;
  });
  return new Promise((done) => line.once("end", () => done(words)).once("close", () => done(words)));
}

async function answerTo(words: string): Promise<Answer> {
  try {
    const { verb, args, folder } = JSON.parse(words) as Asked;
    const known = verbs[verb];
    if (known?.where !== "anywhere") return { refused: "Stop the server first." };
    return { said: await known.run(args, folder) };
  } catch (cause) {
    return { refused: whyNot(cause) };
  }
}

/** Asks the server that has the store in `folder` open. @returns null when none does */
export async function askServer(folder: string, asked: Asked): Promise<Answer | null> {
  const line = net.connect(socketOf(folder));
  const there = await new Promise((done) => line.once("connect", () => done(true)).once("error", () => done(false)));
  if (!there) return null;
  line.end(JSON.stringify(asked));
  const answer = await text(line);
  return answer ? JSON.parse(answer) : { refused: "The server stopped before it had answered." };
}
