CREATE TABLE "text_amendments" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"text_id" uuid NOT NULL,
	"text_version_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"group_name" text DEFAULT '' NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"first_line" integer NOT NULL,
	"last_line" integer NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"suggestion_id" uuid,
	"recommendation" text DEFAULT 'none' NOT NULL,
	"recommendation_text" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'handed-in' NOT NULL,
	"tally" jsonb,
	"decided" jsonb,
	"position" integer,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "text_amendments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "text_amendments" ADD CONSTRAINT "text_amendments_tenant_id_text_id_texts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_id") REFERENCES "public"."texts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_amendments" ADD CONSTRAINT "text_amendments_tenant_id_text_version_id_text_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_version_id") REFERENCES "public"."text_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_amendments" ADD CONSTRAINT "text_amendments_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_amendments" ADD CONSTRAINT "text_amendments_tenant_id_suggestion_id_text_suggestions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","suggestion_id") REFERENCES "public"."text_suggestions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "text_amendments_tenant_id_text_version_id_number_index" ON "text_amendments" USING btree ("tenant_id","text_version_id","number");--> statement-breakpoint
CREATE INDEX "text_amendments_tenant_id_person_id_index" ON "text_amendments" USING btree ("tenant_id","person_id");