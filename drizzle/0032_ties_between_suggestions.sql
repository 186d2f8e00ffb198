CREATE TABLE "text_ties" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"text_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"suggestion_ids" jsonb NOT NULL,
	"round" integer,
	"deferred_ids" jsonb NOT NULL,
	"settled_by" uuid NOT NULL,
	CONSTRAINT "text_ties_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "text_stances" DROP CONSTRAINT "text_stances_tenant_id_suggestion_id_person_id_pk";--> statement-breakpoint
ALTER TABLE "text_rounds" ADD COLUMN "variants" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "text_stances" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "text_stances" ADD CONSTRAINT "text_stances_tenant_id_suggestion_id_person_id_round_pk" PRIMARY KEY("tenant_id","suggestion_id","person_id","round");--> statement-breakpoint
ALTER TABLE "text_suggestions" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "text_suggestions" ADD COLUMN "variant" integer;--> statement-breakpoint
ALTER TABLE "text_ties" ADD CONSTRAINT "text_ties_tenant_id_text_id_texts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_id") REFERENCES "public"."texts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_ties" ADD CONSTRAINT "text_ties_tenant_id_settled_by_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","settled_by") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "text_ties_tenant_id_text_id_index" ON "text_ties" USING btree ("tenant_id","text_id");