declare const granted: unique symbol;

/**
 * A record that an access function fetched for somebody who may touch it. Models that handle personal data take these
 * and not ids, so a route that skips access does not compile. Only files in this folder may call `grant`.
 */
export type Granted<Right extends string, Thing> = Thing & { readonly [granted]: Right };

export function grant<Right extends string, Thing>(thing: Thing): Granted<Right, Thing> {
  return thing as Granted<Right, Thing>;
}
