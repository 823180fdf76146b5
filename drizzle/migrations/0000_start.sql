CREATE TABLE "answer_log" (
	"attempt_id" uuid NOT NULL,
	"slot" integer NOT NULL,
	"client" text NOT NULL,
	"seq" integer NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"response" jsonb,
	"counted" boolean NOT NULL,
	CONSTRAINT "answer_log_attempt_id_slot_client_seq_pk" PRIMARY KEY("attempt_id","slot","client","seq")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"class_id" uuid NOT NULL,
	"quiz" text NOT NULL,
	"title" text NOT NULL,
	"opens_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"attempts_allowed" integer NOT NULL,
	"review_when" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "assignments_attempts" CHECK ("assignments"."attempts_allowed" between 1 and 20),
	CONSTRAINT "assignments_review" CHECK ("assignments"."review_when" in ('after_submit', 'after_close') and ("assignments"."review_when" = 'after_submit' or "assignments"."closes_at" is not null)),
	CONSTRAINT "assignments_dates" CHECK (coalesce("assignments"."opens_at" <= "assignments"."due_at", true) and coalesce("assignments"."due_at" <= "assignments"."closes_at", true) and coalesce("assignments"."opens_at" < "assignments"."closes_at", true))
);
--> statement-breakpoint
CREATE TABLE "attempt_slots" (
	"attempt_id" uuid NOT NULL,
	"slot" integer NOT NULL,
	"item_version_id" uuid NOT NULL,
	"weight" numeric(8, 4) NOT NULL,
	"flagged" boolean DEFAULT false NOT NULL,
	"hint_at" timestamp with time zone,
	CONSTRAINT "attempt_slots_attempt_id_slot_pk" PRIMARY KEY("attempt_id","slot")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"quiz" text NOT NULL,
	"assignment_id" uuid,
	"class_id" uuid,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"seed" integer NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deadline" timestamp with time zone,
	"grace_seconds" integer NOT NULL,
	"submitted_at" timestamp with time zone,
	"score" numeric(8, 4),
	"max_score" numeric(8, 4) NOT NULL,
	CONSTRAINT "attempts_state" CHECK ("attempts"."state" in ('in_progress', 'submitted', 'marked', 'void')),
	CONSTRAINT "attempts_submitted" CHECK (("attempts"."state" = 'in_progress') = ("attempts"."submitted_at" is null) or "attempts"."state" = 'void'),
	CONSTRAINT "attempts_final" CHECK (("attempts"."state" = 'marked') = ("attempts"."score" is not null) or "attempts"."state" = 'void'),
	CONSTRAINT "attempts_grace" CHECK ("attempts"."grace_seconds" between 0 and 300)
);
--> statement-breakpoint
CREATE TABLE "marks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"attempt_id" uuid NOT NULL,
	"slot" integer NOT NULL,
	"marked_by" uuid NOT NULL,
	"old_score" numeric(8, 4),
	"new_score" numeric(8, 4) NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"marked_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"attempt_id" uuid NOT NULL,
	"slot" integer NOT NULL,
	"response" jsonb,
	"made_at" timestamp with time zone NOT NULL,
	"client" text NOT NULL,
	"seq" integer NOT NULL,
	"fraction" double precision,
	"score" numeric(8, 4),
	CONSTRAINT "responses_attempt_id_slot_pk" PRIMARY KEY("attempt_id","slot"),
	CONSTRAINT "responses_fraction" CHECK ("responses"."fraction" between 0 and 1),
	CONSTRAINT "responses_score" CHECK ("responses"."score" >= 0),
	CONSTRAINT "responses_marked" CHECK (("responses"."fraction" is null) = ("responses"."score" is null))
);
--> statement-breakpoint
CREATE TABLE "item_objectives" (
	"item_version_id" uuid NOT NULL,
	"objective_id" text NOT NULL,
	CONSTRAINT "item_objectives_item_version_id_objective_id_pk" PRIMARY KEY("item_version_id","objective_id")
);
--> statement-breakpoint
CREATE TABLE "item_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"version" integer NOT NULL,
	"interaction" text NOT NULL,
	"stem" text NOT NULL,
	"body" jsonb NOT NULL,
	"key" jsonb NOT NULL,
	"feedback" jsonb NOT NULL,
	"hint" text,
	"difficulty" text NOT NULL,
	"read" text,
	"sources" text[] NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "items" (
	"id" text PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quiz_slots" (
	"quiz" text NOT NULL,
	"position" integer NOT NULL,
	"item_id" text NOT NULL,
	"weight" numeric(8, 4) NOT NULL,
	CONSTRAINT "quiz_slots_quiz_position_pk" PRIMARY KEY("quiz","position"),
	CONSTRAINT "quiz_slots_weight" CHECK ("quiz_slots"."weight" >= 0)
);
--> statement-breakpoint
CREATE TABLE "quizzes" (
	"slug" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"lesson" text,
	"practice" text NOT NULL,
	"hash" text NOT NULL,
	"live" boolean DEFAULT true NOT NULL,
	CONSTRAINT "quizzes_practice" CHECK ("quizzes"."practice" in ('everybody', 'class', 'nobody'))
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"entry" jsonb NOT NULL,
	"live" boolean DEFAULT true NOT NULL,
	CONSTRAINT "ledger_kind_id_pk" PRIMARY KEY("kind","id"),
	CONSTRAINT "ledger_kind" CHECK ("ledger"."kind" in ('claim', 'background', 'doubt', 'source', 'term', 'misconception'))
);
--> statement-breakpoint
CREATE TABLE "lesson_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"lesson" text NOT NULL,
	"block" text NOT NULL,
	"kind" text NOT NULL,
	"value" jsonb NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lesson_answers_kind" CHECK ("lesson_answers"."kind" in ('predict', 'check', 'reflect', 'lab'))
);
--> statement-breakpoint
CREATE TABLE "lesson_versions" (
	"lesson" text NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	"front" jsonb NOT NULL,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lesson_versions_lesson_version_pk" PRIMARY KEY("lesson","version")
);
--> statement-breakpoint
CREATE TABLE "lessons" (
	"slug" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	"front" jsonb NOT NULL,
	"live" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "objectives" (
	"id" text PRIMARY KEY NOT NULL,
	"lesson" text NOT NULL,
	"statement" text NOT NULL,
	"bloom" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reading_progress" (
	"person_id" uuid NOT NULL,
	"lesson" text NOT NULL,
	"section" text NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reading_progress_person_id_lesson_section_pk" PRIMARY KEY("person_id","lesson","section")
);
--> statement-breakpoint
CREATE TABLE "sections" (
	"lesson" text NOT NULL,
	"version" integer NOT NULL,
	"position" integer NOT NULL,
	"slug" text NOT NULL,
	"heading" text NOT NULL,
	"tree" jsonb NOT NULL,
	CONSTRAINT "sections_lesson_version_slug_pk" PRIMARY KEY("lesson","version","slug")
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "classes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"class_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "enrolments_class_id_person_id_pk" PRIMARY KEY("class_id","person_id"),
	CONSTRAINT "enrolments_role" CHECK ("enrolments"."role" in ('teacher', 'student'))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_by" uuid,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "join_codes" (
	"code" text PRIMARY KEY NOT NULL,
	"class_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"may_teach_since" timestamp with time zone,
	"may_teach_by" uuid,
	"host_since" timestamp with time zone,
	"sample" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_methods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"login" text,
	"class_id" uuid,
	"secret_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_in_methods_kind" CHECK (("sign_in_methods"."kind" = 'password' and "sign_in_methods"."login" is not null) or ("sign_in_methods"."kind" = 'pin' and "sign_in_methods"."class_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "answer_log" ADD CONSTRAINT "answer_log_attempt_id_slot_attempt_slots_attempt_id_slot_fk" FOREIGN KEY ("attempt_id","slot") REFERENCES "public"."attempt_slots"("attempt_id","slot") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_quiz_quizzes_slug_fk" FOREIGN KEY ("quiz") REFERENCES "public"."quizzes"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_slots" ADD CONSTRAINT "attempt_slots_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_slots" ADD CONSTRAINT "attempt_slots_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_quiz_quizzes_slug_fk" FOREIGN KEY ("quiz") REFERENCES "public"."quizzes"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_marked_by_people_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_attempt_id_slot_responses_attempt_id_slot_fk" FOREIGN KEY ("attempt_id","slot") REFERENCES "public"."responses"("attempt_id","slot") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_attempt_id_slot_attempt_slots_attempt_id_slot_fk" FOREIGN KEY ("attempt_id","slot") REFERENCES "public"."attempt_slots"("attempt_id","slot") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_objectives" ADD CONSTRAINT "item_objectives_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_objectives" ADD CONSTRAINT "item_objectives_objective_id_objectives_id_fk" FOREIGN KEY ("objective_id") REFERENCES "public"."objectives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_slots" ADD CONSTRAINT "quiz_slots_quiz_quizzes_slug_fk" FOREIGN KEY ("quiz") REFERENCES "public"."quizzes"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_slots" ADD CONSTRAINT "quiz_slots_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_answers" ADD CONSTRAINT "lesson_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_answers" ADD CONSTRAINT "lesson_answers_lesson_lessons_slug_fk" FOREIGN KEY ("lesson") REFERENCES "public"."lessons"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_versions" ADD CONSTRAINT "lesson_versions_lesson_lessons_slug_fk" FOREIGN KEY ("lesson") REFERENCES "public"."lessons"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_progress" ADD CONSTRAINT "reading_progress_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_progress" ADD CONSTRAINT "reading_progress_lesson_lessons_slug_fk" FOREIGN KEY ("lesson") REFERENCES "public"."lessons"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_lesson_lessons_slug_fk" FOREIGN KEY ("lesson") REFERENCES "public"."lessons"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "classes" ADD CONSTRAINT "classes_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_used_by_people_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_codes" ADD CONSTRAINT "join_codes_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_methods" ADD CONSTRAINT "sign_in_methods_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_methods" ADD CONSTRAINT "sign_in_methods_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignments_class" ON "assignments" USING btree ("class_id");--> statement-breakpoint
CREATE INDEX "attempt_slots_item" ON "attempt_slots" USING btree ("item_version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_number" ON "attempts" USING btree ("assignment_id","person_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_open" ON "attempts" USING btree ("assignment_id","person_id") WHERE "attempts"."state" = 'in_progress';--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_practice_open" ON "attempts" USING btree ("quiz","person_id") WHERE "attempts"."state" = 'in_progress' and "attempts"."assignment_id" is null;--> statement-breakpoint
CREATE INDEX "attempts_person" ON "attempts" USING btree ("person_id","quiz");--> statement-breakpoint
CREATE INDEX "attempts_class" ON "attempts" USING btree ("class_id","assignment_id");--> statement-breakpoint
CREATE INDEX "marks_of" ON "marks" USING btree ("attempt_id","slot","marked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "item_versions_number" ON "item_versions" USING btree ("item_id","version");--> statement-breakpoint
CREATE INDEX "lesson_answers_of" ON "lesson_answers" USING btree ("person_id","lesson","block","made_at");--> statement-breakpoint
CREATE UNIQUE INDEX "enrolments_name" ON "enrolments" USING btree ("class_id","name_key") WHERE "enrolments"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "enrolments_person" ON "enrolments" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "join_codes_open" ON "join_codes" USING btree ("class_id") WHERE "join_codes"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "sessions_person_id_index" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_methods_login" ON "sign_in_methods" USING btree ("login");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_methods_pin" ON "sign_in_methods" USING btree ("person_id","class_id");