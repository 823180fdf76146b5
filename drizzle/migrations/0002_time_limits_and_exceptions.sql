CREATE TABLE "added_minutes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"attempt_id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	"why" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "added_minutes_range" CHECK ("added_minutes"."minutes" between 1 and 240)
);
--> statement-breakpoint
CREATE TABLE "overrides" (
	"assignment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"opens_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"attempts_allowed" integer,
	"limit_minutes" integer,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "overrides_assignment_id_person_id_pk" PRIMARY KEY("assignment_id","person_id"),
	CONSTRAINT "overrides_attempts" CHECK ("overrides"."attempts_allowed" between 1 and 20),
	CONSTRAINT "overrides_limit" CHECK ("overrides"."limit_minutes" between 1 and 1440)
);
--> statement-breakpoint
ALTER TABLE "attempts" ALTER COLUMN "grace_seconds" SET DEFAULT 30;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "limit_minutes" integer;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "grace_seconds" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "late_allowed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "limit_minutes" integer;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "time_factor" numeric(3, 2) DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "time_factor" numeric(3, 2) DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "extra_attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "no_timer" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "accommodated_by" uuid;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "accommodated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "added_minutes" ADD CONSTRAINT "added_minutes_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "added_minutes" ADD CONSTRAINT "added_minutes_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "added_minutes_of" ON "added_minutes" USING btree ("attempt_id");--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_accommodated_by_people_id_fk" FOREIGN KEY ("accommodated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_limit" CHECK ("assignments"."limit_minutes" between 1 and 1440);--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_grace" CHECK ("assignments"."grace_seconds" between 0 and 300);--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_factor" CHECK ("attempts"."time_factor" between 1 and 4);--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_factor" CHECK ("enrolments"."time_factor" between 1 and 4);--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_attempts" CHECK ("enrolments"."extra_attempts" between 0 and 20);--> statement-breakpoint
CREATE VIEW "public"."terms" AS (
  select a.id as assignment_id, e.person_id,
    coalesce(o.opens_at, a.opens_at) as opens_at,
    coalesce(o.due_at, a.due_at) as due_at,
    case when a.late_allowed then coalesce(o.closes_at, a.closes_at)
      else least(coalesce(o.due_at, a.due_at), coalesce(o.closes_at, a.closes_at)) end as closes_at,
    coalesce(o.attempts_allowed, a.attempts_allowed) + e.extra_attempts as attempts_allowed,
    coalesce(o.limit_minutes, a.limit_minutes) as limit_minutes,
    e.time_factor, e.no_timer
  from assignments a
  join enrolments e on e.class_id = a.class_id
  left join overrides o on o.assignment_id = a.id and o.person_id = e.person_id and o.removed_at is null);