import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findChromium } from "../browser/chromium";
import { withChromium } from "../browser/running";
import * as afterwards from "../whole-lesson/afterwards";
import * as again from "../whole-lesson/again";
import * as before from "../whole-lesson/before";
import * as inBrowser from "../whole-lesson/browser";
import * as evening from "../whole-lesson/evening";
import * as exitQuiz from "../whole-lesson/exit-quiz";
import * as gradebook from "../whole-lesson/gradebook";
import * as joining from "../whole-lesson/joining";
import * as lineDown from "../whole-lesson/line-down";
import { cutOff, dropped } from "../whole-lesson/people";
import * as questions from "../whole-lesson/questions";
import { withRoom } from "../whole-lesson/room";
import * as stop from "../whole-lesson/stop";
import * as wall from "../whole-lesson/wall";
import * as warmUp from "../whole-lesson/warm-up";
import * as watching from "../whole-lesson/watching";

// Thirty students, one teacher, forty-five minutes. Minutes pass by moving every stored moment back.
describe("a whole lesson", () => {
  const room = withRoom();
  // Without a Chromium those who would use one come over HTTP like the others.
  const browser = findChromium() ? withChromium() : undefined;
  const pages = {} as Record<"ana" | "gus" | "live", Page>;

  it("the day before: a class from a pasted list, with time and a half for one of it", () =>
    before.makesTheClass(room));
  it("the day before: a lesson and its exit quiz are given as one unit, and a warm-up that waits for a press", () =>
    before.givesTheUnit(room));
  it("the day before: the teacher sits the quiz as one student, with that one's time, and sees the class as they do", () =>
    before.looksAsAna(room));

  it("minutes 0 to 3: they come in by link or code with a name, by name and PIN on another device, and by a tablet of the room", () =>
    joining.everybodyComes(room));
  it("minute 3: everybody stands in the roster once, and a name like a formula or like markup is the text that it is", () =>
    joining.isTheClass(room));

  it.skipIf(!browser)("minute 3: two come in on a device of their own, with the keyboard alone", async () => {
    if (!browser) return;
    pages.ana = await inBrowser.cameIn(room, browser, "Ana");
    pages.gus = await inBrowser.cameIn(room, browser, "Gus");
  });

  it("minutes 3 to 7: nobody can start the warm-up before it is opened by hand, and then all of them at once", () =>
    warmUp.opens(room));
  it("minutes 3 to 7: each reads why their answer is right or not as soon as they check it, and tries again", () =>
    warmUp.isAnswered(room));
  it("minute 7: the live view and the gradebook say who has handed in and who is at it", async () => {
    await warmUp.isWatched(room);
    await gradebook.equalsTheResponses(room);
  });
  it("minutes 7 to 10: the wall counts what was handed in, and tells no name in any byte", () =>
    wall.showsTheWarmUp(room));

  it("minutes 10 to 20: the live view says where each one reads, and first of all who stopped going on", async () => {
    await watching.read(room);
    await watching.showsWhoIsStuck(room);
  });
  it("minute 20: who dropped out comes back on another device, and goes on where they left", () =>
    watching.danComesBack(room));
  it("minutes 20 to 22: the line of ten drops, they send again, and nothing is lost or there twice", async () => {
    if (pages.gus) await inBrowser.losesTheLine(room, pages.gus, "Gus");
    await lineDown.drops(room, pages.gus ? dropped.slice(1) : dropped);
    await lineDown.lostNothing(room);
    await watching.readToTheEnd(room, room.students);
  });

  it("minutes 22 to 27: one press stops all, and who was at work has handed in what they had", () =>
    stop.stopsAll(room));
  it("minutes 22 to 27: the class votes, talks and votes again, and the wall holds back each vote until it is closed", () =>
    wall.votes(room));
  it("minutes 27 to 29: a late one joins by the same code, and an attempt that was ended by mistake is given back", async () => {
    await stop.lateOneJoins(room);
    await stop.givesOneBack(room);
    await gradebook.equalsTheResponses(room);
  });

  it("minute 29: the exit quiz gives eight minutes to each and twelve to who has time and a half, whenever it closes", async () => {
    if (browser) pages.live = await inBrowser.teacherAt(room, browser, `${room.unit}/live`);
    await exitQuiz.begins(room);
    if (pages.ana) await inBrowser.seesTheClock(room, pages.ana, "Ana");
    await exitQuiz.hasItsTimes(room);
  });
  it("minutes 29 to 37: while thirty write, each look at the gradebook says what had arrived", async () => {
    const writing = room.students.map((student) => {
      if (student.name === "Ana" && pages.ana) return inBrowser.answersByKeyboard(room, pages.ana, "Ana");
      const stays = ["Ana", cutOff].includes(student.name);
      return stays ? exitQuiz.answerFirstPage(room, student) : exitQuiz.handIn(room, student);
    });
    expect(await gradebook.looksWhileTheyWrite(room, evening.title, Promise.all(writing))).toBeGreaterThan(0);
    await gradebook.equalsTheResponses(room);
    if (pages.live) await inBrowser.liveViewSays(pages.live, 28);
  });
  it("minute 38: when it closes, who is at work has handed in what they had, and extra time goes on past it", async () => {
    await exitQuiz.closes(room);
    if (pages.live) await inBrowser.liveViewSays(pages.live, 29);
    if (pages.ana) await inBrowser.goesOnToTheEnd(room, pages.ana, "Ana");
    else await exitQuiz.handIn(room, room.find("Ana"));
    await gradebook.equalsTheResponses(room);
  });

  it("minute 39: the questions page says who chose what and how sure they were, as they did", async () => {
    await questions.saysWhatTheyChose(room);
    await questions.saysHowSureTheyWere(room);
  });
  it("minute 41: accepting a further answer names who changes, changes nothing before, and then exactly those", async () => {
    await questions.acceptsB(room);
    await gradebook.equalsTheResponses(room);
  });
  it("minutes 41 to 44: each sees their result with its reason, and who holds the wrong idea gets it taught again, nobody else", async () => {
    await again.seeTheirResults(room);
    await wall.showsBothAnswers(room);
    await again.teachesAgain(room);
    await wall.tellsNoName(room, room.unit, 8);
  });
  it("minute 45: the absent one gets it until Friday, and it is open to nobody else", () =>
    evening.absentOneGetsFriday(room));

  it("in the evening: thirty sentences are marked one after another without a name, and the scores follow", async () => {
    await evening.marksWithoutNames(room);
    await evening.scoresFollow(room);
    await gradebook.equalsTheResponses(room);
  });
  it("in the evening: three files hold exactly what was answered, and a formula or markup in a name stays text", () =>
    evening.exportsWhatWasAnswered(room));
  it("afterwards: a teacher of another class gets 404 on every address of this one", () =>
    afterwards.isClosedToAnotherTeacher(room));
  it("afterwards: who is removed is in no report, and comes back with all of their work", () =>
    afterwards.comesBackWithTheirWork(room));
});
