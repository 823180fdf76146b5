CREATE TABLE "answer_checks" (
	"attempt_id" uuid NOT NULL,
	"slot" integer NOT NULL,
	"number" integer NOT NULL,
	"response" jsonb NOT NULL,
	"fraction" double precision NOT NULL,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answer_checks_attempt_id_slot_number_pk" PRIMARY KEY("attempt_id","slot","number"),
	CONSTRAINT "answer_checks_fraction" CHECK ("answer_checks"."fraction" between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "assignments" DROP CONSTRAINT "assignments_review";--> statement-breakpoint
ALTER TABLE "answer_log" ADD COLUMN "confidence" smallint;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "marks_when" text DEFAULT 'submit' NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "correctness_when" text DEFAULT 'submit' NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "feedback_when" text DEFAULT 'submit' NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "key_when" text DEFAULT 'submit' NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "tries" integer;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "try_penalty" numeric(3, 2) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "asks_confidence" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "tries" integer;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "try_penalty" numeric(3, 2) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "asks_confidence" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "settled" integer[] DEFAULT '{}'::int[] NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "confidence" smallint;--> statement-breakpoint
UPDATE "assignments" SET "marks_when" = 'close', "correctness_when" = 'close', "feedback_when" = 'close', "key_when" = 'close' WHERE "review_when" = 'after_close';--> statement-breakpoint
ALTER TABLE "answer_checks" ADD CONSTRAINT "answer_checks_attempt_id_slot_attempt_slots_attempt_id_slot_fk" FOREIGN KEY ("attempt_id","slot") REFERENCES "public"."attempt_slots"("attempt_id","slot") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_log" ADD CONSTRAINT "answer_log_confidence" CHECK ("answer_log"."confidence" between 1 and 3);--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_review_dates" CHECK (("assignments"."closes_at" is not null or not 'close' = any(array["assignments"."marks_when", "assignments"."correctness_when", "assignments"."feedback_when", "assignments"."key_when"]))
        and ("assignments"."due_at" is not null or not 'due' = any(array["assignments"."marks_when", "assignments"."correctness_when", "assignments"."feedback_when", "assignments"."key_when"])));--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_tries" CHECK ("assignments"."tries" between 1 and 5 and "assignments"."try_penalty" between 0 and 1);--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_review" CHECK (array["assignments"."marks_when", "assignments"."correctness_when", "assignments"."feedback_when", "assignments"."key_when"] <@ array['now', 'submit', 'due', 'close', 'never']);--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_tries" CHECK ("attempts"."tries" between 1 and 5 and "attempts"."try_penalty" between 0 and 1);--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_confidence" CHECK ("responses"."confidence" between 1 and 3);--> statement-breakpoint
ALTER TABLE "assignments" DROP COLUMN "review_when";