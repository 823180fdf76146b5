ALTER TABLE "items" ADD COLUMN "origin_id" text;--> statement-breakpoint
ALTER TABLE "items" ADD CONSTRAINT "items_origin_id_items_id_fk" FOREIGN KEY ("origin_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
WITH RECURSIVE "chain" AS (
  SELECT "id", "id" AS "root" FROM "items" WHERE "copied_from" IS NULL
  UNION ALL
  SELECT "items"."id", "chain"."root" FROM "items" JOIN "chain" ON "items"."copied_from" = "chain"."id"
)
UPDATE "items" SET "origin_id" = "chain"."root" FROM "chain" WHERE "chain"."id" = "items"."id" AND "chain"."root" <> "items"."id";
