import { z } from "zod";
import type { Bands } from "~/models/bands";
import { practices, type Settings } from "~/models/quiz-plan";
import { Markdown, Seen, Title } from "./fields";

/** The fields of a quiz's settings as text, by name. */
export type SettingsFields = Record<string, string>;

export const bandRows = [1, 2, 3, 4, 5] as const;

/** What each field is called. */
export const labels: Record<string, string> = {
  title: "Title",
  intro: "Introduction",
  practice: "Who may practise it outside an assignment",
  perPage: "Questions on a page",
  sequential: "Going through it",
  shuffleQuestions: "Order of the questions",
  shuffleOptions: "Order of the options",
  shared: "Who may change this quiz",
  ...Object.fromEntries(
    bandRows.flatMap((row) => [
      [`from${row}`, `From, in % (${row})`],
      [`text${row}`, `Say (${row})`],
    ]),
  ),
};

const YesOrNo = z.enum(["yes", "no"], "Choose one.");
const Percent = z
  .number("Give a number from 0 to 100.")
  .min(0, "Give 0 to 100 %.")
  .max(100, "Give 0 to 100 %.")
  .optional();
const Words = z.string().trim().max(1000, "Use at most 1000 characters.").optional();

export const SettingsForm = z.object({
  seen: Seen,
  title: Title,
  intro: Markdown,
  practice: z.enum(practices, "Choose who may practise it."),
  perPage: z
    .number("Give a number from 1 to 100.")
    .int("Give a whole number.")
    .min(1, "Give 1 to 100 questions.")
    .max(100, "Give 1 to 100 questions."),
  sequential: YesOrNo,
  shuffleQuestions: YesOrNo,
  shuffleOptions: YesOrNo,
  shared: YesOrNo.optional(),
  ...{ from1: Percent, text1: Words, from2: Percent, text2: Words, from3: Percent, text3: Words },
  ...{ from4: Percent, text4: Words, from5: Percent, text5: Words },
});

/** The bands that the form gives, the highest first. @returns words when two begin at the same share */
export function bandsOf(form: z.infer<typeof SettingsForm>): Bands | null | string {
  const bands = bandRows.flatMap((row) => {
    const [from = 0, text] = [form[`from${row}`], form[`text${row}`]];
    return text ? [{ from: from / 100, text }] : [];
  });
  if (new Set(bands.map(({ from }) => from)).size < bands.length) return "Two of these begin at the same share.";
  return bands.length === 0 ? null : { v: 1, bands: bands.sort((a, b) => b.from - a.from) };
}

export function fieldsOf({ bands, ...settings }: Settings, shared: boolean): SettingsFields {
  const yesOrNo = (yes: boolean) => (yes ? "yes" : "no");
  return {
    ...{ title: settings.title, intro: settings.intro, practice: settings.practice, perPage: String(settings.perPage) },
    sequential: yesOrNo(settings.sequential),
    shuffleQuestions: yesOrNo(settings.shuffleQuestions),
    shuffleOptions: yesOrNo(settings.shuffleOptions),
    shared: yesOrNo(shared),
    ...Object.fromEntries(
      (bands?.bands ?? []).flatMap(({ from, text }, index) => [
        [`from${index + 1}`, String(Math.round(from * 10_000) / 100)],
        [`text${index + 1}`, text],
      ]),
    ),
  };
}
