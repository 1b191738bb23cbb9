// Makes the columns of city tables sortable, by keyboard and mouse. Without it the tables are as complete.
// A cell's number is in data-value, whatever its unit; cells without one stay last in either direction.

const NEXT = { none: "descending", descending: "ascending", ascending: "none" };
const LABELS = { none: "未排序", descending: "从大到小", ascending: "从小到大" };

function sortable(table) {
  const body = table.tBodies[0];
  if (!body || body.rows.length < 2) return;
  const original = [...body.rows];
  const heads = [...table.tHead.rows[0].cells].filter((head) => head.dataset.sortable !== undefined);
  for (const head of heads) addButton(head, () => turn(table, body, original, heads, head));
}

function addButton(head, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "city-table__sort";
  button.addEventListener("click", act);
  head.append(button);
  show(head, "none");
}

function turn(table, body, original, heads, head) {
  const direction = NEXT[head.getAttribute("aria-sort")];
  for (const other of heads) show(other, other === head ? direction : "none");
  const column = head.cellIndex;
  const rows = direction === "none" ? original : [...original].sort(byValue(column, direction));
  body.append(...rows);
}

function byValue(column, direction) {
  const sign = direction === "ascending" ? 1 : -1;
  return (first, second) => {
    const [a, b] = [first, second].map((row) => row.cells[column].dataset.value);
    if (!a || !b) return Number(!a) - Number(!b);
    return sign * (Number(a) - Number(b));
  };
}

function show(head, direction) {
  head.setAttribute("aria-sort", direction);
  const name = head.querySelector("a").textContent;
  const button = head.querySelector("button");
  button.setAttribute("aria-label", `按${name}排序，现在${LABELS[direction]}`);
  button.dataset.direction = direction;
}

document.querySelectorAll("table.city-table").forEach(sortable);
