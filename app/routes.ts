import { type RouteConfig, route } from "@remix-run/route-config";

/** Every address of the site and its file. */
export default [
  route("/", "routes/course/home.tsx"),
  route("/lab", "routes/course/lab.tsx"),
  route("/lessons/:lesson", "routes/course/lesson.tsx"),
  route("/lessons/:lesson/print", "routes/course/print.tsx"),
  route("/lessons/:lesson/:section", "routes/course/section.tsx"),
  route("/lessons/:lesson/:section/read", "routes/course/read.tsx"),
  route("/lessons/:lesson/:section/answers", "routes/course/lesson-answer.tsx"),
  route("/sources", "routes/course/sources.tsx"),
  route("/sources/:claim", "routes/course/claim.tsx"),
  route("/glossary", "routes/course/glossary.tsx"),
  route("/privacy", "routes/course/privacy.tsx"),

  route("/quizzes/:quiz", "routes/learn/quiz.tsx"),
  route("/attempts/:attempt", "routes/learn/attempt.tsx"),
  route("/attempts/:attempt/answers", "routes/learn/answers.tsx"),
  route("/attempts/:attempt/hints/:slot", "routes/learn/hint.tsx"),
  route("/attempts/:attempt/summary", "routes/learn/summary.tsx"),
  route("/attempts/:attempt/submission", "routes/learn/submission.tsx"),
  route("/attempts/:attempt/review", "routes/learn/review.tsx"),

  route("/me", "routes/learn/me.tsx"),
  route("/join", "routes/account/join.tsx"),
  route("/join/:code", "routes/account/join-class.tsx"),
  route("/join/:code/sign-in", "routes/account/join-return.tsx"),
  route("/sign-up", "routes/account/sign-up.tsx"),
  route("/sign-in", "routes/account/sign-in.tsx"),
  route("/sign-out", "routes/account/sign-out.tsx"),
  route("/demo/sign-in", "routes/account/demo-sign-in.tsx"),
  route("/invitations/:token", "routes/account/invitation.tsx"),
  route("/teach/invitations", "routes/account/invite.tsx"),
  route("/teach/lessons/:lesson/notes", "routes/teach/notes.tsx"),
] satisfies RouteConfig;
