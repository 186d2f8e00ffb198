CREATE TABLE "group_room_members" (
	"tenant_id" uuid NOT NULL,
	"text_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "group_room_members_tenant_id_text_id_person_id_pk" PRIMARY KEY("tenant_id","text_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "group_rooms" (
	"tenant_id" uuid NOT NULL,
	"text_id" uuid NOT NULL,
	"group_name" text NOT NULL,
	"opened_by" uuid NOT NULL,
	"heading_id" text,
	"base" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "group_rooms_tenant_id_text_id_pk" PRIMARY KEY("tenant_id","text_id")
);
--> statement-breakpoint
ALTER TABLE "texts" ADD COLUMN "room_of" uuid;--> statement-breakpoint
ALTER TABLE "text_suggestions" ADD COLUMN "room_id" uuid;--> statement-breakpoint
ALTER TABLE "group_room_members" ADD CONSTRAINT "group_room_members_tenant_id_text_id_texts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_id") REFERENCES "public"."texts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_room_members" ADD CONSTRAINT "group_room_members_tenant_id_person_id_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","person_id") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_rooms" ADD CONSTRAINT "group_rooms_tenant_id_text_id_texts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","text_id") REFERENCES "public"."texts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_rooms" ADD CONSTRAINT "group_rooms_tenant_id_opened_by_people_tenant_id_id_fk" FOREIGN KEY ("tenant_id","opened_by") REFERENCES "public"."people"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "group_room_members_tenant_id_person_id_index" ON "group_room_members" USING btree ("tenant_id","person_id");--> statement-breakpoint
ALTER TABLE "texts" ADD CONSTRAINT "texts_tenant_id_room_of_texts_tenant_id_id_fk" FOREIGN KEY ("tenant_id","room_of") REFERENCES "public"."texts"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "texts_tenant_id_room_of_index" ON "texts" USING btree ("tenant_id","room_of");