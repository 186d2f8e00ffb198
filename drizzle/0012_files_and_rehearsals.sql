CREATE TABLE "impulse_cards" (
	"tenant_id" uuid NOT NULL,
	"board_id" uuid NOT NULL,
	"element_id" text NOT NULL,
	"material_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "impulse_cards_tenant_id_board_id_element_id_pk" PRIMARY KEY("tenant_id","board_id","element_id")
);
--> statement-breakpoint
CREATE TABLE "material_bytes" (
	"tenant_id" uuid NOT NULL,
	"material_id" uuid NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "material_bytes_tenant_id_material_id_pk" PRIMARY KEY("tenant_id","material_id")
);
--> statement-breakpoint
CREATE TABLE "materials" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"process_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"added_by" uuid NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "materials_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "impulses_shown_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "live_sessions" ADD COLUMN "rehearsal_of" uuid;--> statement-breakpoint
ALTER TABLE "impulse_cards" ADD CONSTRAINT "impulse_cards_tenant_id_board_id_boards_tenant_id_id_fk" FOREIGN KEY ("tenant_id","board_id") REFERENCES "public"."boards"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impulse_cards" ADD CONSTRAINT "impulse_cards_tenant_id_material_id_materials_tenant_id_id_fk" FOREIGN KEY ("tenant_id","material_id") REFERENCES "public"."materials"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material_bytes" ADD CONSTRAINT "material_bytes_tenant_id_material_id_materials_tenant_id_id_fk" FOREIGN KEY ("tenant_id","material_id") REFERENCES "public"."materials"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "materials" ADD CONSTRAINT "materials_tenant_id_process_id_processes_tenant_id_id_fk" FOREIGN KEY ("tenant_id","process_id") REFERENCES "public"."processes"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "materials_tenant_id_process_id_index" ON "materials" USING btree ("tenant_id","process_id");