// An income statement: a total for each role, its lines below it, and whether the balance agrees.
import type { Line, Statement } from "../../chain/income";
import { reasonWords } from "../../chain/reasons";
import { ROLES, type Role } from "../../chain/roles";
import { useLanguage, useText } from "../../text/language";
import { count } from "../../text/numbers";
import { Amount } from "../../ui/Amount";
import { Status } from "../../ui/Status";
import { texts } from "./text";

export function StatementTable({ of }: { of: Statement }) {
  const [said, language] = [useText(texts), useLanguage()];
  const roles = (Object.keys(ROLES) as Role[]).filter((role) => of.lines.some((line) => line.role === role));
  if (roles.length === 0) return <p class="empty">{said.noIncome}</p>;
  return (
    <table class="statement cards">
      <caption>{said.period(count(of.from, language), count(of.to, language))}</caption>
      <thead>
        <tr>
          <th scope="col">{said.roleAndReason}</th>
          <th scope="col" class="right">
            {said.came}
          </th>
          <th scope="col" class="right">
            {said.went}
          </th>
          <th scope="col" class="right">
            {said.net}
          </th>
        </tr>
      </thead>
      {roles.map((role) => (
        <RoleRows key={role} role={role} lines={of.lines.filter((line) => line.role === role)} />
      ))}
      <tfoot>
        <Row title={said.total} in_wei={of.in_wei} out_wei={of.out_wei} />
        <Check of={of} />
      </tfoot>
    </table>
  );
}

function RoleRows({ role, lines }: { role: Role; lines: readonly Line[] }) {
  const language = useLanguage();
  const in_wei = lines.reduce((sum, line) => sum + line.in_wei, 0n);
  const out_wei = lines.reduce((sum, line) => sum + line.out_wei, 0n);
  return (
    <tbody>
      <Row title={ROLES[role][language]} in_wei={in_wei} out_wei={out_wei} isHead />
      {lines.map((line) => (
        <LineRow key={`${line.module} ${line.reason} ${line.isCall}`} of={line} />
      ))}
    </tbody>
  );
}

function LineRow({ of }: { of: Line }) {
  const [said, language] = [useText(texts), useLanguage()];
  const title = of.isCall ? said.sentWith(`${of.module}.${of.reason}`) : reasonWords(language, of.reason);
  return (
    <tr class="line">
      <td>
        {title} <span class="unit">×{count(of.count, language)}</span>
      </td>
      <td class="right" data-title={said.came}>
        {of.in_wei > 0n && <Amount wei={of.in_wei} />}
      </td>
      <td class="right" data-title={said.went}>
        {of.out_wei > 0n && <Amount wei={of.out_wei} />}
      </td>
      <td />
    </tr>
  );
}

function Row({ title, in_wei, out_wei, isHead = false }: { title: string; in_wei: bigint; out_wei: bigint; isHead?: boolean }) {
  const said = useText(texts);
  return (
    <tr class={isHead ? "role" : "total"}>
      <th scope="row">{title}</th>
      <td class="right" data-title={said.came}>
        <Amount wei={in_wei} />
      </td>
      <td class="right" data-title={said.went}>
        <Amount wei={out_wei} />
      </td>
      <td class="right" data-title={said.net}>
        <Amount wei={in_wei - out_wei} signed />
      </td>
    </tr>
  );
}

/** Hold the lines against the balances at both ends; what they leave open is said, not hidden. */
function Check({ of }: { of: Statement }) {
  const said = useText(texts);
  const { opening_wei, closing_wei, missing_wei, isWhole } = of;
  return (
    <tr class="check">
      <td colSpan={4}>
        {!isWhole && <p>{said.notWhole}</p>}
        {opening_wei === undefined || closing_wei === undefined || missing_wei === undefined ? (
          <p>{said.noBalance}</p>
        ) : (
          <p>
            {said.opening} <Amount wei={opening_wei} /> → {said.closing} <Amount wei={closing_wei} />{" "}
            {missing_wei === 0n ? (
              <Status tone="good">{said.agrees}</Status>
            ) : (
              <Status tone="busy">
                {said.unexplained} <Amount wei={missing_wei} signed />
              </Status>
            )}
          </p>
        )}
      </td>
    </tr>
  );
}
