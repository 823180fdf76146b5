CREATE TABLE "assignment_targets" (
	"assignment_id" uuid NOT NULL,
	"class_id" uuid NOT NULL,
	"group_id" uuid,
	"person_id" uuid,
	CONSTRAINT "assignment_targets_one" CHECK (("assignment_targets"."group_id" is null) <> ("assignment_targets"."person_id" is null))
);
--> statement-breakpoint
CREATE TABLE "device_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"class_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"group_id" uuid NOT NULL,
	"class_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "group_members_group_id_person_id_pk" PRIMARY KEY("group_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"class_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "groups_of_class" UNIQUE("id","class_id")
);
--> statement-breakpoint
CREATE TABLE "merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"class_id" uuid NOT NULL,
	"kept_id" uuid NOT NULL,
	"gone_id" uuid NOT NULL,
	"moved" jsonb NOT NULL,
	"merged_by" uuid NOT NULL,
	"merged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "merges_two" CHECK ("merges"."kept_id" <> "merges"."gone_id"),
	CONSTRAINT "merges_undone" CHECK (("merges"."undone_by" is null) = ("merges"."undone_at" is null))
);
--> statement-breakpoint
CREATE TABLE "section_openings" (
	"person_id" uuid NOT NULL,
	"lesson" text NOT NULL,
	"section" text NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "section_openings_person_id_lesson_section_pk" PRIMARY KEY("person_id","lesson","section")
);
--> statement-breakpoint
CREATE TABLE "group_overrides" (
	"assignment_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"opens_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"attempts_allowed" integer,
	"limit_minutes" integer,
	"password" text,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "group_overrides_assignment_id_group_id_pk" PRIMARY KEY("assignment_id","group_id"),
	CONSTRAINT "group_overrides_attempts" CHECK ("group_overrides"."attempts_allowed" between 1 and 20),
	CONSTRAINT "group_overrides_limit" CHECK ("group_overrides"."limit_minutes" between 1 and 1440)
);
--> statement-breakpoint
CREATE TABLE "vote_rounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"item_version_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"response" jsonb NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "votes_round_id_person_id_pk" PRIMARY KEY("round_id","person_id")
);
--> statement-breakpoint
DROP VIEW "public"."terms";--> statement-breakpoint
ALTER TABLE "assignments" DROP CONSTRAINT "assignments_dates";--> statement-breakpoint
ALTER TABLE "enrolments" DROP CONSTRAINT "enrolments_role";--> statement-breakpoint
ALTER TABLE "assignments" ALTER COLUMN "quiz" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "lesson" text;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "section" text;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "lesson_first" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "checks_required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "everybody" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "password" text;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "after_id" uuid;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "after_percent" integer;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "misconception" text;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "stopped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "closes_before" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "enrolments" ADD COLUMN "calm" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "class_id" uuid;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "role" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "device_link" text;--> statement-breakpoint
ALTER TABLE "overrides" ADD COLUMN "password" text;--> statement-breakpoint
ALTER TABLE "assignment_targets" ADD CONSTRAINT "assignment_targets_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_targets" ADD CONSTRAINT "assignment_targets_in_group" FOREIGN KEY ("group_id","class_id") REFERENCES "public"."groups"("id","class_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_targets" ADD CONSTRAINT "assignment_targets_enrolment" FOREIGN KEY ("class_id","person_id") REFERENCES "public"."enrolments"("class_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_links" ADD CONSTRAINT "device_links_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device_links" ADD CONSTRAINT "device_links_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group" FOREIGN KEY ("group_id","class_id") REFERENCES "public"."groups"("id","class_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_enrolment" FOREIGN KEY ("class_id","person_id") REFERENCES "public"."enrolments"("class_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_kept_id_people_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_gone_id_people_id_fk" FOREIGN KEY ("gone_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_merged_by_people_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_openings" ADD CONSTRAINT "section_openings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_openings" ADD CONSTRAINT "section_openings_lesson_lessons_slug_fk" FOREIGN KEY ("lesson") REFERENCES "public"."lessons"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_overrides" ADD CONSTRAINT "group_overrides_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_overrides" ADD CONSTRAINT "group_overrides_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_overrides" ADD CONSTRAINT "group_overrides_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_rounds" ADD CONSTRAINT "vote_rounds_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_rounds" ADD CONSTRAINT "vote_rounds_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_rounds" ADD CONSTRAINT "vote_rounds_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_round_id_vote_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."vote_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_targets_group" ON "assignment_targets" USING btree ("assignment_id","group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_targets_person" ON "assignment_targets" USING btree ("assignment_id","person_id");--> statement-breakpoint
CREATE INDEX "device_links_class" ON "device_links" USING btree ("class_id");--> statement-breakpoint
CREATE INDEX "group_members_person" ON "group_members" USING btree ("person_id","class_id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_name" ON "groups" USING btree ("class_id","name_key") WHERE "groups"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "merges_class" ON "merges" USING btree ("class_id");--> statement-breakpoint
CREATE UNIQUE INDEX "vote_rounds_number" ON "vote_rounds" USING btree ("assignment_id","item_version_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "vote_rounds_open" ON "vote_rounds" USING btree ("assignment_id") WHERE "vote_rounds"."closed_at" is null;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_lesson_lessons_slug_fk" FOREIGN KEY ("lesson") REFERENCES "public"."lessons"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_after_id_assignments_id_fk" FOREIGN KEY ("after_id") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_class_id_classes_id_fk" FOREIGN KEY ("class_id") REFERENCES "public"."classes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_device_link_device_links_token_hash_fk" FOREIGN KEY ("device_link") REFERENCES "public"."device_links"("token_hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_device" ON "sessions" USING btree ("device_link");--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_something" CHECK ("assignments"."quiz" is not null or "assignments"."lesson" is not null);--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_section" CHECK ("assignments"."section" is null or "assignments"."lesson" is not null);--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_lesson_first" CHECK (not "assignments"."lesson_first" or ("assignments"."lesson" is not null and "assignments"."quiz" is not null));--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_after" CHECK ("assignments"."after_percent" is null or ("assignments"."after_id" is not null and "assignments"."after_percent" between 1 and 100));--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_after_itself" CHECK ("assignments"."after_id" <> "assignments"."id");--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_password" CHECK ("assignments"."password" <> '');--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_dates" CHECK (coalesce("assignments"."opens_at" <= "assignments"."due_at", true) and coalesce("assignments"."opens_at" < "assignments"."closes_at", true)
        and ("assignments"."stopped_at" is not null or coalesce("assignments"."due_at" <= "assignments"."closes_at", true)));--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_role" CHECK ("enrolments"."role" in ('teacher', 'observer', 'student'));--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_role" CHECK ("invitations"."role" in ('teacher', 'observer') and "invitations"."class_id" is not null or "invitations"."role" is null and "invitations"."class_id" is null);--> statement-breakpoint
CREATE VIEW "public"."terms" AS (
  select a.id as assignment_id, e.person_id,
    coalesce(o.opens_at, g.opens_at, a.opens_at) as opens_at,
    coalesce(o.due_at, g.due_at, a.due_at) as due_at,
    case when a.late_allowed then coalesce(o.closes_at, g.closes_at, a.closes_at)
      else least(coalesce(o.due_at, g.due_at, a.due_at), coalesce(o.closes_at, g.closes_at, a.closes_at)) end as closes_at,
    coalesce(o.attempts_allowed, g.attempts_allowed, a.attempts_allowed) + e.extra_attempts as attempts_allowed,
    coalesce(o.limit_minutes, g.limit_minutes, a.limit_minutes) as limit_minutes,
    nullif(coalesce(o.password, g.password, a.password), '') as password,
    e.time_factor, e.no_timer, e.calm
  from assignments a
  join enrolments e on e.class_id = a.class_id
  left join overrides o on o.assignment_id = a.id and o.person_id = e.person_id and o.removed_at is null
  left join lateral (
    select min(x.opens_at) as opens_at, max(x.due_at) as due_at, max(x.closes_at) as closes_at,
      max(x.attempts_allowed) as attempts_allowed, max(x.limit_minutes) as limit_minutes, min(x.password) as password
    from group_members m
    join groups on groups.id = m.group_id and groups.removed_at is null
    join group_overrides x on x.group_id = m.group_id and x.assignment_id = a.id and x.removed_at is null
    where m.person_id = e.person_id and m.class_id = e.class_id) g on true
  where a.everybody or e.role <> 'student'
    or exists (select 1 from assignment_targets t where t.assignment_id = a.id and t.person_id = e.person_id)
    or exists (select 1 from group_members m
      join groups on groups.id = m.group_id and groups.removed_at is null
      join assignment_targets t on t.assignment_id = a.id and t.group_id = m.group_id
      where m.person_id = e.person_id and m.class_id = e.class_id)
    or exists (select 1 from attempts t where t.assignment_id = a.id and t.person_id = e.person_id));