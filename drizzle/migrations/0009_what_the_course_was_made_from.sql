CREATE TABLE "course_syncs" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"digest" text,
	"synced_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "course_syncs_only" CHECK ("course_syncs"."only")
);
--> statement-breakpoint
ALTER TABLE "sections" ADD COLUMN "cites" jsonb GENERATED ALWAYS AS (jsonb_path_query_array(tree, 'strict $.**?(@.tagName == "kh-ref").properties.id')) STORED;