DROP INDEX "attempts_practice_open";--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "trial" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "trial_of" uuid;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "trial_as" uuid;--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "last_change" jsonb;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_trial_of_assignments_id_fk" FOREIGN KEY ("trial_of") REFERENCES "public"."assignments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_trial_as_people_id_fk" FOREIGN KEY ("trial_as") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_trial" ON "attempts" USING btree ("person_id") WHERE "attempts"."trial";--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_practice_open" ON "attempts" USING btree ("quiz","person_id") WHERE "attempts"."state" = 'in_progress' and "attempts"."assignment_id" is null and not "attempts"."trial";--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_trial_alone" CHECK (case when "attempts"."trial" then "attempts"."assignment_id" is null else "attempts"."trial_of" is null and "attempts"."trial_as" is null end);