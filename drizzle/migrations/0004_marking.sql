CREATE TABLE "attempt_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"attempt_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"done_by" uuid NOT NULL,
	"done_at" timestamp with time zone DEFAULT now() NOT NULL,
	"why" text NOT NULL,
	"submitted_at" timestamp with time zone,
	"deadline" timestamp with time zone,
	CONSTRAINT "attempt_events_kind" CHECK ("attempt_events"."kind" in ('reopened', 'closed again', 'voided', 'returned')),
	CONSTRAINT "attempt_events_why" CHECK ("attempt_events"."kind" in ('closed again', 'returned') or "attempt_events"."why" <> '')
);
--> statement-breakpoint
CREATE TABLE "repairs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"item_version_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" jsonb,
	"never_lower" boolean NOT NULL,
	"note" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "repairs_kind" CHECK ("repairs"."kind" in ('accept', 'key', 'full marks', 'drop')),
	CONSTRAINT "repairs_key" CHECK (("repairs"."kind" in ('accept', 'key')) = ("repairs"."key" is not null)),
	CONSTRAINT "repairs_undone" CHECK (("repairs"."undone_by" is null) = ("repairs"."undone_at" is null))
);
--> statement-breakpoint
ALTER TABLE "marks" ALTER COLUMN "marked_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "marks" ALTER COLUMN "new_score" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "counts" text DEFAULT 'highest' NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "pass_percent" integer;--> statement-breakpoint
ALTER TABLE "marks" ADD COLUMN "kind" text DEFAULT 'hand' NOT NULL;--> statement-breakpoint
ALTER TABLE "marks" ADD COLUMN "old_fraction" double precision;--> statement-breakpoint
ALTER TABLE "marks" ADD COLUMN "new_fraction" double precision;--> statement-breakpoint
ALTER TABLE "marks" ADD COLUMN "old_weight" numeric(8, 4);--> statement-breakpoint
ALTER TABLE "marks" ADD COLUMN "new_weight" numeric(8, 4);--> statement-breakpoint
ALTER TABLE "marks" ADD COLUMN "criteria" integer[];--> statement-breakpoint
ALTER TABLE "marks" ADD COLUMN "repair_id" uuid;--> statement-breakpoint
ALTER TABLE "attempt_events" ADD CONSTRAINT "attempt_events_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_events" ADD CONSTRAINT "attempt_events_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repairs" ADD CONSTRAINT "repairs_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repairs" ADD CONSTRAINT "repairs_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repairs" ADD CONSTRAINT "repairs_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repairs" ADD CONSTRAINT "repairs_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attempt_events_of" ON "attempt_events" USING btree ("attempt_id","done_at");--> statement-breakpoint
CREATE INDEX "repairs_of" ON "repairs" USING btree ("assignment_id","item_version_id");--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "marks_repair" ON "marks" USING btree ("repair_id");--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_counts" CHECK ("assignments"."counts" in ('highest', 'latest', 'first', 'average'));--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_pass" CHECK ("assignments"."pass_percent" between 1 and 100);--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_kind" CHECK ("marks"."kind" in ('hand', 'override', 'taken back', 'automatic', 'repair', 'repair undone'));--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_by" CHECK (("marks"."kind" = 'automatic') = ("marks"."marked_by" is null));--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_of_repair" CHECK (("marks"."kind" in ('repair', 'repair undone')) = ("marks"."repair_id" is not null));--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_why" CHECK ("marks"."kind" <> 'override' or "marks"."comment" <> '');--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_given" CHECK ("marks"."new_score" is not null or "marks"."kind" in ('automatic', 'repair undone'));