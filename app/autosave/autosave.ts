/*
 * Keeps answers while somebody works on an attempt. The pages work without it: their forms post what this script has not
 * yet seen kept. With it, each change goes to the device and then to the school, pages turn and the attempt is handed in
 * while the line is down, the time that is left is shown, and what stands where is always said in words.
 */
import { watchAttempt } from "./attempt";
import { sendLeftOvers } from "./left-overs";

const bar = document.querySelector<HTMLElement>(".quizbar[data-attempt]");
const over = document.querySelector<HTMLElement>("[data-over]");
if (bar) watchAttempt(bar);
else if (over) void sendLeftOvers(over.dataset.over as string);
