CREATE TABLE "quiz_sections" (
	"quiz" text NOT NULL,
	"position" integer NOT NULL,
	"heading" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"stimulus" text DEFAULT '' NOT NULL,
	CONSTRAINT "quiz_sections_quiz_position_pk" PRIMARY KEY("quiz","position")
);
--> statement-breakpoint
ALTER TABLE "item_versions" ALTER COLUMN "key" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "quiz_slots" ALTER COLUMN "item_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "quizzes" ALTER COLUMN "hash" SET DEFAULT '';--> statement-breakpoint
ALTER TABLE "attempt_slots" ADD COLUMN "place" integer;--> statement-breakpoint
ALTER TABLE "attempt_slots" ADD COLUMN "section" integer;--> statement-breakpoint
ALTER TABLE "attempt_slots" ADD COLUMN "hints_taken" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "layout" jsonb;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "hints" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "change" text DEFAULT 'meaning' NOT NULL;--> statement-breakpoint
ALTER TABLE "item_versions" ADD COLUMN "author_id" uuid;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "state" text DEFAULT 'ready' NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "shared" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "tags" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "items" ADD COLUMN "copied_from" text;--> statement-breakpoint
ALTER TABLE "quiz_slots" ADD COLUMN "section" integer;--> statement-breakpoint
ALTER TABLE "quiz_slots" ADD COLUMN "pinned_version" integer;--> statement-breakpoint
ALTER TABLE "quiz_slots" ADD COLUMN "draw" jsonb;--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "shared" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "intro" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "per_page" integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "sequential" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "shuffle_questions" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "shuffle_options" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "bands" jsonb;--> statement-breakpoint
ALTER TABLE "quizzes" ADD COLUMN "changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "quiz_sections" ADD CONSTRAINT "quiz_sections_quiz_quizzes_slug_fk" FOREIGN KEY ("quiz") REFERENCES "public"."quizzes"("slug") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_copied_from_items_id_fk" FOREIGN KEY ("copied_from") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_slots" ADD CONSTRAINT "quiz_slots_quiz_section_quiz_sections_quiz_position_fk" FOREIGN KEY ("quiz","section") REFERENCES "public"."quiz_sections"("quiz","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quiz_slots" ADD CONSTRAINT "quiz_slots_item_id_pinned_version_item_versions_item_id_version_fk" FOREIGN KEY ("item_id","pinned_version") REFERENCES "public"."item_versions"("item_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quizzes" ADD CONSTRAINT "quizzes_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attempt_slots_place" ON "attempt_slots" USING btree ("attempt_id","place");--> statement-breakpoint
CREATE INDEX "items_owner" ON "items" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "quiz_slots_item_id" ON "quiz_slots" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "quizzes_owner" ON "quizzes" USING btree ("owner_id");--> statement-breakpoint
ALTER TABLE "item_versions" ADD CONSTRAINT "item_versions_change" CHECK ("item_versions"."change" in ('meaning', 'words'));--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_state" CHECK ("items"."state" in ('draft', 'ready', 'retired'));--> statement-breakpoint
ALTER TABLE "quiz_slots" ADD CONSTRAINT "quiz_slots_item" CHECK (("quiz_slots"."item_id" is null) <> ("quiz_slots"."draw" is null));--> statement-breakpoint
ALTER TABLE "quizzes" ADD CONSTRAINT "quizzes_per_page" CHECK ("quizzes"."per_page" between 1 and 100);--> statement-breakpoint
UPDATE "item_versions" SET "hints" = array["hint"] WHERE "hint" IS NOT NULL;--> statement-breakpoint
UPDATE "attempt_slots" SET "place" = "slot", "hints_taken" = ("hint_at" IS NOT NULL)::int;--> statement-breakpoint
ALTER TABLE "attempt_slots" ALTER COLUMN "place" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "attempt_slots" DROP COLUMN "hint_at";--> statement-breakpoint
ALTER TABLE "item_versions" DROP COLUMN "hint";