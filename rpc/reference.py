"""
The reference page of JSON-RPC, written from the document that `rpc.discover` answers.

    OpenRPC document --render_page--> docs/json-rpc.md: namespaces, methods, parameters, errors
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from rpc.access import ADMIN

Document = Mapping[str, Any]
PATTERN_WORDS: Final[Mapping[str, str]] = {
    "^0x(0|[1-9a-fA-F][0-9a-fA-F]*)$": "quantity",
    "^0x([0-9a-fA-F]{2})*$": "data",
    "^0x[0-9a-fA-F]{40}$": "address",
    "^0x[0-9a-fA-F]{64}$": "32 bytes",
    "^[0-9]+$": "decimal text",
}
EXAMPLE_CHARACTERS_MAX: Final = 600
HEAD: Final = """# JSON-RPC reference
Rendered from `rpc.discover` by `python -m cli.render`; do not edit.

One HTTP port takes POST with one request or a batch, and WebSocket upgrades. Parameters are given
by position or by name. A *quantity* is a number in 0x-hex without leading zeros, *data* is bytes in
0x-hex. What is marked **admin** needs this machine, a credential, or to be named by the operator
([operating.md](operating.md#json-rpc)).
"""


def render_page(document: Document) -> str:
    """Return the page of a document, in Markdown."""
    parts = [HEAD, *_errors(document)]
    spaces: dict[str, list[Document]] = {}
    for method in document["methods"]:
        spaces.setdefault(method["tags"][0]["name"], []).append(method)
    parts.append("## Namespaces\n| namespace | methods |\n|---|--:|")
    parts += [f"| [{name}](#{name}) | {len(methods)} |" for name, methods in spaces.items()]
    parts.append("")
    for name, methods in spaces.items():
        parts.append(f"## {name}\n" + ("**admin**\n" if name in ADMIN else ""))
        parts += [_method(item, document) for item in methods]
    parts += _records(document)
    return "\n".join(parts).rstrip() + "\n"


def _errors(document: Document) -> Iterable[str]:
    yield "## Errors\n| name | code | message |\n|---|--:|---|"
    for name, error in document["components"]["errors"].items():
        yield f"| {name} | {error['code']} | `{error['message']}` |"
    yield (
        "\nBesides, for every request: "
        "-32700 `parse error`, -32600 `invalid request`, -32601 for a\n"
        "method that is not there, -32003 `response too large` in a batch, -32603 `internal error` "
        "for a\nfault of the node.\n"
    )


def _method(method: Document, document: Document) -> str:
    """Return the section of one method."""
    admin = " **admin**" if method["name"] in ADMIN else ""
    lines = [f"### {method['name']}{admin}", method["description"].strip(), ""]
    if method["params"]:
        lines += ["| parameter | type | |", "|---|---|---|"]
        for item in method["params"]:
            need = "required" if item["required"] else "may be left out"
            lines.append(f"| {item['name']} | {type_words(item['schema'])} | {need} |")
        lines.append("")
    names = [error["$ref"].rpartition("/")[2] for error in method["errors"]]
    lines.append(f"Result: {type_words(method['result']['schema'])}. Errors: {', '.join(names)}.")
    lines += ["```json", *_example(method), "```", ""]
    return "\n".join(lines)


def _example(method: Document) -> list[str]:
    example = method["examples"][0]
    params = [item["value"] for item in example["params"]]
    request = {"jsonrpc": "2.0", "id": 1, "method": method["name"], "params": params}
    lines = [json.dumps(request)]
    if "result" in example:
        answer = {"jsonrpc": "2.0", "id": 1, "result": example["result"]["value"]}
        text = json.dumps(answer)
        lines += [text] if len(text) <= EXAMPLE_CHARACTERS_MAX else []
    return lines


def _records(document: Document) -> Iterable[str]:
    yield "## Records\nObjects that modules answer with.\n"
    for name, schema in sorted(document["components"]["schemas"].items()):
        yield f"### {name}\n| field | type |\n|---|---|"
        for field, inner in schema["properties"].items():
            yield f"| {field} | {type_words(inner)} |"
        yield ""


def type_words(schema: Document) -> str:
    """Return a schema in a few words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "title" in schema and "enum" not in schema:
        return str(schema["title"])
    choices = schema.get("oneOf") or schema.get("anyOf")
    if choices:
        return " or ".join(dict.fromkeys(type_words(item) for item in choices))
    if "enum" in schema:
        return ", ".join(f"`{item}`" for item in schema["enum"])
    if "pattern" in schema:
        return PATTERN_WORDS.get(schema["pattern"], "text")
    kind = schema.get("type", "anything")
    if kind == "array":
        return f"list of {type_words(schema.get('items', {}))}"
    return "text" if kind == "string" else str(kind)
