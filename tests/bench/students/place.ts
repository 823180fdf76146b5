import type { Keyhole } from "../../keyhole";
import { type PostgresMeter, postgresMeter } from "../postgres-meter";
import { meterOf } from "../process-meter";
import type { Beside } from "./beside";
import type { Cost } from "./lines";
import type { Done, Order } from "./orders";

/** What an order came to: the CPU time of a server and of Postgres while it was followed, in ms in all. */
export type Measured = Done & { cost: Cost };

/** Where it is measured: the app, its database and the driver. Everything that any order was told is kept in `all`. */
export class Place {
  readonly all: Done[] = [];

  private constructor(
    readonly keyhole: Keyhole,
    readonly driver: Beside,
    private readonly database: PostgresMeter,
  ) {}

  static async at(keyhole: Keyhole, driver: Beside): Promise<Place> {
    return new Place(keyhole, driver, await postgresMeter(keyhole.env.DATABASE_URL as string));
  }

  /**
   * Has the driver follow an order, on the app unless it says otherwise.
   * @param floor the server that it is followed at, where that is not the app
   */
  order(order: Asked, floor?: Beside): Promise<Measured> {
    const server = meterOf(floor?.pid ?? this.keyhole.pid);
    const now = () => ({ app: server.cpuMs(), postgres: this.database.cpuMs() });
    let before = now();
    const { child } = this.driver;
    return new Promise((done) => {
      const hear = (message: Done | "clock") => {
        // What came before the clock started does not count.
        if (message === "clock") {
          before = now();
          return;
        }
        child.off("message", hear);
        const after = now();
        const cost = { app: less(after.app, before.app), postgres: less(after.postgres, before.postgres) };
        if (!floor || order.what === "saves") this.all.push(message);
        done({ ...message, cost });
      };
      child.on("message", hear);
      child.send({ ...order, origin: (floor ?? this.keyhole).origin });
    });
  }
}

/** An order before it is known where. */
type Asked = Order extends infer One ? (One extends Order ? Omit<One, "origin"> : never) : never;

const less = (after: number | null, before: number | null) =>
  after === null || before === null ? null : after - before;

/** The cost for each of so many, and of several measured together. */
export function each(cost: Cost[], of: number): Cost {
  const sum = (which: keyof Cost) =>
    cost.some((one) => one[which] === null) ? null : cost.reduce((all, one) => all + (one[which] as number), 0) / of;
  return { app: sum("app"), postgres: sum("postgres") };
}

/** Both together; 0 where the system does not count it. */
export const total = ({ app, postgres }: Cost) => (app ?? 0) + (postgres ?? 0);
