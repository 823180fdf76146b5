CREATE TABLE "lab_predictions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"lesson" text,
	"block" text,
	"investigation" text,
	"settings" text NOT NULL,
	"predicted" jsonb NOT NULL,
	"hits" smallint NOT NULL,
	"hinted" boolean DEFAULT false NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lab_predictions_settings" CHECK ("lab_predictions"."settings" ~ '^T[01]I[01]D[01]E[01]W[01]$'),
	CONSTRAINT "lab_predictions_hits" CHECK ("lab_predictions"."hits" between 0 and 7),
	CONSTRAINT "lab_predictions_place" CHECK (("lab_predictions"."lesson" is null) = ("lab_predictions"."block" is null))
);
--> statement-breakpoint
ALTER TABLE "ledger" DROP CONSTRAINT "ledger_kind";--> statement-breakpoint
ALTER TABLE "lesson_answers" DROP CONSTRAINT "lesson_answers_kind";--> statement-breakpoint
ALTER TABLE "lesson_answers" ADD COLUMN "shared" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "lab_predictions" ADD CONSTRAINT "lab_predictions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lab_predictions" ADD CONSTRAINT "lab_predictions_lesson_lessons_slug_fk" FOREIGN KEY ("lesson") REFERENCES "public"."lessons"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lab_predictions_of" ON "lab_predictions" USING btree ("person_id","settings","made_at");--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_kind" CHECK ("ledger"."kind" in ('claim', 'background', 'doubt', 'comment', 'comment-key', 'source', 'term', 'misconception', 'pair', 'event', 'investigation'));--> statement-breakpoint
ALTER TABLE "lesson_answers" ADD CONSTRAINT "lesson_answers_shared" CHECK ("lesson_answers"."kind" = 'reflect' or not "lesson_answers"."shared");--> statement-breakpoint
ALTER TABLE "lesson_answers" ADD CONSTRAINT "lesson_answers_kind" CHECK ("lesson_answers"."kind" in ('predict', 'check', 'reflect', 'lab', 'sort', 'pair'));