/*
 * Pages that are the same for every stranger, packed and ready: to draw one costs a hundred times what sending it does. What
 * such a page may say follows from
 * - what its key says: see pageKey, which refuses whatever could be answered otherwise
 * - the course as it is stored: see CourseSeen
 * - how this installation runs, which is the same until this process ends
 * While the database is away, pages that are kept go on being given: nothing on them is anybody's, and they were right before.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Environment } from "~/environment.server";
import { CourseSeen } from "./course-seen.server";
import { hear, KeptPages, send } from "./kept.server";
import { looksAsUsual, pageKey } from "./page-key.server";

/** All of them packed by brotli are some three megabytes. */
const mostBytes = 8_000_000;

/**
 * @param note writes down that a request was answered, with its status
 * @param stored which course is stored; given by tests only
 * @returns answers a request by a page that is kept, or has it answered otherwise and keeps what others may get as well
 */
export function strangersPages(
  env: Pick<Environment, "ORIGIN" | "TRUST_PROXY">,
  note: (request: IncomingMessage, status: number) => void,
  stored?: () => Promise<string>,
) {
  const pages = new KeptPages(mostBytes);
  const course = new CourseSeen(() => pages.clear(), stored);
  /** Keys of pages that are being drawn to be kept: who asks meanwhile is answered as ever. */
  const underWay = new Set<string>();

  function answer(key: string, request: IncomingMessage, response: ServerResponse, otherwise: () => void): void {
    const page = pages.get(key);
    if (page) {
      note(request, send(page, request, response));
      return;
    }
    const { seen } = course;
    // Who has gone already would never close again.
    if (seen !== null && request.method === "GET" && !underWay.has(key) && !response.closed) {
      underWay.add(key);
      response.once("close", () => underWay.delete(key));
      if (looksAsUsual(request)) forMany.add(request);
      hear(response, (body) => {
        underWay.delete(key);
        // What was drawn while the course changed may be half of each.
        if (course.seen === seen) pages.keep(key, response, body);
      });
    }
    otherwise();
  }

  return (request: IncomingMessage, response: ServerResponse, otherwise: () => void): void => {
    const key = pageKey(request, env);
    const looking = key === null ? null : course.look();
    if (key === null) otherwise();
    else if (looking) void looking.then(() => answer(key, request, response, otherwise));
    else answer(key, request, response, otherwise);
  };
}

const forMany = new WeakSet<IncomingMessage>();

/** Whether the answer to this request will be kept and sent to most who ask for the page: worth packing as small as can be. */
export const isForMany = (request: IncomingMessage): boolean => forMany.has(request);
