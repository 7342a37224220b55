/** The form of a statement: all its fields in one list, each filled in by typing, held against the schema at once. */
import * as vscode from "vscode";
import type { FormField, FormResult, Statement } from "../../../server/src/lsp/messages.js";
import type { Server } from "../languageClient.js";

interface Item extends vscode.QuickPickItem {
  readonly field?: FormField;
}

/**
 * Lets a person fill in the fields of a statement: Enter on a field opens it, Enter on the first line keeps all.
 *
 * @param title what is being filled in
 * @returns undefined where the person broke off
 */
export async function fillForm(
  server: Server,
  statement: Statement,
  title: string,
): Promise<Statement | undefined> {
  let form = await server.request("outcomeLens/review/form", { statement });
  let last: string | undefined;
  for (;;) {
    const picked = await pickField(form, title, last);
    if (picked === undefined) return undefined;
    if (picked.field === undefined) {
      const missing = form.fields.find(({ required, value }) => required && value === "");
      if (missing === undefined) return form.statement;
      last = missing.key;
      continue;
    }
    last = picked.field.key;
    form = await fillField(server, form, picked.field);
  }
}

function pickField(form: FormResult, title: string, active: string | undefined): Promise<Item | undefined> {
  const keep: Item = {
    label: `$(check) ${vscode.l10n.t("Keep")}`,
    description: form.label,
    alwaysShow: true,
  };
  const items: Item[] = [
    keep,
    ...form.fields.map((field) => ({
      label: fieldName(field.key),
      description:
        field.value === "" ? (field.required ? vscode.l10n.t("to be filled in") : "–") : field.value,
      field,
    })),
  ];
  const list = vscode.window.createQuickPick<Item>();
  list.title = title;
  list.placeholder = vscode.l10n.t(
    "Type a field's name, Enter to change it; Enter on Keep when all is right",
  );
  list.matchOnDescription = true;
  list.ignoreFocusOut = true;
  list.items = items;
  // After a field was changed, Enter keeps the statement.
  const empty = items.find(({ field }) => field?.required === true && field.value === "");
  list.activeItems = [empty ?? (active === undefined ? (items[1] ?? keep) : keep)];
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.activeItems[0]);
      list.dispose();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}

/** The form with the field filled in; as it was where the person broke off. */
async function fillField(server: Server, form: FormResult, field: FormField): Promise<FormResult> {
  const { statement } = form;
  const fill = (value: string) =>
    server.request("outcomeLens/review/form", { statement, fill: { key: field.key, value } });
  if (field.type === "choice") {
    const options = field.required ? field.options : ["", ...field.options];
    const picked = await vscode.window.showQuickPick(
      options.map((value) => ({ label: value === "" ? vscode.l10n.t("none") : value, value })),
      { title: fieldName(field.key), placeHolder: field.value, ignoreFocusOut: true },
    );
    return picked === undefined ? form : fill(picked.value);
  }
  const typed = await vscode.window.showInputBox({
    title: fieldName(field.key),
    prompt: promptFor(field),
    value: field.value,
    ignoreFocusOut: true,
    validateInput: async (value) => (await fill(value)).fault,
  });
  return typed === undefined ? form : fill(typed);
}

function promptFor({ type, required }: FormField): string {
  const optional = required ? "" : ` ${vscode.l10n.t("Empty: not reported.")}`;
  switch (type) {
    case "number":
      return vscode.l10n.t("A number, as printed.") + optional;
    case "number-or-NR":
      return vscode.l10n.t("A number, as printed, or NR for not reached.") + optional;
    case "numbers":
      return vscode.l10n.t("Numbers, separated by commas.") + optional;
    default:
      return vscode.l10n.t("Words as in the document.") + optional;
  }
}

/** "interval.low" as people call it; a name that is not listed is the column's of the review table. */
function fieldName(key: string): string {
  const names: Readonly<Record<string, string>> = {
    measure: vscode.l10n.t("Measure"),
    value: vscode.l10n.t("Value"),
    adjusted: vscode.l10n.t("Adjusted"),
    unit: vscode.l10n.t("Unit"),
    sd: vscode.l10n.t("Standard deviation"),
    se: vscode.l10n.t("Standard error"),
    "time.value": vscode.l10n.t("Time point"),
    "time.unit": vscode.l10n.t("Unit of the time point"),
    n: vscode.l10n.t("Count (n)"),
    N: vscode.l10n.t("Total (N)"),
    percent: vscode.l10n.t("Percentage"),
    comparator: vscode.l10n.t("p-value: comparator"),
    tag: vscode.l10n.t("p-value: of what"),
    statistic: vscode.l10n.t("Test statistic"),
    df: vscode.l10n.t("Degrees of freedom"),
    name: vscode.l10n.t("Name"),
    "interval.low": vscode.l10n.t("Interval: lower bound"),
    "interval.high": vscode.l10n.t("Interval: upper bound"),
    "interval.level": vscode.l10n.t("Interval: level in percent"),
    "interval.type": vscode.l10n.t("Interval: type"),
    "p.comparator": vscode.l10n.t("p-value: comparator"),
    "p.value": vscode.l10n.t("p-value"),
    "p.tag": vscode.l10n.t("p-value: of what"),
    "outcome.text": vscode.l10n.t("Outcome"),
    "outcome.code": vscode.l10n.t("Outcome: code"),
    "group.text": vscode.l10n.t("Group"),
    "reference.text": vscode.l10n.t("Comparator group"),
    population: vscode.l10n.t("Analysis set"),
  };
  return names[key] ?? key;
}
