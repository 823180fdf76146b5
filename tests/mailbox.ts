import { once } from "node:events";
import { createServer } from "node:net";
import { SMTPServer } from "smtp-server";

type Letter = { to: string[]; text: string };

/** A mail server on this machine that keeps what it is handed. `next` waits for the next letter to an address. */
export async function openMailbox() {
  const letters: Letter[] = [];
  const waiting: { address: string; come: (letter: Letter) => void }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, { envelope }, done) {
      let text = "";
      stream.on("data", (piece) => {
        text += piece;
      });
      stream.on("end", () => {
        const letter = { to: envelope.rcptTo.map(({ address }) => address), text };
        letters.push(letter);
        const which = waiting.findIndex(({ address }) => letter.to.includes(address));
        if (which >= 0) waiting.splice(which, 1)[0]?.come(letter);
        done();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}?from=keyhole@school.test`,
    letters,
    next: (address: string) => new Promise<Letter>((come) => waiting.push({ address, come })),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** A port that nobody listens at, for a server whose public address must be known before it starts. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
