CREATE TABLE "process_pauses" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"process_id" uuid NOT NULL,
	"since" date NOT NULL,
	"reason" text NOT NULL,
	"look_again_on" date,
	"paused_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "process_pauses_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "passage_choices" (
	"tenant_id" uuid NOT NULL,
	"resubmission_id" uuid NOT NULL,
	"passage" integer NOT NULL,
	"choice" text,
	"reason" text NOT NULL,
	"rev" integer NOT NULL,
	"chosen_by" uuid NOT NULL,
	"paragraph_id" text,
	CONSTRAINT "passage_choices_tenant_id_resubmission_id_passage_pk" PRIMARY KEY("tenant_id","resubmission_id","passage")
);
--> statement-breakpoint
CREATE TABLE "resubmissions" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"text_version_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"new_text_id" uuid,
	"begun_at" timestamp with time zone,
	CONSTRAINT "resubmissions_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "process_pauses" ADD CONSTRAINT "process_pauses_tenant_id_process_id_processes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","process_id") REFERENCES "public"."processes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_choices" ADD CONSTRAINT "passage_choices_tenant_id_resubmission_id_resubmissions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","resubmission_id") REFERENCES "public"."resubmissions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resubmissions" ADD CONSTRAINT "resubmissions_tenant_id_text_version_id_text_versions_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_version_id") REFERENCES "public"."text_versions"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resubmissions" ADD CONSTRAINT "resubmissions_tenant_id_new_text_id_texts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","new_text_id") REFERENCES "public"."texts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "process_pauses_tenant_id_process_id_index" ON "process_pauses" USING btree ("tenant_id","process_id") WHERE "process_pauses"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "resubmissions_tenant_id_text_version_id_index" ON "resubmissions" USING btree ("tenant_id","text_version_id") WHERE "resubmissions"."new_text_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "resubmissions_tenant_id_new_text_id_index" ON "resubmissions" USING btree ("tenant_id","new_text_id");