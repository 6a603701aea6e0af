"""
A module of the Python client: everything that its declaration says, as typed Python.

    modules/<name>/module.py --> client/modules/<name>.py: enums, records, messages, events,
                                 refusals, the calls and views as data, and a class of them
    what several share       --> client/modules/shared.py
    all modules              --> client/modules/directory.py
"""

import inspect
from collections.abc import Iterable, Sequence
from dataclasses import MISSING, fields
from enum import IntEnum
from pathlib import Path
from typing import Any, Final

from eth_utils.address import to_checksum_address

from chain.kit.module import Method, Module, records_of
from chain.kit.record import Event, Params, Record, Refusal, field_types, indexed_fields
from chain.kit.render.names import (
    calls_of,
    doc_of,
    enums_of,
    events_of,
    page_doc_of,
    refusals_of,
    source_note,
    views_of,
)
from cli.renderings.messages import MESSAGES, messages_of
from cli.renderings.python_text import (
    INDENT,
    annotation,
    called,
    docstring,
    indexed_annotation,
    listed,
    literal,
)

HOME: Final = Path("client/modules")
SHARED_NOTE: Final = "Rendered from chain/kit by `python -m cli.render`; not to be edited."
TAKEN: Final = {"at", "events", "reading"}  # names that every module's class has already
Block = list[str]


def rendered(modules: Sequence[type[Module]]) -> dict[Path, str]:
    """Return the text of every file of `client/modules`, by its path in the repository."""
    texts = {HOME / f"{module.name}.py": render_module(module) for module in modules}
    texts[HOME / "shared.py"] = render_shared(modules)
    texts[HOME / "directory.py"] = render_directory(modules)
    texts[HOME / "__init__.py"] = '"""The chain\'s modules, typed, as their declarations say."""\n'
    return texts


def render_module(module: type[Module]) -> str:
    """Return the text of one module's file."""
    items = declared(module)
    own = [item for item in items if is_own(module, item)]
    shared = sorted({item.__name__ for item in items if not is_own(module, item)})
    blocks = [
        *(_declaration(item, module) for item in own),
        *([_methods(module)] if calls_of(module) or views_of(module) else []),
        _class(module),
    ]
    title = page_doc_of(module).split("\n\n")[0]
    head = _head(title, source_note(module))
    head += ["from client.transactions import Pending"] if calls_of(module) else []
    if shared:
        head += called("from client.modules.shared import ", shared, "")
    return _joined(head, blocks)


def render_shared(modules: Sequence[type[Module]]) -> str:
    """Return the text of what modules have in common."""
    items: dict[Any, type[Module]] = {}
    for module in modules:
        for item in declared(module):
            if not is_own(module, item):
                items.setdefault(item, module)
    blocks = [_declaration(item, module) for item, module in items.items()]
    return _joined(_head("What several modules say in the same words.", SHARED_NOTE), blocks)


def render_directory(modules: Sequence[type[Module]]) -> str:
    """Return the text of the class through which a client finds its modules."""
    where = (f'{INDENT}"{to_checksum_address(m.address)}": "{m.name}",' for m in modules)
    lines = [
        '"""Every module by its name. ' + SHARED_NOTE.replace("chain/kit", "modules") + '"""',
        "",
        "from __future__ import annotations",
        "",
        "from functools import cached_property",
        "from importlib import import_module",
        "from typing import TYPE_CHECKING, Any, Final",
        "",
        "from client.kit.methods import ModuleClient",
        "",
        "if TYPE_CHECKING:",
        *(f"{INDENT}from client.modules.{m.name} import {m.__name__}" for m in modules),
        "",
        "NAMES_BY_ADDRESS: Final = {",
        *where,
        "}",
        "NAMES: Final = tuple(NAMES_BY_ADDRESS.values())",
        "",
        "",
        "def module_class(name: str) -> type[ModuleClient]:",
        f'{INDENT}"""Return the class of a module by its name."""',
        f'{INDENT}page: Any = import_module(f"client.modules.{{name}}")',
        f"{INDENT}kinds = (item for item in vars(page).values() if isinstance(item, type))",
        f'{INDENT}return next(k for k in kinds if getattr(k, "NAME", None) == name)',
        "",
        "",
        "class Directory:",
        f'{INDENT}"""The modules of a client, each loaded when it is first used."""',
    ]
    for module in modules:
        title = " ".join(page_doc_of(module).split("\n\n")[0].split())
        lines += [
            "",
            f"{INDENT}@cached_property",
            f"{INDENT}def {module.name}(self) -> {module.__name__}:",
            *docstring(title, 2),
            f"{INDENT * 2}from client.modules.{module.name} import {module.__name__}",
            "",
            f"{INDENT * 2}client: Any = self",
            f"{INDENT * 2}return {module.__name__}(client)",
        ]
    return "\n".join([*lines, ""])


def declared(module: type[Module]) -> list[Any]:
    """Return the types of a module's file, parts before wholes."""
    items: list[Any] = [*enums_of(module), *_records(module)]
    items += [*events_of(module), *refusals_of(module)]
    return list(dict.fromkeys(items))


def _records(module: type[Module]) -> list[type[Record]]:
    """The records of the interface, then messages that only keys see."""
    known = (*module.events, *module.refusals)
    found = [item for item in records_of(module) if item not in known]
    return [*found, *(item for item in messages_of(module.name) if item not in found)]


def is_own(module: type[Module], item: Any) -> bool:
    """Whether a type is declared by the module itself."""
    return str(item.__module__).startswith(f"modules.{module.name}.")


def _head(title: str, note: str) -> Block:
    return [
        *docstring(f"{' '.join(title.split())}\n\n{note}", 0),
        "",
        "from collections.abc import Sequence  # noqa: F401",
        "from dataclasses import dataclass",
        "from enum import IntEnum  # noqa: F401",
        "from typing import Annotated, ClassVar, Final  # noqa: F401",
        "",
        "from client import kit",
    ]


def _joined(head: Block, blocks: Iterable[Block]) -> str:
    lines = head
    for block in blocks:
        lines = [*lines, "", "", *block]
    return "\n".join([*lines, ""])


def _declaration(item: Any, module: type[Module]) -> Block:
    if issubclass(item, IntEnum):
        return _enum(item)
    if issubclass(item, Refusal):
        return _refusal(item)
    return _record(item, module)


def _enum(item: type[IntEnum]) -> Block:
    members = [f"{INDENT}{member.name} = {int(member)}" for member in item]
    return [f"class {item.__name__}(IntEnum):", *_doc(item), "", *members]


def _refusal(item: type[Refusal]) -> Block:
    body = [f"{INDENT}{name}: {annotation(kind)}" for name, kind in field_types(item).items()]
    return [f"class {item.__name__}(kit.Refusal):", *_doc(item), *([""] if body else []), *body]


def _record(item: type[Record], module: type[Module]) -> Block:
    is_message = item in messages_of(module.name)
    base = "Event" if issubclass(item, Event) else "Message" if is_message else "Record"
    body = [*(_message_lines(module) if is_message else []), *_fields(item)]
    return [
        "@dataclass(frozen=True, slots=True)",
        f"class {item.__name__}(kit.{base}):",
        *_doc(item),
        *([""] if body else []),
        *body,
    ]


def _message_lines(module: type[Module]) -> Block:
    domain, _ = MESSAGES[module.name]
    return [
        f'{INDENT}DOMAIN_NAME: ClassVar[str] = "{domain.name}"',
        f'{INDENT}DOMAIN_VERSION: ClassVar[str] = "{domain.version}"',
        f'{INDENT}CONTRACT: ClassVar[str] = "{to_checksum_address(module.address)}"',
        "",
    ]


def _fields(item: type[Record]) -> Block:
    """The fields; parameters are only read, so their defaults would say nothing."""
    defaults = {field.name: field.default for field in fields(item)}  # type: ignore[arg-type]
    lines = []
    topics = indexed_fields(item) if issubclass(item, Event) else frozenset()
    for name, kind in field_types(item).items():
        text = indexed_annotation(kind) if name in topics else annotation(kind)
        default = defaults[name]
        is_given = default is MISSING or issubclass(item, Params)
        lines.append(f"{INDENT}{name}: {text}{'' if is_given else ' = ' + literal(kind, default)}")
    return lines


def _doc(item: Any) -> Block:
    return docstring(doc_of(item) or f"{item.__name__}.", 1)


def constant(method: Method) -> str:
    """Return the name of a call or view as data."""
    return method.name.strip("_").upper()


def _methods(module: type[Module]) -> Block:
    lines: Block = []
    for method in (*calls_of(module), *views_of(module)):
        inputs = listed([annotation(kind) for kind in method.inputs.values()])
        arguments = [f'"{method.solidity_name}"', inputs]
        if method.is_view:
            assert method.output is not None, method.name
            output = annotation(method.output)
            arguments += [output, *(["is_many=True"] if method.returns_many else [])]
            head = f"{constant(method)}: Final[kit.View[{output}]] = kit.View"
        else:
            arguments += ["payable=True"] if method.payable else []
            head = f"{constant(method)}: Final = kit.Call"
        lines += called(head, arguments, "")
    return lines


def _class(module: type[Module]) -> Block:
    refusals = [item.__name__ for item in refusals_of(module)]
    events = [item.__name__ for item in events_of(module)]
    lines = [
        f"class {module.__name__}(kit.ModuleClient):",
        *docstring(" ".join(page_doc_of(module).split("\n\n")[0].split()), 1),
        "",
        f'{INDENT}NAME = "{module.name}"',
        f'{INDENT}ADDRESS = "{to_checksum_address(module.address)}"',
        *_names("EVENTS", events),
        *_names("REFUSALS", refusals),
    ]
    for method in (*calls_of(module), *views_of(module)):
        if method.name in TAKEN:
            raise TypeError(f"{module.name}.{method.name}: clients call something else so")
        if not method.governed:
            lines += ["", *_method(method)]
    return lines


def _names(name: str, items: Sequence[str]) -> Block:
    return [f"{INDENT}{name} = (", *(f"{INDENT * 2}{item}," for item in items), f"{INDENT})"]


def _method(method: Method) -> Block:
    parameters = ["self"]
    defaults = inspect.signature(method.function).parameters
    for name, kind in method.inputs.items():
        default = defaults[name].default
        given = "" if default is inspect.Parameter.empty else f" = {literal(kind, default)}"
        parameters.append(f"{name}: {annotation(kind, taken=True)}{given}")
    values = list(method.inputs)
    if method.is_view:
        assert method.output is not None
        body = called("return await self._read", [constant(method), *values], "", 2)
        result = annotation(method.output)
    else:
        parameters += ["*", "value_wei: int"] if method.payable else []
        arguments = [constant(method), listed(values), *(["value_wei"] if method.payable else [])]
        body = called("return await self._send", arguments, "", 2)
        result = "Pending"
    doc = docstring(method.doc, 2)
    return [*called(f"async def {method.name}", parameters, f" -> {result}:", 1), *doc, *body]
