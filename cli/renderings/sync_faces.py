"""
The synchronous face of the Python client, read off its asynchronous classes.

    client/modules/<name>.py --> client/sync/modules/<name>.py
    SOURCES                  --> client/sync/faces.py       all modules --> client/sync/directory.py

`async def` becomes `def`, a coroutine is run on the client's loop, an asynchronous generator is
gone through on it, and what has a face itself is given as that.
"""

import ast
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import chain
from chain.kit.module import Module
from chain.kit.render.names import page_doc_of
from cli.renderings.python_text import INDENT, called, docstring

HOME: Final = Path("client/sync")
CODE: Final = Path(chain.__file__).parents[1]  # where the classes are read
NOTE: Final = "Rendered by `python -m cli.render` from the asynchronous {what}; not to be edited."
# Files of the client, and their classes that get a face; bases first.
SOURCES: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("client/transactions.py", ("Pending",)),
    ("client/kit/methods.py", ("ModuleClient",)),
    ("client/connection.py", ("Connection",)),
    ("client/flows/jobs.py", ("Order", "Job", "Engagement", "Seat")),
    ("client/flows/leases.py", ("Lease", "Service")),
    ("client/flows/licences.py", ("Licence", "Subscription")),
    ("client/flows/channels.py", ("PayerChannel",)),
    ("client/flows/beats.py", ("Device",)),
    ("client/market.py", ("Client",)),
)
FACED: Final = frozenset(name for _, names in SOURCES for name in names)
# What Root of client/sync/loop.py does in a way of its own, and what takes coroutines itself.
OWN_OF: Final = {("Connection", "until"), ("Connection", "connect"), ("Connection", "close")}
BASES: Final = {"Connection": "Root, Directory"}
Imports = Mapping[str, str]
Block = list[str]


def rendered(modules: Sequence[type[Module]], texts: Mapping[Path, str]) -> dict[Path, str]:
    """Return every file of the face; `texts` are those of client/modules, by path."""
    found = {
        HOME / "modules" / f"{module.name}.py": _module_face(
            module, texts[Path("client/modules") / f"{module.name}.py"]
        )
        for module in modules
    }
    found[HOME / "modules" / "__init__.py"] = (
        '"""The chain\'s modules for synchronous programs."""\n'
    )
    found[HOME / "faces.py"] = _faces()
    found[HOME / "directory.py"] = _directory(modules)
    return found


def _module_face(module: type[Module], text: str) -> str:
    tree = ast.parse(text)
    (page,) = (
        node
        for node in tree.body
        if isinstance(node, ast.ClassDef) and node.name == module.__name__
    )
    faced = _class(page, "ModuleClient", (), frozenset({"Pending"}))
    local = {n.name for n in tree.body if isinstance(n, ast.ClassDef)} - {module.__name__}
    known = {**_imports(tree), **_all_from(f"client.modules.{module.name}", local)}
    known["Pending"] = known["ModuleClient"] = "client.sync.faces"
    title = f"{module.__name__}, for synchronous programs."
    return _file(title, "class", faced, known)


def _faces() -> str:
    blocks: list[Block] = []
    known: dict[str, str] = {
        "Face": "client.sync.loop",
        "Root": "client.sync.loop",
        "Directory": "client.sync.directory",
        "Iterator": "collections.abc",
        "cast": "typing",
    }
    for place, names in SOURCES:
        tree = ast.parse((CODE / place).read_text())
        known |= _imports(tree)
        home = place.removesuffix(".py").replace("/", ".")
        known |= _all_from(home, _defined(tree) - FACED)
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and node.name in names:
                base = next((b.id for b in node.bases if isinstance(b, ast.Name)), "")
                above = BASES.get(node.name, base if base in FACED else "Face")
                blocks.append(_class(node, above, _dropped(node.name), FACED))
    known = {name: where for name, where in known.items() if name not in FACED}
    known["Directory"] = "client.sync.directory"
    body = [line for block in blocks for line in ["", "", *block]]
    return _file("Synchronous faces of the client's classes.", "classes", body[2:], known)


def _dropped(name: str) -> Iterable[str]:
    return {method for owner, method in OWN_OF if owner == name}


def _directory(modules: Sequence[type[Module]]) -> str:
    lines = [
        *docstring(f"Every module by its name.\n\n{NOTE.format(what='directory')}", 0),
        "",
        "from __future__ import annotations",
        "",
        "from typing import TYPE_CHECKING",
        "",
        "from client.sync.loop import Face",
        "",
        "if TYPE_CHECKING:",
        *(f"{INDENT}from client.sync.modules.{m.name} import {m.__name__}" for m in modules),
        "",
        "",
        "class Directory(Face):",
        f'{INDENT}"""The modules of a client."""',
    ]
    for module in modules:
        title = " ".join(page_doc_of(module).split("\n\n")[0].split())
        lines += [
            "",
            f"{INDENT}@property",
            f"{INDENT}def {module.name}(self) -> {module.__name__}:",
            *docstring(title, 2),
            f"{INDENT * 2}from client.sync.modules.{module.name} import {module.__name__}",
            "",
            f"{INDENT * 2}return {module.__name__}(self._inner.{module.name}, self._loop)",
        ]
    return "\n".join([*lines, ""])


def _imports(tree: ast.Module) -> dict[str, str]:
    """Return where each imported name of a file is from, those for type checkers too."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {
                alias.asname or alias.name: _named(node.module, alias) for alias in node.names
            }
    return found


def _named(module: str, alias: ast.alias) -> str:
    return module if alias.asname is None else f"{module}:{alias.name}"


def _defined(tree: ast.Module) -> set[str]:
    names = {node.name for node in tree.body if isinstance(node, ast.ClassDef)}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
    return names


def _all_from(module: str, names: Iterable[str]) -> dict[str, str]:
    return dict.fromkeys(names, module)


def _file(title: str, what: str, body: Block, known: Imports) -> str:
    """Put imports of what the body names before it."""
    used = {node.id for node in ast.walk(ast.parse("\n".join(body))) if isinstance(node, ast.Name)}
    for node in ast.walk(ast.parse("\n".join(body))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            used |= set(_words(node.value))
    by_module: dict[str, list[str]] = {}
    for name in sorted(used & set(known)):
        module, _, real = known[name].partition(":")
        by_module.setdefault(module, []).append(f"{real} as {name}" if real else name)
    lines = [*docstring(f"{title}\n\n{NOTE.format(what=what)}", 0), ""]
    lines += ["from __future__ import annotations", ""]
    for module, names in sorted(by_module.items()):
        lines += (
            called(f"from {module} import ", names, "")
            if len(names) > 1
            else [f"from {module} import {names[0]}"]
        )
    return "\n".join([*lines, "", "", *body, ""])


def _words(text: str) -> list[str]:
    """Names in an annotation that is written as text; prose has none that matter."""
    return text.replace("[", " ").replace("]", " ").replace("|", " ").replace(",", " ").split()


def _class(node: ast.ClassDef, base: str, dropped: Iterable[str], faced: frozenset[str]) -> Block:
    doc = ast.get_docstring(node) or node.name
    lines = [f"class {node.name}({base}):", *docstring(doc, 1)]
    for part in node.body:
        if not isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if not part.name.startswith("_") and part.name not in dropped:
            lines += ["", *_method(part, faced)]
    return lines


def _method(node: ast.FunctionDef | ast.AsyncFunctionDef, faced: frozenset[str]) -> Block:
    marks = [ast.unparse(mark) for mark in node.decorator_list]
    is_property = "property" in marks
    result = ast.unparse(node.returns).strip("\"'") if node.returns else "None"
    parameters, arguments = _parameters(node.args)
    target = f"self._inner.{node.name}"
    made = [target] if is_property else called(target, arguments, "", 0)
    generic = result.partition("[")[0]
    if generic == "AsyncGenerator":
        item = result.removeprefix("AsyncGenerator[")[:-1].removesuffix(", None")
        shown, head, tail = f"Iterator[{item}]", "self._loop.iterate(", ")"
    elif isinstance(node, ast.AsyncFunctionDef):
        shown, head, tail = _wrapped(result, faced, "self._loop.run(", ")")
    else:
        shown, head, tail = _wrapped(result, faced, "", "")
    text = f"return {head}{''.join(line.strip() + ' ' for line in made).strip()}{tail}"
    lines = [f"{INDENT}@property"] if is_property else []
    lines += called(f"def {node.name}", parameters, f" -> {shown}:", 1)
    return [*lines, *docstring(ast.get_docstring(node) or node.name, 2), f"{INDENT * 2}{text}"]


def _wrapped(result: str, faced: frozenset[str], head: str, tail: str) -> tuple[str, str, str]:
    """Give what has a face as that."""
    if result in faced:
        return result, f"{result}({head}", f"{tail}, self._loop)"
    if result == "Self":
        return result, f"type(self)({head}", f"{tail}, self._loop)"
    return result, head, tail


def _parameters(found: ast.arguments) -> tuple[list[str], list[str]]:
    """Return a method's parameters as they are declared, and as they are handed on."""
    declared, handed = [], []
    required = len(found.args) - len(found.defaults)
    for index, argument in enumerate(found.args):
        default = found.defaults[index - required] if index >= required else None
        declared.append(_declared(argument, default))
        handed.append(argument.arg)
    if found.vararg is not None:
        declared.append(f"*{_declared(found.vararg, None)}")
        handed.append(f"*{found.vararg.arg}")
    elif found.kwonlyargs:
        declared.append("*")
    for argument, default in zip(found.kwonlyargs, found.kw_defaults, strict=True):
        declared.append(_declared(argument, default))
        handed.append(f"{argument.arg}={argument.arg}")
    return declared, handed[1:]


def _declared(argument: ast.arg, default: ast.expr | None) -> str:
    text = argument.arg
    if argument.annotation is not None:
        text += f": {ast.unparse(argument.annotation).strip(chr(39))}"
    if default is not None:
        spaced = " = " if argument.annotation is not None else "="
        text += f"{spaced}{ast.unparse(default)}"
    return text
