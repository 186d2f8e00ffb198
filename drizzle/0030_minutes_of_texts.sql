CREATE TABLE "text_minutes" (
	"tenant_id" uuid NOT NULL,
	"text_id" uuid NOT NULL,
	"about_id" uuid NOT NULL,
	"began_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"keeper_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "text_minutes_tenant_id_text_id_pk" PRIMARY KEY("tenant_id","text_id")
);
--> statement-breakpoint
ALTER TABLE "texts" ADD COLUMN "collects_until" date;--> statement-breakpoint
ALTER TABLE "text_suggestions" ADD COLUMN "based_on" uuid;--> statement-breakpoint
ALTER TABLE "text_minutes" ADD CONSTRAINT "text_minutes_tenant_id_text_id_texts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_id") REFERENCES "public"."texts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_minutes" ADD CONSTRAINT "text_minutes_tenant_id_about_id_texts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","about_id") REFERENCES "public"."texts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_minutes" ADD CONSTRAINT "text_minutes_tenant_id_keeper_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","keeper_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "text_minutes_tenant_id_about_id_index" ON "text_minutes" USING btree ("tenant_id","about_id");