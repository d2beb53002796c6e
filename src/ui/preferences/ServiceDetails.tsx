import type { VNode } from "preact";
import type { Service } from "../../core/config/service.ts";
import type { Words } from "../shell/createWords.ts";
import { serviceFacts } from "../embeds/serviceFacts.ts";

/** Everything that is declared of one service. */
export function ServiceDetails({ service, words }: { service: Service; words: Words }): VNode {
  const { text } = words;
  return (
    <div class="facts">
      <dl>
        {serviceFacts(service, words).map(({ label, value, href }) => (
          <div>
            <dt>{label}</dt>
            <dd>
              {href ? (
                <a href={href} target="_blank" rel="noopener">
                  {value}
                </a>
              ) : (
                value
              )}
            </dd>
          </div>
        ))}
      </dl>
      {service.storage.length ? (
        <table>
          <thead>
            <tr>
              {(["name", "purpose", "lifetime"] as const).map((key) => (
                <th scope="col">{text(`field.${key}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {service.storage.map((item) => (
              <tr>
                <td>
                  <code>{item.name}</code> {item.medium}
                </td>
                <td>{words.purpose(item.purpose)}</td>
                <td>{words.lifetime(item.lifetime)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>{text("storage.none")}</p>
      )}
    </div>
  );
}
