/**
 * What DDI-Codebook 2.5 asks of the elements that a code book here has: which may stand in which, in which order, and how
 * often at most. From codebook.xsd of 2012-01-17 (DDI Alliance); `+` exactly once or more, `?` at most one, `*` any number.
 */
const CONTENT: Readonly<Record<string, string>> = {
  codeBook: "docDscr* stdyDscr+ fileDscr* dataDscr* otherMat*",
  docDscr: "citation? guide? docStatus? docSrc* controlledVocabUsed* notes*",
  citation: "titlStmt+ rspStmt? prodStmt? distStmt? serStmt* verStmt* biblCit? holdings* notes*",
  titlStmt: "titl+ subTitl* altTitl* parTitl* IDNo*",
  prodStmt: "producer* copyright? prodDate* prodPlac* software* fundAg* grantNo*",
  verStmt: "version? verResp* notes*",
  stdyDscr: "citation+ studyAuthorization* stdyInfo* studyDevelopment* method* dataAccs* othrStdyMat* notes*",
  stdyInfo: "studyBudget* subject* abstract* sumDscr* qualityStatement? notes* exPostEvaluation*",
  sumDscr: "timePrd* collDate* nation* geogCover* geogUnit* geoBndBox? boundPoly? anlyUnit* universe* dataKind*",
  method: "dataColl* notes* anlyInfo? stdyClas? dataProcessing* codingInstructions*",
  dataColl:
    "timeMeth* dataCollector* collectorTraining* frequenc* sampProc* sampleFrame* targetSampleSize* deviat* collMode* resInstru* instrumentDevelopment* sources? collSitu* actMin* ConOps* weight* cleanOps*",
  anlyInfo: "respRate* EstSmpErr* dataAppr*",
  dataAccs: "setAvail* useStmt* notes*",
  useStmt: "confDec? specPerm? restrctn? contact* citReq? deposReq? conditions? disclaimer?",
  fileDscr: "fileTxt* locMap? notes*",
  fileTxt:
    "fileName? fileCitation? dataFingerprint* fileCont? fileStrc? dimensns? fileType? format? filePlac? dataChck* ProcStat? dataMsng? software* verStmt?",
  dimensns: "caseQnty* varQnty* logRecL* recPrCas* recNumTot*",
  dataDscr: "varGrp* nCubeGrp* var* nCube* notes*",
  var: "location* labl* imputation? security? embargo? respUnit? anlysUnit? qstn* valrng* invalrng* undocCod* universe* TotlResp? sumStat* txt* stdCatgry* catgryGrp* catgry* codInstr* verStmt* concept* derivation? varFormat? geoMap* catLevel* notes*",
  qstn: "preQTxt* qstnLit* postQTxt* forward* backward* ivuInstr*",
  valrng: "range* key? notes*",
  range: "",
  catgry: "catValu? labl* txt* catStat* mrow?",
  otherMat: "labl* txt? notes* table? citation? otherMat*",
};

/** Enumerated attributes of the same schema. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  "var intrvl": ["contin", "discrete"],
  "var nature": ["nominal", "ordinal", "interval", "ratio", "percent", "other"],
  "varFormat type": ["character", "numeric"],
  "varFormat category": ["date", "time", "currency", "other"],
  "catgry missing": ["Y", "N"],
  "universe clusion": ["I", "E"],
  "timePrd event": ["start", "end", "single"],
  "range UNITS": ["INT", "REAL"],
};

const TAG = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/y;

/** Every rule that the XML breaks, one line each; reads it as a validating parser would, without the schema's file. */
export function codebookProblems(xml: string): string[] {
  const problems: string[] = [];
  const open: { name: string; children: string[]; text: boolean }[] = [];
  const ids = new Set<string>();
  const references: string[] = [];
  const seen: string[] = [];
  let at = xml.startsWith("<?xml") ? xml.indexOf("?>") + 2 : 0;
  while (at < xml.length) {
    if (xml[at] !== "<") {
      const end = xml.indexOf("<", at);
      const text = xml.slice(at, end === -1 ? undefined : end);
      if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text))
        problems.push(`not well-formed: ${text.slice(0, 40)}`);
      const parent = open.at(-1);
      if (text.trim() !== "" && parent !== undefined) parent.text = true;
      at += text.length;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(xml);
    if (tag === null) return [...problems, `not well-formed at ${xml.slice(at, at + 60)}`];
    at = TAG.lastIndex;
    const [, end, name = "", attributes = "", empty] = tag;
    if (end === "/") {
      const closed = open.pop();
      if (closed?.name !== name) return [...problems, `${name} is closed, but ${closed?.name} is open`];
      problems.push(...contentProblems(closed));
      continue;
    }
    open.at(-1)?.children.push(name);
    if (open.length === 0) seen.push(name);
    for (const [, key = "", value = ""] of attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
      const allowed = VALUES[`${name} ${key}`];
      if (allowed !== undefined && !allowed.includes(value)) problems.push(`${name} has ${key} ${value}`);
      if (key === "ID") {
        if (!/^[A-Za-z_][\w.-]*$/.test(value)) problems.push(`${value} is no XML name`);
        if (ids.has(value)) problems.push(`two elements have the ID ${value}`);
        ids.add(value);
      }
      if (key === "files") references.push(...value.split(" "));
    }
    if (name === "var" && !/\sname="[^"]+"/.test(attributes)) problems.push("a var without name");
    if (empty === "/") problems.push(...contentProblems({ name, children: [], text: false }));
    else open.push({ name, children: [], text: false });
  }
  if (open.length > 0) problems.push(`${open.map(({ name }) => name).join(", ")} not closed`);
  if (seen.length !== 1 || seen[0] !== "codeBook") problems.push("the root is not one codeBook");
  for (const id of references) if (!ids.has(id)) problems.push(`no file has the ID ${id}`);
  return problems;
}

function contentProblems({
  name,
  children,
  text,
}: {
  name: string;
  children: readonly string[];
  text: boolean;
}): string[] {
  const model = CONTENT[name];
  if (model === undefined)
    return children.length === 0 ? [] : [`${name} should hold text, and holds ${children.join(", ")}`];
  const problems: string[] = text ? [`${name} should hold elements, and holds text`] : [];
  const allowed = model.split(" ").filter((part) => part !== "");
  const order = allowed.map((part) => part.slice(0, -1));
  let last = -1;
  for (const child of children) {
    const place = order.indexOf(child);
    if (place === -1) problems.push(`${name} may not hold ${child}`);
    else if (place < last) problems.push(`${child} stands too late in ${name}`);
    last = Math.max(last, place);
  }
  for (const part of allowed) {
    const n = children.filter((child) => child === part.slice(0, -1)).length;
    if (part.endsWith("+") && n === 0) problems.push(`${name} lacks ${part.slice(0, -1)}`);
    if (part.endsWith("?") && n > 1) problems.push(`${name} has ${n} ${part.slice(0, -1)}`);
  }
  return problems;
}
