CREATE TABLE "session_templates" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"process_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"steps" jsonb NOT NULL,
	"scaffold" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "session_templates_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "session_templates" ADD CONSTRAINT "session_templates_tenant_id_process_id_processes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","process_id") REFERENCES "public"."processes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "session_templates_tenant_id_name_key_index" ON "session_templates" USING btree ("tenant_id","name_key");