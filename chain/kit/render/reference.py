"""
A module's reference page: what it is and everything it has, in one shape for all modules.

    title | address | parameters | states | calls | views | events | refusals | storage |
    invariants | deadlines
"""

from collections.abc import Iterable, Sequence
from typing import Any

from eth_utils.address import to_checksum_address

from chain.kit.abi import AbiType, WordType, word_type
from chain.kit.module import Method, Module, cells_of, invariants_of, params_of
from chain.kit.record import (
    Event,
    ParamRule,
    Params,
    Refusal,
    field_types,
    indexed_fields,
    rules_of,
    selector_of,
    show,
    signature_of,
    topic_of,
)
from chain.kit.render.layout import layout_of
from chain.kit.render.names import (
    calls_of,
    constant_prefix,
    doc_of,
    enums_of,
    events_of,
    interface_name,
    page_doc_of,
    refusals_of,
    source_note,
    structs_of,
    views_of,
)
from chain.kit.render.proto import package_of
from chain.kit.render.solidity import members_by_number
from chain.kit.render.states import draw_states
from chain.kit.state_machine import StateMachine, Transition, machines_of
from chain.kit.timers import TIMERS_PER_BLOCK_MAX, Timers

Row = Sequence[str]


def render_reference(module: type[Module]) -> str:
    """Return the text of the module's README."""
    sections = [
        _opening(module),
        _section("Parameters", _parameters(module)),
        *_states(module),
        _section("Calls", _methods(calls_of(module))),
        _section("Views", _methods(views_of(module))),
        _section("Types", _types(module)),
        _section("Events", _events(module)),
        _section("Refusals", _refusals(module)),
        _section("Storage", _storage(module)),
        _section("Invariants", _invariants(module)),
        _section("Deadlines", _deadlines(module)),
    ]
    return "\n".join([*(line for section in sections for line in section)]).rstrip() + "\n"


def _opening(module: type[Module]) -> list[str]:
    title, _, rest = page_doc_of(module).partition("\n\n")
    name, face = module.name, interface_name(module)
    where = [
        ("address", f"`{to_checksum_address(module.address)}`"),
        ("Solidity", f"[`{face}`]({face}.sol), constant `{constant_prefix(module)}`"),
        ("ABI", "[abi.json](abi.json)"),
        ("storage layout", "[layout.json](layout.json)"),
        ("JSON-RPC", f"`{name}_<view>`, or `eth_call` at the address"),
        ("gRPC", f"`{package_of(module)}.Query`"),
        ("command line", f"`kumiai query {name} VIEW`, `kumiai tx {name} CALL`"),
    ]
    return [
        f"# {name}",
        "",
        f"<!-- {source_note(module)} -->",
        "",
        " ".join(title.split()),
        "",
        *_prose(rest),
        *_table(("where", "what"), where),
        "",
    ]


def _prose(text: str) -> list[str]:
    """Paragraphs stay paragraphs; an indented one is a diagram."""
    lines: list[str] = []
    for block in text.split("\n\n"):
        if not block.strip():
            continue
        if all(line.startswith("    ") for line in block.splitlines()):
            body = [line[4:] for line in block.splitlines()]
            lines += ["```text", *body, "```", ""]
        else:
            lines += [" ".join(block.split()), ""]
    return lines


def _section(title: str, body: list[str]) -> list[str]:
    return [f"## {title}", "", *(body or ["None."]), ""]


def _table(head: Row, rows: Iterable[Row]) -> list[str]:
    body = [_row(row) for row in rows]
    return [_row(head), _row(["---"] * len(head)), *body] if body else []


def _row(cells: Row) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _flat(doc: str) -> str:
    return " ".join(doc.split())


def _parameters(module: type[Module]) -> list[str]:
    declared = params_of(module)
    if declared is None:
        return []
    _, record = declared
    head = ("parameter", "type", "default", "from", "to", "step", "cooldown", "counts", "meaning")
    rows = [_parameter(module, record, name, rule) for name, rule in rules_of(record).items()]
    note = (
        f"A proposal names them `{module.name}.parameter`; `step` is the furthest one change goes."
    )
    return [*_table(head, rows), "", note]


def _parameter(module: type[Module], record: type[Params], name: str, rule: ParamRule) -> Row:
    kind = word_type(field_types(record)[name].python)
    return (
        f"`{name}`",
        f"`{kind.solidity}`",
        _value(kind, kind.to_word(getattr(record(), name))),
        _value(kind, rule.minimum),
        _value(kind, rule.maximum),
        "any" if rule.step is None else f"{rule.step:,}",
        f"{rule.cooldown_s:,} s" if rule.cooldown_s else "none",
        rule.scope.name.lower().replace("_", " "),
        rule.doc,
    )


def _value(kind: WordType, word: int) -> str:
    if kind.name in ("address", "bool", "uint8"):
        return show(kind.from_word(word))
    return f"{word:,}"


def _states(module: type[Module]) -> list[list[str]]:
    """One section for each machine: its picture, its table, and where it may rest."""
    return [
        _section(f"States of {machine.name}", _machine(machine)) for machine in machines_of(module)
    ]


def _machine(machine: StateMachine[Any]) -> list[str]:
    head = ("from", "to", "call or deadline", "who", "rule")
    table = _table(head, map(_transition, machine.transitions))
    rests = [f"Rests in `{state.name}`: {reason}." for state, reason in machine.resting.items()]
    return [
        "```mermaid",
        *draw_states(machine),
        "```",
        "",
        *table,
        *(["", *rests] if rests else []),
    ]


def _transition(line: Transition[Any]) -> Row:
    sources, targets = (
        ", ".join(f"`{state.name}`" for state in states) for states in (line.sources, line.targets)
    )
    who = "the chain, by itself" if line.is_deadline else ", ".join(line.who)
    return (sources, targets, f"`{line.name}`", who, line.rule)


def _arguments(fields: dict[str, AbiType], indexed: frozenset[str] = frozenset()) -> str:
    shown = [
        f"`{kind.solidity} {name}`{' (topic)' if name in indexed else ''}"
        for name, kind in fields.items()
    ]
    return ", ".join(shown) or "nothing"


def _methods(methods: Iterable[Method]) -> list[str]:
    lines: list[str] = []
    for method in methods:
        returns = _returns(method)
        coins = "; takes coins" if method.payable else ""
        lines += [
            f"### {method.name}",
            "",
            *_prose(method.doc),
            f"Takes {_arguments(method.inputs)}; returns {returns}{coins}.  ",
            f"`{method.signature}` `0x{method.selector.hex()}`",
            "",
        ]
    return lines[:-1]


def _returns(method: Method) -> str:
    named = (f"`{kind.solidity} {name}`" for name, kind in method.outputs.items() if name)
    return ", ".join(named) or (f"`{method.output.solidity}`" if method.output else "nothing")


def _types(module: type[Module]) -> list[str]:
    lines: list[str] = []
    for record in structs_of(module):
        fields = [(f"`{n}`", f"`{k.solidity}`") for n, k in field_types(record).items()]
        lines += [f"### {record.__name__}", "", *_prose(doc_of(record))]
        lines += [*_table(("field", "type"), fields), ""]
    for kind in enums_of(module):
        values = [(str(i), f"`{name}`") for i, name in enumerate(members_by_number(kind))]
        lines += [f"### {kind.__name__}", "", *_prose(doc_of(kind))]
        lines += [*_table(("number", "value"), values), ""]
    return lines[:-1]


def _events(module: type[Module]) -> list[str]:
    return _table(("event", "fields", "topic", "when"), map(_event, events_of(module)))


def _event(event: type[Event]) -> Row:
    fields = _arguments(field_types(event), indexed_fields(event))
    return (f"`{event.__name__}`", fields, f"`0x{topic_of(event).hex()}`", _flat(doc_of(event)))


def _refusals(module: type[Module]) -> list[str]:
    return _table(("refusal", "fields", "selector", "why"), map(_refusal, refusals_of(module)))


def _refusal(refusal: type[Refusal]) -> Row:
    fields, selector = _arguments(field_types(refusal)), selector_of(refusal).hex()
    return (f"`{signature_of(refusal)}`", fields, f"`0x{selector}`", _flat(doc_of(refusal)))


def _storage(module: type[Module]) -> list[str]:
    rows = [
        (cell["slot"], cell["numberOfSlots"], f"`{cell['label']}`", f"`{cell['type']}`")
        for cell in layout_of(module)["storage"]
    ]
    return _table(("slot", "slots", "name", "type"), rows)


def _invariants(module: type[Module]) -> list[str]:
    every_block = invariants_of(module)
    rows = [
        (f"`{name}`", "every block" if name in every_block else "tests and exports", _flat(doc))
        for name, doc in ((n, doc_of(f)) for n, f in invariants_of(module, True).items())
    ]
    return _table(("invariant", "checked", "meaning"), rows)


def _deadlines(module: type[Module]) -> list[str]:
    queues = [(n, cell) for n, cell in cells_of(module).items() if isinstance(cell, Timers)]
    rows = [(f"`{name}`", cell.clock.name.lower(), str(cell.slot)) for name, cell in queues]
    note = (
        f"The chain itself handles what is due, at most {TIMERS_PER_BLOCK_MAX} of a queue a block."
    )
    table = _table(("queue", "counts in", "slot"), rows)
    return [*table, "", note] if table else []
