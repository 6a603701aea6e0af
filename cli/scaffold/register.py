"""
A new module's two lines in modules/__init__.py: its import, and its place in MODULES.

It stands last but for `mint`, whose ledger sees the coins that all others made or destroyed.
"""

import ast
import re
from typing import Final

from cli.errors import CommandFailed
from cli.scaffold.checkout import REGISTER
from cli.scaffold.names import Name

TUPLE: Final = "MODULES"
LAST: Final = "Mint"
_NUMBER: Final = re.compile(r"(\d+)")


def registered(text: str, name: Name) -> str:
    """Return the register's text with one module more; raises CommandFailed."""
    tree = ast.parse(text)
    lines = text.splitlines(keepends=True)
    at = _line_in_tuple(tree)
    lines.insert(at, f"    {name.title},\n")
    lines.insert(_line_of_import(tree, name), f"{_import_of(name)}\n")
    found = "".join(lines)
    try:
        members = _members(ast.parse(found))
    except SyntaxError as cause:
        raise _unreadable() from cause
    if name.title not in members:
        raise _unreadable()
    return found


def _import_of(name: Name) -> str:
    return f"from modules.{name.text}.module import {name.title}"


def _line_of_import(tree: ast.Module, name: Name) -> int:
    """Before which line the import stands, by the order that linters keep."""
    imports = [
        node
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("modules.")
    ]
    if not imports:
        raise _unreadable()
    own = _order(f"modules.{name.text}.module")
    for node in imports:
        if own < _order(node.module or ""):
            return node.lineno - 1
    return imports[-1].end_lineno or imports[-1].lineno


def _order(module: str) -> list[tuple[bool, int, str]]:
    """Names in their natural order: `draw2` stands before `draw10`."""
    parts = filter(None, _NUMBER.split(module))
    return [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts]


def _line_in_tuple(tree: ast.Module) -> int:
    """Before which line the class stands: that of LAST, else the one that closes the tuple."""
    items = _tuple_of(tree).elts
    for item in items:
        if isinstance(item, ast.Name) and item.id == LAST:
            return item.lineno - 1
    return (_tuple_of(tree).end_lineno or 0) - 1


def _members(tree: ast.Module) -> list[str]:
    return [item.id for item in _tuple_of(tree).elts if isinstance(item, ast.Name)]


def _tuple_of(tree: ast.Module) -> ast.Tuple:
    for node in tree.body:
        if (
            isinstance(node, ast.AnnAssign)
            and isinstance(node.target, ast.Name)
            and node.target.id == TUPLE
            and isinstance(node.value, ast.Tuple)
        ):
            return node.value
    raise _unreadable()


def _unreadable() -> CommandFailed:
    return CommandFailed(
        f"{REGISTER}: a tuple {TUPLE} with one class a line and imports of modules expected: "
        "write the module's two lines by hand"
    )
