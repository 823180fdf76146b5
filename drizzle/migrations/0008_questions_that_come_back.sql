CREATE TABLE "review_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"number" integer NOT NULL,
	"item_version_id" uuid NOT NULL,
	"response" jsonb,
	"hints" integer NOT NULL,
	"fraction" double precision NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "review_answers_fraction" CHECK ("review_answers"."fraction" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "review_cards" (
	"person_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"blank" boolean NOT NULL,
	"stability" double precision NOT NULL,
	"difficulty" double precision NOT NULL,
	"seen_on" date NOT NULL,
	"due_on" date NOT NULL,
	"answers" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_cards_person_id_item_id_pk" PRIMARY KEY("person_id","item_id"),
	CONSTRAINT "review_cards_due_later" CHECK ("review_cards"."due_on" > "review_cards"."seen_on")
);
--> statement-breakpoint
ALTER TABLE "review_answers" ADD CONSTRAINT "review_answers_item_version_id_item_versions_id_fk" FOREIGN KEY ("item_version_id") REFERENCES "public"."item_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_answers" ADD CONSTRAINT "review_answers_card" FOREIGN KEY ("person_id","item_id") REFERENCES "public"."review_cards"("person_id","item_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cards" ADD CONSTRAINT "review_cards_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_cards" ADD CONSTRAINT "review_cards_item_id_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "review_answers_number" ON "review_answers" USING btree ("person_id","item_id","number");--> statement-breakpoint
CREATE INDEX "review_cards_due" ON "review_cards" USING btree ("person_id","due_on");