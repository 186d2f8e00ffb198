CREATE TABLE "round_arguments" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"round_id" uuid NOT NULL,
	"option_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "round_arguments_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "round_arguments" ADD CONSTRAINT "round_arguments_tenant_id_round_id_rounds_tenant_id_id_fk" FOREIGN KEY ("tenant_id","round_id") REFERENCES "public"."rounds"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_arguments" ADD CONSTRAINT "round_arguments_tenant_id_option_id_round_options_tenant_id_id_fk" FOREIGN KEY ("tenant_id","option_id") REFERENCES "public"."round_options"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "round_arguments_tenant_id_round_id_index" ON "round_arguments" USING btree ("tenant_id","round_id");