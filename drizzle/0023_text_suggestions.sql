CREATE TABLE "text_rounds" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"text_id" uuid NOT NULL,
	"text_version_id" uuid NOT NULL,
	"accepted" integer NOT NULL,
	"rejected" integer NOT NULL,
	"open" integer NOT NULL,
	"unanchored" integer NOT NULL,
	"closed_by" uuid NOT NULL,
	CONSTRAINT "text_rounds_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "text_stances" (
	"tenant_id" uuid NOT NULL,
	"suggestion_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"stance" text NOT NULL,
	"objection" text DEFAULT '' NOT NULL,
	CONSTRAINT "text_stances_tenant_id_suggestion_id_person_id_pk" PRIMARY KEY("tenant_id","suggestion_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "text_suggestions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"text_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"group_name" text,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"heading" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "text_suggestions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "text_rounds" ADD CONSTRAINT "text_rounds_tenant_id_text_id_texts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_id") REFERENCES "public"."texts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_rounds" ADD CONSTRAINT "text_rounds_tenant_id_text_version_id_text_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_version_id") REFERENCES "public"."text_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_rounds" ADD CONSTRAINT "text_rounds_tenant_id_closed_by_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","closed_by") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_stances" ADD CONSTRAINT "text_stances_tenant_id_suggestion_id_text_suggestions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","suggestion_id") REFERENCES "public"."text_suggestions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_stances" ADD CONSTRAINT "text_stances_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_suggestions" ADD CONSTRAINT "text_suggestions_tenant_id_text_id_texts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_id") REFERENCES "public"."texts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_suggestions" ADD CONSTRAINT "text_suggestions_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "text_rounds_tenant_id_text_id_index" ON "text_rounds" USING btree ("tenant_id","text_id");--> statement-breakpoint
CREATE INDEX "text_suggestions_tenant_id_text_id_index" ON "text_suggestions" USING btree ("tenant_id","text_id");--> statement-breakpoint
CREATE INDEX "text_suggestions_tenant_id_person_id_index" ON "text_suggestions" USING btree ("tenant_id","person_id");