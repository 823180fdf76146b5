import net from "node:net";

type Where = { host: string[]; port: number[]; path?: string | false };

/**
 * Opens lines to Postgres that end when nothing comes over them for too long: those to a machine that went without a word
 * would otherwise hold their queries, and with them the pool, until the system gives them up after a quarter of an hour.
 * @param silence ms; more than a statement may take, and than a line may be idle
 * @returns what postgres.js asks for a socket; not connected yet, since one that never comes must end like any other
 */
export function linesToPostgres(silence = 40_000) {
  let turn = 0;
  return ({ host, port, path }: Where): net.Socket => {
    const at = turn++ % host.length;
    // Under TLS the certificate is held against the name.
    const named = { host: host[at] as string, port: port[at] as number };
    const socket = path ? net.connect(path) : Object.assign(net.connect(named), named);
    // Whoever takes a line and ends it without a word, as a balancer with nobody behind it, has refused it.
    socket.once("end", () => {
      if (socket.bytesRead === 0)
        socket.destroy(Object.assign(new Error("Nobody was there."), { code: "ECONNREFUSED" }));
    });
    let [carried, since] = [-1, 0];
    // Not by the socket's own timeout: postgres.js takes every listener away when TLS begins.
    const watch = setInterval(() => {
      const now = socket.bytesRead + socket.bytesWritten;
      if (socket.destroyed) clearInterval(watch);
      else if (now !== carried) [carried, since] = [now, performance.now()];
      else if (performance.now() - since >= silence)
        socket.destroy(Object.assign(new Error("The database fell silent."), { code: "ETIMEDOUT" }));
    }, silence / 8).unref();
    return socket;
  };
}
