/** The schemas of what comes in over HTTP. The types in survey-definitions/wire.ts say the same to the pages. */
import { z } from "zod";
import { INSTRUMENTS } from "../../survey-definitions/codes.ts";

/** Addresses hold what a person may have cut short: an odd token is an unknown one, not a malformed request. */
export const tokenParams = z.object({ token: z.string() });
export const studyParams = z.object({ study: z.string() });

export const sessionQuery = z.object({
  session: z
    .string()
    .max(100)
    .optional()
    .describe("Open instruments: the draft's session, from the first PUT. Follow-up: the answer of one period."),
});

/** Only the outline of the answers: the questionnaire's own validator reads what is in them. */
export const saveBody = z.object({
  answers: z.record(z.string(), z.unknown()).describe("Question name → value, as SurveyJS holds it."),
  shown: z
    .array(z.string().max(200))
    .max(2000)
    .optional()
    .describe("Names of the questions that were visible; computed when absent."),
  baseRevision: z.int().min(0).default(0).describe("The revision that the answers were changed from; 0 for none."),
  signedBy: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe("The name of the one who approved the answer. Not stored for `staff` and `voice`, which are anonymous."),
});
export type SaveBody = z.infer<typeof saveBody>;

export const loginBody = z.object({ email: z.string().max(320), password: z.string().max(1000) });
export const loginLinkBody = z.object({ token: z.string().max(200) });
export const passwordBody = z.object({ password: z.string().max(1000) });

export const studyBody = z.looseObject({}).describe("A study file (contract: Files, Study).");
export const studyStatusBody = z.strictObject({ status: z.enum(["open", "closed"]) });
export const declinedBody = z.strictObject({
  declined: z.boolean(),
  reason: z.string().trim().max(2000).optional(),
});
export const linkBody = z.strictObject({
  instrument: z.enum(INSTRUMENTS).optional(),
  party: z.string().max(100).optional(),
  municipality: z.string().max(10).optional(),
  maxAnswers: z.int().min(1).max(100_000).optional().describe("The link takes at most so many answers."),
  until: z.iso.date().optional().describe("The last day on which the link takes answers."),
  view: z
    .literal(true)
    .optional()
    .describe("A link that shows what the study has published last, instead of a questionnaire."),
});
/** Only the outline: what is in a proposal is read with the study at hand. */
export const proposalsBody = z.strictObject({
  version: z.int().min(0).describe("The version that the list was changed from; 0 before the first."),
  proposals: z.array(z.unknown()).max(500).describe("StudyProposal[]"),
});
export const csvBody = z.instanceof(Uint8Array).describe("CSV in UTF-8.");

/** `?party=a&party=b` and `?party=a,b` say the same. */
const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value ?? []].flat().flatMap((part) => part.split(",").filter((one) => one !== "")))
  .pipe(z.array(z.string().max(100)).max(500));

export const reportQuery = z.object({
  section: several.describe("Section ids; all when absent."),
  municipality: several.describe("Municipality codes; all when absent."),
  party: several.describe("Party ids or kinds; all when absent."),
  width: z.coerce.number().int().min(200).max(4000).default(900).describe("Width of a drawing in px."),
  excel: z.literal("1").optional().describe("CSV for Swedish Excel: byte order mark, semicolon, decimal comma."),
});
export type ReportQuery = z.infer<typeof reportQuery>;

export const publishedFileQuery = reportQuery.pick({ width: true, excel: true }).extend({
  kommun: z.string().max(10).optional().describe("Only the rows about this municipality, by its code."),
});
export type PublishedFileQuery = z.infer<typeof publishedFileQuery>;

/** Markdown: some hundred printed pages. */
const planText = z.string().max(200_000).default("");
const planFields = {
  introduction: planText,
  conclusion: planText,
  sections: z
    .array(z.strictObject({ id: z.string().max(50), before: planText, after: planText }))
    .max(50)
    .default([])
    .describe("In this order; all of them when empty. Texts are Markdown."),
  freeTexts: z
    .boolean()
    .default(false)
    .describe("Show the free texts of the answers: somebody has read them and found nobody in them."),
};
export const publicationDraftBody = z.strictObject({
  version: z.int().min(0).describe("The version that it was changed from; 0 before the first."),
  plan: z.strictObject({ title: z.string().trim().max(300), ...planFields }),
});

export const publicationLinkBody = z.strictObject({
  until: z.iso.date().optional().describe("The last day on which the link opens."),
  passcode: z.string().min(6).max(200).optional(),
  download: z.boolean().default(true).describe("False: only to look at."),
});
export const publicationBody = z.strictObject({
  title: z.string().trim().min(1).max(300),
  ...planFields,
  preview: z.boolean().default(false).describe("Make a preview, which can be published later."),
  link: publicationLinkBody.optional().describe("What the link that comes with it may do."),
});
export const passcodeBody = z.strictObject({ passcode: z.string().max(200) });
