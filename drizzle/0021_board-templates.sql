CREATE TABLE "board_templates" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"process_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"scaffold" jsonb NOT NULL,
	"legend" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"areas" jsonb NOT NULL,
	CONSTRAINT "board_templates_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "session_templates" ADD COLUMN "legend" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "board_templates" ADD CONSTRAINT "board_templates_tenant_id_process_id_processes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","process_id") REFERENCES "public"."processes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "board_templates_tenant_id_name_key_index" ON "board_templates" USING btree ("tenant_id","name_key");